using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities.Links;

/// <summary>
/// A center that takes part in an event, once however many of its people do, with what events are ordered by beside it: the next events of
/// a center are then the first few of an index. Kept by triggers of the database out of <see cref="EventParticipant"/> and <see cref="Entities.Event"/>.
/// </summary>
internal sealed class EventCenter
{
    public long EventId { get; set; }

    public long CenterId { get; set; }

    public Event Event { get; set; } = null!;

    public Center Center { get; set; } = null!;

    /// <summary><see cref="Entities.Event.StartsAt"/>.</summary>
    public DateTime? EventStartsAt { get; set; }

    /// <summary><see cref="Entities.Event.DateEarliest"/>.</summary>
    public DateOnly? EventDateEarliest { get; set; }
}

internal sealed class EventCenterConfiguration : IEntityTypeConfiguration<EventCenter>
{
    public void Configure(EntityTypeBuilder<EventCenter> builder)
    {
        builder.ToTable("EventCenters");
        builder.HasKey(link => new { link.EventId, link.CenterId });
        builder.HasIndex(link => new { link.CenterId, link.EventStartsAt, link.EventId });
        builder.HasIndex(link => new { link.CenterId, link.EventDateEarliest, link.EventId });
        builder.HasOne(link => link.Event).WithMany(item => item.CenterLinks).IsEssential(link => link.EventId);
        builder.HasOne(link => link.Center).WithMany(center => center.EventLinks).IsEssential(link => link.CenterId);
    }
}
