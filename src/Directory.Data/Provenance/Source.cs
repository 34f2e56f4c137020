using CenterDirectory.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Provenance;

/// <summary>A feed, or the centers themselves (`self-service`).</summary>
public sealed class Source
{
    /// <summary>Global id, stable for ever.</summary>
    public long Id { get; set; }

    /// <summary>Key of its manifest.</summary>
    public string Key { get; set; } = "";

    /// <summary>Title.</summary>
    public string Title { get; set; } = "";

    /// <summary>Who publishes it.</summary>
    public string? Publisher { get; set; }

    /// <summary>Licence as stated.</summary>
    public string? Licence { get; set; }

    /// <summary>Where it is published.</summary>
    public Uri? Url { get; set; }

    /// <summary>Format, e.g. `csv`.</summary>
    public string Format { get; set; } = "";

    /// <summary>Cron expression with zone; null if it runs by hand only.</summary>
    public string? Schedule { get; set; }

    /// <summary>Rank among sources that speak of the same entry; higher wins.</summary>
    public int Priority { get; set; }

    /// <summary>Territory it covers.</summary>
    public Territory? Territory { get; set; }

    /// <summary>How it is doing; depends on operations.</summary>
    public SourceHealth Health { get; set; } = SourceHealth.NeverRun;

    /// <summary>Last run that ended well.</summary>
    public DateTime? LastSuccessAt { get; set; }

    /// <summary>Next planned run; depends on operations.</summary>
    public DateTime? NextRunAt { get; set; }

    /// <summary>Failed runs since the last success.</summary>
    public int ConsecutiveFailures { get; set; }

    /// <summary>Records it holds now.</summary>
    public int RecordCount { get; set; }

    internal bool Enabled { get; set; } = true;

    /// <summary>SHA-256 of the manifest and the files of the last import that ended well: other bytes, or another mapping of them, are another import.</summary>
    internal byte[]? ManifestHash { get; set; }

    /// <summary>Since when it does not run by itself although it is switched on.</summary>
    internal DateTime? PausedAt { get; set; }

    internal string? PauseReasonRu { get; set; }

    internal string? PauseReasonEn { get; set; }

    /// <summary>When it counts as stale unless it succeeds before; null if nobody expects it to run.</summary>
    internal DateTime? StaleAt { get; set; }

    /// <summary>The day that its newest release states of itself; records that state none have it.</summary>
    internal DateOnly? AsOf { get; set; }

    /// <summary>Whether a run of it that ends well confirms what it holds, see <c>docs/provenance.md</c>.</summary>
    internal bool IsLive { get; set; }

    /// <summary>What the entries were merged with: its rank and whether it is live. Where that differs from what is now, they have to be merged anew.</summary>
    internal string? MergedAs { get; set; }

    internal long? TerritoryId { get; set; }

    internal ICollection<ImportRun> Runs { get; set; } = [];
}

internal sealed class SourceConfiguration : IEntityTypeConfiguration<Source>
{
    public void Configure(EntityTypeBuilder<Source> builder)
    {
        builder.HasKey(source => source.Id);
        builder.HasIndex(source => source.Key).IsUnique();
        builder.Property(source => source.Enabled);
        builder.Property(source => source.ManifestHash);
        builder.Property(source => source.PausedAt);
        builder.Property(source => source.PauseReasonRu);
        builder.Property(source => source.PauseReasonEn);
        builder.Property(source => source.StaleAt);
        builder.Property(source => source.AsOf);
        builder.Property(source => source.IsLive);
        builder.Property(source => source.MergedAs);
        builder.ComplexProperty(source => source.Health, health =>
        {
            health.Property(value => value.MessageRu);
            health.Property(value => value.MessageEn);
        });
        builder.HasOne(source => source.Territory).WithMany().IsOptional(source => source.TerritoryId);
    }
}
