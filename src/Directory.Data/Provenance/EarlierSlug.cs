using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Provenance;

/// <summary>A slug that an entry had before: it still leads there, unless another entry has it now.</summary>
internal sealed class EarlierSlug
{
    public EntryType EntryType { get; set; }

    public string Slug { get; set; } = "";

    /// <summary>The entry that had it last.</summary>
    public long EntityId { get; set; }
}

internal sealed class EarlierSlugConfiguration : IEntityTypeConfiguration<EarlierSlug>
{
    public void Configure(EntityTypeBuilder<EarlierSlug> builder)
    {
        builder.HasKey(slug => new { slug.EntryType, slug.Slug });
    }
}
