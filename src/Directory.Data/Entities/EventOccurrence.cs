using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities;

/// <summary>One occurrence of an event.</summary>
public sealed class EventOccurrence
{
    /// <summary>The event.</summary>
    public Event Event { get; set; } = null!;

    /// <summary>First day, in the place's zone.</summary>
    public DateOnly StartsOn { get; set; }

    /// <summary>Last day, in the place's zone.</summary>
    public DateOnly EndsOn { get; set; }

    /// <summary>Start, if known to the minute.</summary>
    public DateTime? StartsAt { get; set; }

    /// <summary>End, if known to the minute.</summary>
    public DateTime? EndsAt { get; set; }

    /// <summary>State of this occurrence.</summary>
    public EventStatus Status { get; set; } = EventStatus.Unknown;

    internal long Id { get; set; }

    internal long EventId { get; set; }

    /// <summary>What calendars are sorted by: the start, or where only the day is known its first instant.</summary>
    internal DateTime BeginsAt { get; set; }
}

internal sealed class EventOccurrenceConfiguration : IEntityTypeConfiguration<EventOccurrence>
{
    public void Configure(EntityTypeBuilder<EventOccurrence> builder)
    {
        builder.ToTable("EventOccurrences");
        builder.HasKey(occurrence => occurrence.Id);
        builder.HasIndex(occurrence => new { occurrence.StartsOn, occurrence.BeginsAt, occurrence.Id, occurrence.EndsOn });
        builder.HasIndex(occurrence => new { occurrence.EventId, occurrence.StartsOn });
        builder.HasOne(occurrence => occurrence.Event).WithMany(item => item.Occurrences).IsEssential(occurrence => occurrence.EventId);
    }
}
