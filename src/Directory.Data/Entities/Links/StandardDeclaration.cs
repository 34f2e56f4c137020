using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities.Links;

/// <summary>A center's statement that a service meets a standard, and the coordinator's verdict.</summary>
public sealed class StandardDeclaration
{
    /// <summary>The service.</summary>
    public Service Service { get; set; } = null!;

    /// <summary>The standard.</summary>
    public ServiceStandard Standard { get; set; } = null!;

    /// <summary>When the center declared it.</summary>
    public DateTime DeclaredAt { get; set; }

    /// <summary>Keys of the criteria that the center says are met, at most 50.</summary>
    public List<string> MetCriteria { get; set; } = [];

    /// <summary>What the coordinator said; null as long as nobody judged it.</summary>
    public StandardVerdict? Verdict { get; set; }

    /// <summary>When a coordinator judged it.</summary>
    public DateTime? ReviewedAt { get; set; }

    /// <summary>For whom the coordinator judged.</summary>
    public Organization? ReviewedBy { get; set; }

    /// <summary>Reason of an objection.</summary>
    public string? Reason { get; set; }

    /// <summary>Keys of the criteria that the objection is about, at most 50; empty if it is about the whole.</summary>
    public List<string> ObjectedCriteria { get; set; } = [];

    /// <summary>Last day of the confirmation.</summary>
    public DateOnly? ExpiresOn { get; set; }

    internal long Id { get; set; }

    internal long ServiceId { get; set; }

    internal long StandardId { get; set; }

    internal long? ReviewedById { get; set; }
}

internal sealed class StandardDeclarationConfiguration : IEntityTypeConfiguration<StandardDeclaration>
{
    public void Configure(EntityTypeBuilder<StandardDeclaration> builder)
    {
        builder.HasKey(declaration => declaration.Id);
        builder.HasOne(declaration => declaration.Service).WithMany(service => service.Declarations).IsEssential(declaration => declaration.ServiceId);
        builder.HasOne(declaration => declaration.Standard).WithMany(standard => standard.Declarations).IsEssential(declaration => declaration.StandardId);
        builder.HasOne(declaration => declaration.ReviewedBy).WithMany().IsOptional(declaration => declaration.ReviewedById);
    }
}
