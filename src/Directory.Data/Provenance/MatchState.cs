using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Provenance;

/// <summary>By which version of the rules keys and pairs were made; one row, none before the first import.</summary>
internal sealed class MatchState
{
    public long Id { get; set; }

    public int Version { get; set; }
}

internal sealed class MatchStateConfiguration : IEntityTypeConfiguration<MatchState>
{
    public void Configure(EntityTypeBuilder<MatchState> builder)
    {
        builder.ToTable("MatchStates");
        builder.HasKey(state => state.Id);
        builder.Property(state => state.Id).ValueGeneratedNever();
    }
}
