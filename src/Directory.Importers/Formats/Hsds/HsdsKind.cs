using System.Text.Json;

namespace CenterDirectory.Importers.Formats.Hsds;

/// <summary>The objects of the Human Services Data Specification 3.x that the directory takes.</summary>
internal enum HsdsKind
{
    Organization,
    Service,
    Location,
    ServiceAtLocation,
    Program,
}

/// <summary>Tells objects apart: by the name under which they stand, at the root by what they have.</summary>
internal static class HsdsKinds
{
    /// <summary>Names of the kinds as a manifest gives them in <c>records</c>.</summary>
    public static readonly string[] Names = ["organizations", "services", "locations", "service_at_locations", "programs"];

    private static readonly string[] ServiceMarks =
    [
        "organization_id", "organization", "application_process", "fees_description", "eligibility_description", "interpretation_services",
        "service_at_locations", "program_id",
    ];

    private static readonly string[] LocationMarks = ["location_type", "latitude", "transportation", "external_identifier_type"];

    private static readonly string[] OrganizationMarks =
    [
        "services", "year_incorporated", "legal_status", "tax_status", "parent_organization_id", "organization_identifiers", "funding", "programs",
    ];

    // Taxonomies and their terms have a name and a description too, as the least of an organization has.
    private static readonly string[] TaxonomyMarks = ["version", "code", "taxonomy", "taxonomy_id", "parent_id", "term_uri", "profile"];

    public static HsdsKind? Named(string records) => Array.IndexOf(Names, records) is >= 0 and var index ? (HsdsKind)index : null;

    /// <summary>The kind of what stands under a name, in the singular or plural, or as a file of the tabular form.</summary>
    public static HsdsKind? Under(string property)
    {
        var name = property.EndsWith(".csv", StringComparison.Ordinal) ? property[..^".csv".Length] : property;
        return Named(name.EndsWith('s') ? name : name + "s");
    }

    /// <summary>The kind of an object that no name tells; null if it is none of them.</summary>
    public static HsdsKind? Of(JsonElement item)
    {
        bool Has(string name) => item.TryGetProperty(name, out _);
        if ((Has("service") || Has("service_id")) && (Has("location") || Has("location_id")))
        {
            return HsdsKind.ServiceAtLocation;
        }

        return Array.Exists(LocationMarks, Has) ? HsdsKind.Location
            : Array.Exists(ServiceMarks, Has) ? HsdsKind.Service
            : Array.Exists(OrganizationMarks, Has) || (Has("name") && Has("description") && !Array.Exists(TaxonomyMarks, Has)) ? HsdsKind.Organization
            : null;
    }
}
