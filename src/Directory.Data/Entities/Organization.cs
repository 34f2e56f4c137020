using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Provenance.Merging;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities;

/// <summary>A non-profit, initiative, authority, chamber, foundation, institution or medium.</summary>
public sealed class Organization : DirectoryEntry
{
    /// <summary>Full name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Short name.</summary>
    public string? ShortName { get; set; }

    /// <summary>Other names it is known by.</summary>
    [United]
    public List<string> Aliases { get; set; } = [];

    /// <summary>What it is.</summary>
    public OrganizationKind Kind { get; set; } = OrganizationKind.Unknown;

    /// <summary>State in the register.</summary>
    public OrganizationStatus Status { get; set; } = OrganizationStatus.Unknown;

    /// <summary>State registration number; not unique, registries repeat some.</summary>
    public Ogrn? Ogrn { get; set; }

    /// <summary>Tax number; not unique.</summary>
    public Inn? Inn { get; set; }

    /// <summary>Numbers in other registries, at most 20.</summary>
    [United(nameof(RegistryNumber.Scheme), nameof(RegistryNumber.Value))]
    public List<RegistryNumber> RegistryNumbers { get; set; } = [];

    /// <summary>When it was registered.</summary>
    public FuzzyDate? RegisteredOn { get; set; }

    /// <summary>Legal form.</summary>
    public LegalForm? LegalForm { get; set; }

    /// <summary>Areas of work in the source's words.</summary>
    [United]
    public List<string> ActivityAreas { get; set; } = [];

    /// <summary>Main ОКВЭД code.</summary>
    public string? Okved { get; set; }

    /// <summary>Organization it belongs to.</summary>
    public Organization? Parent { get; set; }

    /// <summary>Address as the source words it.</summary>
    public string? AddressText { get; set; }

    /// <summary>Address in parts, if it could be parsed.</summary>
    public Address? Address { get; set; }

    /// <summary>Where it is; null if unknown or ambiguous.</summary>
    public Territory? Territory { get; set; }

    /// <summary>The place as the source words it.</summary>
    public string? TerritoryText { get; set; }

    /// <summary>Point on the map.</summary>
    public GeoPoint? Location { get; set; }

    /// <summary>Public contacts, at most 20.</summary>
    [United(nameof(Contact.Kind), nameof(Contact.Value), Most = 20)]
    public List<Contact> Contacts { get; set; } = [];

    /// <summary>Site.</summary>
    public Uri? Website { get; set; }

    /// <summary>Socially oriented by register; null if nobody said.</summary>
    public bool? IsSociallyOriented { get; set; }

    /// <summary>Provider of public benefit services; null if nobody said.</summary>
    public bool? IsPublicBenefitProvider { get; set; }

    /// <summary>Social enterprise by register; null if nobody said.</summary>
    public bool? IsSocialEnterprise { get; set; }

    /// <summary>Awards, at most 50.</summary>
    [United(nameof(Award.Title))]
    public List<Award> Awards { get; set; } = [];

    /// <summary>The point as a vector of length one, see <see cref="Values.GeoVector"/>; computed by the database.</summary>
    internal double? LocationX { get; set; }

    internal double? LocationY { get; set; }

    internal double? LocationZ { get; set; }

    internal string NameFolded { get; set; } = "";

    internal DateOnly? RegisteredOnEarliest { get; set; }

    internal DateOnly? RegisteredOnLatest { get; set; }

    internal long? ParentId { get; set; }

    internal long? TerritoryId { get; set; }

    internal ICollection<Organization> Children { get; set; } = [];

    internal ICollection<Center> OperatedCenters { get; set; } = [];

    internal ICollection<Service> Services { get; set; } = [];

    internal ICollection<EventParticipant> Participations { get; set; } = [];

    internal ICollection<NewsOrganization> Mentions { get; set; } = [];

    internal ICollection<OrganizationNews> NewsLinks { get; set; } = [];

    internal ICollection<Program> Programs { get; set; } = [];

    internal ICollection<Project> Projects { get; set; } = [];

    internal ICollection<Grant> Grants { get; set; } = [];

    internal ICollection<PersonRole> People { get; set; } = [];

    internal ICollection<Metric> Metrics { get; set; } = [];
}

internal sealed class OrganizationConfiguration : EntryConfiguration<Organization>
{
    protected override void ConfigureEntry(EntityTypeBuilder<Organization> builder)
    {
        builder.Property(organization => organization.NameFolded);
        builder.HasJson(organization => organization.Address);
        builder.HasJsonList(organization => organization.RegistryNumbers);
        builder.HasJsonList(organization => organization.Contacts);
        builder.HasJsonList(organization => organization.Awards);
        builder.HasBounds(organization => organization.RegisteredOnEarliest, organization => organization.RegisteredOnLatest);
        builder.ComplexProperty(organization => organization.LegalForm);
        builder.ComplexProperty(organization => organization.Location);
        builder.HasVector(organization => organization.LocationX, organization => organization.LocationY, organization => organization.LocationZ);
        builder.HasIndex(organization => organization.Ogrn);
        builder.HasIndex(organization => organization.ParentId).HasFilter($"\"{nameof(Organization.ParentId)}\" IS NOT NULL");
        builder.HasIndex(organization => organization.Inn);
        builder.HasIndex(organization => new { organization.TerritoryId, organization.DisplayNameFolded, organization.Id });
        builder.HasOne(organization => organization.Parent).WithMany(parent => parent.Children).IsOptional(organization => organization.ParentId);
        builder.HasOne(organization => organization.Territory).WithMany(territory => territory.Organizations)
            .IsOptional(organization => organization.TerritoryId);
    }
}
