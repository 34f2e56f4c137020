using CenterDirectory.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Reminding;

/// <summary>
/// Somebody is to be reminded that cards want a word from them: written once a period, sent afterwards, and tried again until it arrived. What it
/// says is read when it is sent: what was put right meanwhile is not asked for.
/// </summary>
internal sealed class Reminder
{
    public long Id { get; set; }

    /// <summary>The center whose people are reminded; null for those who look after all of them.</summary>
    public long? CenterId { get; set; }

    /// <summary>Who is reminded, as a text that no other has: <c>center/7</c>, or <c>all</c>.</summary>
    public string Recipient { get; set; } = "";

    /// <summary>The how many-th of this recipient it is, from 1: two processes that write the same one collide.</summary>
    public int Number { get; set; }

    /// <summary>How it goes out.</summary>
    public ReminderRoute Route { get; set; }

    public DateTime CreatedAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>When to try; while somebody tries, when to believe that he died over it.</summary>
    public DateTime NextAttemptAt { get; set; }

    /// <summary>When it was over: it arrived, or there was nothing left to remind of.</summary>
    public DateTime? DoneAt { get; set; }

    /// <summary>Why the last attempt failed, without anything that the other side said.</summary>
    public string? Problem { get; set; }

    public Center? Center { get; set; }
}

/// <summary>How a reminder goes out.</summary>
internal enum ReminderRoute
{
    /// <summary>To a program.</summary>
    Webhook,

    /// <summary>By mail.</summary>
    Mail,
}

internal sealed class ReminderConfiguration : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.ToTable("Reminders");
        builder.HasKey(reminder => reminder.Id);
        builder.HasIndex(reminder => new { reminder.Recipient, reminder.Route, reminder.Number }).IsUnique();
        builder.HasIndex(reminder => new { reminder.DoneAt, reminder.NextAttemptAt });
        builder.HasOne(reminder => reminder.Center).WithMany().TakesAlong(reminder => reminder.CenterId);
    }
}
