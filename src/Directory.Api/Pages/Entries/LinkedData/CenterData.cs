using System.Globalization;
using System.Text.Json.Nodes;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Pages.Entries.LinkedData;

/// <summary>A center in the words of schema.org.</summary>
internal static class CenterData
{
    /// <summary>The center with what it offers.</summary>
    public static JsonObject Of(LinkedTerms terms, Center center, IReadOnlyList<Service> services, IReadOnlyList<Network> networks)
    {
        var node = terms.Subject(center)
            .With("alternateName", center.Aliases.Prepend(center.ShortName ?? "").Where(name => name.Length > 0))
            .With("description", terms.Text(center.Description, center.DescriptionEn))
            .With("url", LinkedTerms.Web(center.Website))
            .With("foundingDate", LinkedTerms.Date(center.StartsOn))
            .With("parentOrganization", terms.Maybe((DirectoryEntry?)center.Parent ?? center.Operator))
            .With("memberOf", networks.Select(terms.Reference))
            .With("knowsAbout", center.ActivityAreas)
            .With("address", LinkedTerms.Address(center.Address, center.AddressText))
            .With("location", Place(terms, center))
            .With("makesOffer", services.Where(service => service.Status is ServiceStatus.Active or ServiceStatus.Unknown)
                .Select(service => JsonLd.Of("Offer").With("itemOffered", terms.Reference(service))));
        return LinkedTerms.Contacts(node, center.Contacts);
    }

    private static JsonObject? Place(LinkedTerms terms, Center center)
    {
        var point = LinkedTerms.Point(center.Location);
        var area = terms.Area(center.Territory, center.TerritoryText);
        var hours = center.OpeningHours.Where(row => row is { OpensAt: not null, ClosesAt: not null, Weekdays.Count: > 0 }).Select(Hours).ToList();
        return point is null && area is null && hours.Count == 0 ? null : JsonLd.Of("Place")
            .With("geo", point).With("containedInPlace", area).With("openingHoursSpecification", hours);
    }

    private static JsonObject Hours(OpeningHours row) => JsonLd.Of("OpeningHoursSpecification")
        .With("dayOfWeek", row.Weekdays.Select(day => "https://schema.org/" + day))
        .With("opens", row.OpensAt!.Value.ToString("HH:mm", CultureInfo.InvariantCulture))
        .With("closes", row.ClosesAt!.Value.ToString("HH:mm", CultureInfo.InvariantCulture))
        .With("validFrom", row.ValidFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        .With("validThrough", row.ValidThrough?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
