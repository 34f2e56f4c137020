using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Requests;

/// <summary>A request of somebody who needs support; not a Node, visible to the centers it was routed to only.</summary>
/// <remarks>
/// What tells who asks is in <see cref="Sealed"/> and nowhere else, and goes on the day that was promised. What stays then is a number in
/// statistics: a kind of support, a territory, two instants.
/// </remarks>
public sealed class SupportRequest
{
    /// <summary>State.</summary>
    public SupportRequestState State { get; set; } = SupportRequestState.New;

    /// <summary>What is needed.</summary>
    public List<SupportKind> SupportKinds { get; set; } = [];

    /// <summary>Who asks.</summary>
    public Audience? Audience { get; set; }

    /// <summary>Where.</summary>
    public Territory? Territory { get; set; }

    /// <summary>Center that has it now; null if it lies with the coordinator.</summary>
    public Center? Center { get; set; }

    /// <summary>When it came.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>When it was first answered.</summary>
    public DateTime? FirstAnsweredAt { get; set; }

    /// <summary>When its personal data will be erased.</summary>
    public DateOnly ErasesOn { get; set; }

    internal long Id { get; set; }

    internal long? TerritoryId { get; set; }

    internal long? CenterId { get; set; }

    /// <summary>The need in the asker's words, the name, the contact and the receipt, encrypted; null after erasure.</summary>
    internal byte[]? Sealed { get; set; }

    /// <summary>The note of whoever passed it on last, encrypted.</summary>
    internal byte[]? SealedNote { get; set; }

    /// <summary>SHA-256 of the asker's receipt, which is 256 random bits.</summary>
    internal byte[] ReceiptHash { get; set; } = [];

    /// <summary>Finds requests of one contact without telling which: a keyed hash; null after erasure.</summary>
    internal string? ContactMark { get; set; }

    /// <summary>Version of the text that the asker consented to.</summary>
    internal string ConsentVersion { get; set; } = "";

    /// <summary>When its personal data were erased.</summary>
    internal DateTime? ErasedAt { get; set; }

    internal ICollection<SupportMessage> Messages { get; set; } = [];
}

internal sealed class SupportRequestConfiguration : IEntityTypeConfiguration<SupportRequest>
{
    public void Configure(EntityTypeBuilder<SupportRequest> builder)
    {
        builder.ToTable("SupportRequests");
        builder.HasKey(request => request.Id);
        // Of two who take a request at the same moment one must hear that it is taken.
        builder.Property(request => request.State).IsConcurrencyToken();
        builder.HasEnumList(request => request.SupportKinds);
        builder.Property(request => request.TerritoryId);
        builder.Property(request => request.CenterId);
        builder.Property(request => request.Sealed);
        builder.Property(request => request.SealedNote);
        builder.Property(request => request.ReceiptHash);
        builder.Property(request => request.ContactMark);
        builder.Property(request => request.ConsentVersion);
        builder.Property(request => request.ErasedAt);
        builder.HasIndex(request => request.ReceiptHash).IsUnique();
        builder.HasIndex(request => new { request.ContactMark, request.CreatedAt });
        builder.HasIndex(request => new { request.CreatedAt, request.Id });
        builder.HasIndex(request => request.ErasesOn);
        builder.HasOne(request => request.Territory).WithMany().IsOptional(request => request.TerritoryId);
        builder.HasOne(request => request.Center).WithMany().IsOptional(request => request.CenterId);
    }
}
