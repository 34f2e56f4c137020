using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities;

/// <summary>By which rules the mentions of the directory were found: one row, none before the first news item was read.</summary>
internal sealed class MentionState
{
    public long Id { get; set; }

    public int Version { get; set; }
}

internal sealed class MentionStateConfiguration : IEntityTypeConfiguration<MentionState>
{
    public void Configure(EntityTypeBuilder<MentionState> builder)
    {
        builder.ToTable("MentionStates");
        builder.HasKey(state => state.Id);
        builder.Property(state => state.Id).ValueGeneratedNever();
    }
}
