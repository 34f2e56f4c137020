using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities.Links;

/// <summary>A center that developed a practice or took it over.</summary>
public sealed class PracticeCenter
{
    /// <summary>The practice.</summary>
    public Practice Practice { get; set; } = null!;

    /// <summary>The center.</summary>
    public Center Center { get; set; } = null!;

    internal long Id { get; set; }

    internal long PracticeId { get; set; }

    internal long CenterId { get; set; }
}

internal sealed class PracticeCenterConfiguration : IEntityTypeConfiguration<PracticeCenter>
{
    public void Configure(EntityTypeBuilder<PracticeCenter> builder)
    {
        builder.HasKey(link => link.Id);
        builder.HasOne(link => link.Practice).WithMany(practice => practice.Centers).IsEssential(link => link.PracticeId);
        builder.HasOne(link => link.Center).WithMany(center => center.Practices).IsEssential(link => link.CenterId);
    }
}
