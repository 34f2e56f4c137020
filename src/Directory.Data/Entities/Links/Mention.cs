using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities.Links;

/// <summary>An entry found in a text.</summary>
public sealed class Mention
{
    /// <summary>From this confidence on a mention counts among the centers of a news item, and the news item among the news of its target.</summary>
    internal const double Listed = 0.75;

    /// <summary>What is mentioned.</summary>
    [NotMapped]
    public DirectoryEntry Target
    {
        // One of several kinds: a foreign key for each, of which exactly one is set.
        get => (DirectoryEntry?)TargetCenter ?? (DirectoryEntry?)TargetOrganization ?? (DirectoryEntry?)TargetPerson ?? (DirectoryEntry?)TargetTerritory
            ?? (DirectoryEntry?)TargetNetwork ?? (DirectoryEntry?)TargetProgram ?? (DirectoryEntry?)TargetProject ?? TargetEvent!;
        set => (TargetCenter, TargetOrganization, TargetPerson, TargetTerritory, TargetNetwork, TargetProgram, TargetProject, TargetEvent) =
            (value as Center, value as Organization, value as Person, value as Territory, value as Network, value as Program, value as Project, value as Event);
    }

    /// <summary>The words that mention it.</summary>
    public string Text { get; set; } = "";

    /// <summary>Offset of the first UTF-16 unit in NewsItem.text.</summary>
    public int Start { get; set; }

    /// <summary>Length in UTF-16 units.</summary>
    public int Length { get; set; }

    /// <summary>From 0 to 1.</summary>
    public double Confidence { get; set; }

    internal NewsItem News { get; set; } = null!;

    internal long Id { get; set; }

    internal long NewsId { get; set; }

    internal Center? TargetCenter { get; set; }

    internal Organization? TargetOrganization { get; set; }

    internal Person? TargetPerson { get; set; }

    internal Territory? TargetTerritory { get; set; }

    internal Network? TargetNetwork { get; set; }

    internal Program? TargetProgram { get; set; }

    internal Project? TargetProject { get; set; }

    internal Event? TargetEvent { get; set; }

    internal long? TargetCenterId { get; set; }

    internal long? TargetOrganizationId { get; set; }

    internal long? TargetPersonId { get; set; }

    internal long? TargetTerritoryId { get; set; }

    internal long? TargetNetworkId { get; set; }

    internal long? TargetProgramId { get; set; }

    internal long? TargetProjectId { get; set; }

    internal long? TargetEventId { get; set; }
}

internal sealed class MentionConfiguration : IEntityTypeConfiguration<Mention>
{
    public void Configure(EntityTypeBuilder<Mention> builder)
    {
        builder.HasKey(mention => mention.Id);
        builder.HasIndex(mention => new { mention.NewsId, mention.Start });
        builder.HasOne(mention => mention.News).WithMany(news => news.Mentions).IsEssential(mention => mention.NewsId);
        builder.HasOne(mention => mention.TargetCenter).WithMany().TakesAlong(mention => mention.TargetCenterId);
        builder.HasOne(mention => mention.TargetOrganization).WithMany().TakesAlong(mention => mention.TargetOrganizationId);
        builder.HasOne(mention => mention.TargetPerson).WithMany().TakesAlong(mention => mention.TargetPersonId);
        builder.HasOne(mention => mention.TargetTerritory).WithMany().TakesAlong(mention => mention.TargetTerritoryId);
        builder.HasOne(mention => mention.TargetNetwork).WithMany().TakesAlong(mention => mention.TargetNetworkId);
        builder.HasOne(mention => mention.TargetProgram).WithMany().TakesAlong(mention => mention.TargetProgramId);
        builder.HasOne(mention => mention.TargetProject).WithMany().TakesAlong(mention => mention.TargetProjectId);
        builder.HasOne(mention => mention.TargetEvent).WithMany().TakesAlong(mention => mention.TargetEventId);
    }
}
