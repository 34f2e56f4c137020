namespace CenterDirectory.Importers.Running;

/// <summary>How far a run is, for a console or a log.</summary>
/// <param name="Phase">What it is doing.</param>
/// <param name="Done">How many records or entries of that phase are done.</param>
/// <param name="Share">How much of the phase that is, 0 to 1; null if nobody knows.</param>
public readonly record struct ImportProgress(ImportPhase Phase, int Done, double? Share = null);

/// <summary>What a run is doing.</summary>
public enum ImportPhase
{
    /// <summary>Getting the bytes.</summary>
    Fetching,

    /// <summary>Reading the source into the staging table.</summary>
    Reading,

    /// <summary>Comparing with what is known.</summary>
    Planning,

    /// <summary>Writing entries, inside the transaction.</summary>
    Applying,

    /// <summary>All is written, the commit follows.</summary>
    Committing,
}

internal static class ImportProgressExtensions
{
    private const int Step = 500;

    /// <summary>Reports at the first and at each 500th object.</summary>
    public static void Every(this IProgress<ImportProgress>? progress, ImportPhase phase, int done)
    {
        if (progress is not null && done % Step == 1)
        {
            progress.Report(new ImportProgress(phase, done));
        }
    }
}

/// <summary>Passes reports on, and adds how much of the phase they are.</summary>
internal sealed class MeasuredProgress(IProgress<ImportProgress> inner, Func<int, double?> share) : IProgress<ImportProgress>
{
    /// <summary>Measured by something that is asked at each report.</summary>
    public static IProgress<ImportProgress>? Of(IProgress<ImportProgress>? inner, Func<double?> share) =>
        inner is null ? null : new MeasuredProgress(inner, _ => share());

    /// <summary>Measured by how many there are.</summary>
    public static IProgress<ImportProgress>? Of(IProgress<ImportProgress>? inner, int total) =>
        inner is null || total <= 0 ? inner : new MeasuredProgress(inner, done => Math.Min(1, done / (double)total));

    public void Report(ImportProgress value) => inner.Report(value with { Share = share(value.Done) });
}
