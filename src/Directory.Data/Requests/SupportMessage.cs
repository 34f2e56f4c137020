using CenterDirectory.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Requests;

/// <summary>An answer to a request.</summary>
public sealed class SupportMessage
{
    /// <summary>Center that answered.</summary>
    public Center? Center { get; set; }

    /// <summary>When.</summary>
    public DateTime SentAt { get; set; }

    internal long Id { get; set; }

    internal long RequestId { get; set; }

    internal long? CenterId { get; set; }

    /// <summary>The answer, encrypted.</summary>
    internal byte[] Sealed { get; set; } = [];

    internal SupportRequest Request { get; set; } = null!;
}

internal sealed class SupportMessageConfiguration : IEntityTypeConfiguration<SupportMessage>
{
    public void Configure(EntityTypeBuilder<SupportMessage> builder)
    {
        builder.ToTable("SupportMessages");
        builder.HasKey(message => message.Id);
        builder.Property(message => message.CenterId);
        builder.Property(message => message.Sealed);
        builder.HasOne(message => message.Request).WithMany(request => request.Messages).IsEssential(message => message.RequestId);
        builder.HasOne(message => message.Center).WithMany().IsOptional(message => message.CenterId);
    }
}
