using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Provenance.Merging;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities;

/// <summary>A resource center: a place where non-profits and initiatives get support.</summary>
public sealed class Center : DirectoryEntry
{
    /// <summary>Official name; null if no source tells it.</summary>
    public string? Name { get; set; }

    /// <summary>Short name or abbreviation.</summary>
    public string? ShortName { get; set; }

    /// <summary>Other names it is known by.</summary>
    [United]
    public List<string> Aliases { get; set; } = [];

    /// <summary>Its reach.</summary>
    public CenterLevel Level { get; set; } = CenterLevel.Unknown;

    /// <summary>Whether it works.</summary>
    public CenterStatus Status { get; set; } = CenterStatus.Unknown;

    /// <summary>What it specializes in.</summary>
    [United]
    public List<Specialization> Specializations { get; set; } = [];

    /// <summary>Kinds of support stated for the center or offered by an active service of it.</summary>
    [United]
    public List<SupportKind> SupportKinds { get; set; } = [];

    /// <summary>Audiences stated for the center or served by an active service of it.</summary>
    [United]
    public List<Audience> Audiences { get; set; } = [];

    /// <summary>Areas of work in the source's words.</summary>
    [United]
    public List<string> ActivityAreas { get; set; } = [];

    /// <summary>What it is and does.</summary>
    public string? Description { get; set; }

    /// <summary>The description in English.</summary>
    public string? DescriptionEn { get; set; }

    /// <summary>Its goals as stated.</summary>
    public List<string> Goals { get; set; } = [];

    /// <summary>When it began or will begin to work.</summary>
    public FuzzyDate? StartsOn { get; set; }

    /// <summary>Where it is; null if the place is unknown or ambiguous.</summary>
    public Territory? Territory { get; set; }

    /// <summary>The place as the source words it.</summary>
    public string? TerritoryText { get; set; }

    /// <summary>IANA time zone of the place.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Organization that runs it.</summary>
    public Organization? Operator { get; set; }

    /// <summary>Department or unit that houses it, in the source's words.</summary>
    public string? HostUnit { get; set; }

    /// <summary>Act that founded it.</summary>
    public LegalAct? FoundingAct { get; set; }

    /// <summary>Center it belongs to.</summary>
    public Center? Parent { get; set; }

    /// <summary>Number of member organizations as stated.</summary>
    public Quantity? DeclaredMembers { get; set; }

    /// <summary>Address as the source words it.</summary>
    public string? AddressText { get; set; }

    /// <summary>Address in parts, if it could be parsed.</summary>
    public Address? Address { get; set; }

    /// <summary>Point on the map.</summary>
    public GeoPoint? Location { get; set; }

    /// <summary>Public contacts, at most 20.</summary>
    [United(nameof(Contact.Kind), nameof(Contact.Value), Most = 20)]
    public List<Contact> Contacts { get; set; } = [];

    /// <summary>Site.</summary>
    public Uri? Website { get; set; }

    /// <summary>Opening hours, at most 21 rows.</summary>
    public List<OpeningHours> OpeningHours { get; set; } = [];

    /// <summary>How complete, fresh and confirmed the card is.</summary>
    public QualityScore Quality { get; set; } = new();

    /// <summary>The point as a vector of length one, see <see cref="Values.GeoVector"/>; computed by the database.</summary>
    internal double? LocationX { get; set; }

    internal double? LocationY { get; set; }

    internal double? LocationZ { get; set; }

    internal string? NameFolded { get; set; }

    internal DateOnly? StartsOnEarliest { get; set; }

    internal DateOnly? StartsOnLatest { get; set; }

    /// <summary>What the sources say of the center itself, before its services are counted in.</summary>
    internal List<SupportKind> StatedSupportKinds { get; set; } = [];

    internal List<Audience> StatedAudiences { get; set; } = [];

    internal long? TerritoryId { get; set; }

    internal long? OperatorId { get; set; }

    internal long? FoundingActId { get; set; }

    internal long? ParentId { get; set; }

    internal ICollection<Center> Branches { get; set; } = [];

    internal ICollection<Service> Services { get; set; } = [];

    internal ICollection<NetworkMember> Memberships { get; set; } = [];

    internal ICollection<EventParticipant> Participations { get; set; } = [];

    internal ICollection<EventCenter> EventLinks { get; set; } = [];

    internal ICollection<NewsCenter> Mentions { get; set; } = [];

    internal ICollection<CenterNews> NewsLinks { get; set; } = [];

    internal ICollection<CenterServiceArea> ServiceAreas { get; set; } = [];

    internal ICollection<CenterPartner> Partners { get; set; } = [];

    internal ICollection<CenterMember> Members { get; set; } = [];

    internal ICollection<PersonRole> People { get; set; } = [];

    internal ICollection<ProgramCenter> Programs { get; set; } = [];

    internal ICollection<ProjectCenter> Projects { get; set; } = [];

    internal ICollection<PracticeCenter> Practices { get; set; } = [];

    internal ICollection<Metric> Metrics { get; set; } = [];
}

internal sealed class CenterConfiguration : EntryConfiguration<Center>
{
    protected override void ConfigureEntry(EntityTypeBuilder<Center> builder)
    {
        builder.Property(center => center.NameFolded);
        builder.HasEnumList(center => center.Specializations);
        builder.HasEnumList(center => center.SupportKinds);
        builder.HasEnumList(center => center.Audiences);
        builder.HasEnumList(center => center.StatedSupportKinds);
        builder.HasEnumList(center => center.StatedAudiences);
        builder.HasBounds(center => center.StartsOnEarliest, center => center.StartsOnLatest);
        builder.ComplexProperty(center => center.DeclaredMembers);
        builder.ComplexProperty(center => center.Location);
        builder.ComplexProperty(center => center.Quality);
        builder.HasJson(center => center.Address);
        builder.HasVector(center => center.LocationX, center => center.LocationY, center => center.LocationZ);
        builder.HasJsonList(center => center.Contacts);
        builder.HasJsonList(center => center.OpeningHours);
        builder.HasIndex(center => new { center.TerritoryId, center.DisplayNameFolded, center.Id });
        builder.HasOne(center => center.Territory).WithMany(territory => territory.Centers).IsOptional(center => center.TerritoryId);
        builder.HasOne(center => center.Operator).WithMany(organization => organization.OperatedCenters).IsOptional(center => center.OperatorId);
        builder.HasOne(center => center.FoundingAct).WithMany().IsOptional(center => center.FoundingActId);
        builder.HasOne(center => center.Parent).WithMany(center => center.Branches).IsOptional(center => center.ParentId);
    }
}
