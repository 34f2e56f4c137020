using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Search;

/// <summary>An entry in the index: where it stands there, and what filters and counts of results ask.</summary>
internal sealed class SearchEntry
{
    /// <summary>Type and id, see <see cref="SearchPosition"/>.</summary>
    public long Key { get; set; }

    /// <summary>Its place in the index.</summary>
    public long Position { get; set; }

    public long? TerritoryId { get; set; }

    /// <summary>Kinds of support as bits.</summary>
    public long SupportKinds { get; set; }

    /// <summary>Last day on which its rank holds; null if it holds until the entry changes.</summary>
    public DateOnly? Until { get; set; }
}

/// <summary>With which version of the rules the index was made.</summary>
internal sealed class SearchState
{
    public long Id { get; set; }

    public int Version { get; set; }
}

internal sealed class SearchEntryConfiguration : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> builder)
    {
        builder.HasKey(entry => entry.Key);
        builder.Property(entry => entry.Key).ValueGeneratedNever();
        builder.HasIndex(entry => entry.Until).HasFilter("\"Until\" IS NOT NULL");
        builder.ToTable("SearchEntries");
    }
}

internal sealed class SearchStateConfiguration : IEntityTypeConfiguration<SearchState>
{
    public void Configure(EntityTypeBuilder<SearchState> builder)
    {
        builder.HasKey(state => state.Id);
        builder.Property(state => state.Id).ValueGeneratedNever();
        builder.ToTable("SearchStates");
    }
}
