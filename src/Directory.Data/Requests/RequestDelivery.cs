using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Requests;

/// <summary>
/// Word of a request that is to reach somebody outside: written in the transaction of what it tells, sent afterwards, and tried again until it
/// arrived. It holds nothing of what was written; that is read when it is sent.
/// </summary>
internal sealed class RequestDelivery
{
    public long Id { get; set; }

    public long RequestId { get; set; }

    /// <summary>The answer that goes to the asker; null for word to a desk.</summary>
    public long? MessageId { get; set; }

    public DeliveryRoute Route { get; set; }

    /// <summary>Center whose desk it goes to, by the name that the configuration gives it; empty for the general one.</summary>
    public string Desk { get; set; } = "";

    public RequestEvent Event { get; set; }

    /// <summary>State of the request when it happened.</summary>
    public SupportRequestState State { get; set; }

    public DateTime HappenedAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>When to try; while somebody tries, when to believe that he died over it.</summary>
    public DateTime NextAttemptAt { get; set; }

    public DateTime? DeliveredAt { get; set; }

    /// <summary>Why the last attempt failed, without anything that the other side said.</summary>
    public string? Problem { get; set; }

    public SupportRequest Request { get; set; } = null!;
}

/// <summary>How word of a request goes out.</summary>
internal enum DeliveryRoute
{
    /// <summary>To a program of the desk.</summary>
    Webhook,

    /// <summary>By mail to the desk.</summary>
    Mail,

    /// <summary>By mail to the asker.</summary>
    AnswerMail,
}

/// <summary>What happened to a request.</summary>
internal enum RequestEvent
{
    /// <summary>It came.</summary>
    Arrived,

    /// <summary>It was passed on, and lies here now.</summary>
    Forwarded,

    /// <summary>It was answered.</summary>
    Answered,

    /// <summary>The asker took it back.</summary>
    Withdrawn,
}

internal sealed class RequestDeliveryConfiguration : IEntityTypeConfiguration<RequestDelivery>
{
    public void Configure(EntityTypeBuilder<RequestDelivery> builder)
    {
        builder.ToTable("RequestDeliveries");
        builder.HasKey(delivery => delivery.Id);
        builder.HasIndex(delivery => new { delivery.DeliveredAt, delivery.NextAttemptAt });
        builder.HasOne(delivery => delivery.Request).WithMany().IsEssential(delivery => delivery.RequestId);
    }
}
