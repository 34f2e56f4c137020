using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Provenance.Merging;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities;

/// <summary>Something that a center or organization does for those who need support.</summary>
public sealed class Service : DirectoryEntry
{
    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it consists of.</summary>
    public string? Description { get; set; }

    /// <summary>The description in English.</summary>
    public string? DescriptionEn { get; set; }

    /// <summary>Center that offers it; null if the source names only an organization or a territory.</summary>
    public Center? Center { get; set; }

    /// <summary>Organization that provides it, if not the center's operator.</summary>
    public Organization? Provider { get; set; }

    /// <summary>Where it is offered; the center's territory unless the source says otherwise.</summary>
    public Territory? Territory { get; set; }

    /// <summary>Kinds of support.</summary>
    [United]
    public List<SupportKind> SupportKinds { get; set; } = [];

    /// <summary>For whom.</summary>
    [United]
    public List<Audience> Audiences { get; set; } = [];

    /// <summary>How it reaches people.</summary>
    [United]
    public List<DeliveryMode> DeliveryModes { get; set; } = [];

    /// <summary>Areas in the source's words.</summary>
    [United]
    public List<string> ActivityAreas { get; set; } = [];

    /// <summary>Free or paid; null if nobody said.</summary>
    public Fee? Fee { get; set; }

    /// <summary>Price, if one is stated.</summary>
    public Money? Price { get; set; }

    /// <summary>Who may ask for it.</summary>
    public string? Eligibility { get; set; }

    /// <summary>Documents to bring.</summary>
    public List<string> RequiredDocuments { get; set; } = [];

    /// <summary>What one gets.</summary>
    public string? Result { get; set; }

    /// <summary>How long it takes, in the source's words.</summary>
    public string? Duration { get; set; }

    /// <summary>How to ask for it.</summary>
    public string? HowToApply { get; set; }

    /// <summary>Contacts for this service, at most 20.</summary>
    [United(nameof(Contact.Kind), nameof(Contact.Value), Most = 20)]
    public List<Contact> Contacts { get; set; } = [];

    /// <summary>Its page.</summary>
    public Uri? Url { get; set; }

    /// <summary>Whether it can be asked for.</summary>
    public ServiceStatus Status { get; set; } = ServiceStatus.Unknown;

    internal string NameFolded { get; set; } = "";

    internal long? CenterId { get; set; }

    internal long? ProviderId { get; set; }

    internal long? TerritoryId { get; set; }

    internal ICollection<StandardDeclaration> Declarations { get; set; } = [];
}

internal sealed class ServiceConfiguration : EntryConfiguration<Service>
{
    protected override void ConfigureEntry(EntityTypeBuilder<Service> builder)
    {
        builder.Property(service => service.NameFolded);
        builder.HasEnumList(service => service.SupportKinds);
        builder.HasEnumList(service => service.Audiences);
        builder.HasEnumList(service => service.DeliveryModes);
        builder.HasJsonList(service => service.Contacts);
        builder.ComplexProperty(service => service.Price);
        builder.HasIndex(service => new { service.CenterId, service.DisplayNameFolded, service.Id });
        builder.HasOne(service => service.Center).WithMany(center => center.Services).IsOptional(service => service.CenterId);
        builder.HasOne(service => service.Provider).WithMany(organization => organization.Services).IsOptional(service => service.ProviderId);
        builder.HasOne(service => service.Territory).WithMany(territory => territory.Services).IsOptional(service => service.TerritoryId);
    }
}
