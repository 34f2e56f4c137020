using System.ComponentModel.DataAnnotations;

namespace CenterDirectory.Api.Schema.Provenance;

/// <summary>When an entry counts as fresh, and what makes a card good; see docs/quality.md.</summary>
internal sealed class QualityOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Quality";

    /// <summary>Days for which a confirmation holds; default 400.</summary>
    [Range(1, 36_500)]
    public int ConfirmedDays { get; set; } = 400;

    /// <summary>Days after the end of a project within which nobody is asked what became of it; default 60.</summary>
    [Range(0, 3_650)]
    public int OutcomeDays { get; set; } = 60;

    /// <summary>Weight of completeness; default 0.5.</summary>
    [Range(0, 1_000)]
    public double CompletenessWeight { get; set; } = 0.5;

    /// <summary>Weight of freshness; default 0.3.</summary>
    [Range(0, 1_000)]
    public double FreshnessWeight { get; set; } = 0.3;

    /// <summary>Weight of verification; default 0.2.</summary>
    [Range(0, 1_000)]
    public double VerificationWeight { get; set; } = 0.2;

    /// <summary>Sum of the weights, never 0.</summary>
    public double Weights => CompletenessWeight + FreshnessWeight + VerificationWeight;
}
