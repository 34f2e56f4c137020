using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities.Links;

/// <summary>A practice going to another place.</summary>
public sealed class Replication
{
    /// <summary>The practice.</summary>
    public Practice Practice { get; set; } = null!;

    /// <summary>Where it goes; null if the place could not be resolved.</summary>
    public Territory? To { get; set; }

    /// <summary>The place as the source words it.</summary>
    public string? ToText { get; set; }

    /// <summary>How far it has come.</summary>
    public ReplicationStatus Status { get; set; } = ReplicationStatus.Proposed;

    /// <summary>Event at which it was presented or agreed.</summary>
    public Event? Event { get; set; }

    internal long Id { get; set; }

    internal long PracticeId { get; set; }

    internal long? ToId { get; set; }

    internal long? EventId { get; set; }
}

internal sealed class ReplicationConfiguration : IEntityTypeConfiguration<Replication>
{
    public void Configure(EntityTypeBuilder<Replication> builder)
    {
        builder.HasKey(replication => replication.Id);
        builder.HasOne(replication => replication.Practice).WithMany(practice => practice.Replications).IsEssential(replication => replication.PracticeId);
        builder.HasOne(replication => replication.To).WithMany().IsOptional(replication => replication.ToId);
        builder.HasOne(replication => replication.Event).WithMany().IsOptional(replication => replication.EventId);
    }
}
