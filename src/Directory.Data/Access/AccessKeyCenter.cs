using CenterDirectory.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Access;

/// <summary>A center that a key may edit.</summary>
internal sealed class AccessKeyCenter
{
    public long KeyId { get; set; }

    public long CenterId { get; set; }

    public AccessKey Key { get; set; } = null!;
}

internal sealed class AccessKeyCenterConfiguration : IEntityTypeConfiguration<AccessKeyCenter>
{
    public void Configure(EntityTypeBuilder<AccessKeyCenter> builder)
    {
        builder.ToTable("AccessKeyCenters");
        builder.HasKey(link => new { link.KeyId, link.CenterId });
        builder.HasOne(link => link.Key).WithMany(key => key.Centers).IsEssential(link => link.KeyId);
    }
}
