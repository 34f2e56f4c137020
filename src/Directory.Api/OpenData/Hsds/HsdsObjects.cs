using System.Text.Json.Nodes;
using CenterDirectory.Api.OpenData.Dumps;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.OpenData.Hsds;

/// <summary>
/// Entries as objects of HSDS: a center is an organization with one location, its operator the parent of that organization; its services are
/// services there. What the specification has no field for stands in fields of our own: English beside Russian, slugs, types, exact states.
/// </summary>
internal sealed class HsdsObjects(string origin)
{
    /// <summary>A center as an organization.</summary>
    /// <param name="center">The center.</param>
    /// <param name="isFull">With everything around it.</param>
    public JsonObject Organization(Center center, bool isFull)
    {
        var owner = GlobalId.Encode(nameof(Center), center.Id);
        var json = Head(center, center.ShortName, center.Aliases, "CENTER", "/centers/" + center.Slug)
            .With("official_name", center.Name)
            .With("description", center.Description ?? "")
            .With("description_en", center.DescriptionEn)
            .With("email", HsdsJson.Email(center.Contacts))
            .With("website", center.Website?.AbsoluteUri)
            .With("parent_organization_id", center.OperatorId is { } parent ? HsdsId.Of(nameof(Data.Entities.Organization), parent).ToString() : null)
            .With("directory_level", DumpJson.NameOf(center.Level))
            .With("directory_status", DumpJson.NameOf(center.Status));
        return !isFull ? json : json
            .With("phones", HsdsJson.Phones(center.Contacts, owner))
            .With("locations", new JsonArray(Location(center)))
            .With("attributes", HsdsJson.Attributes(
                [.. center.Specializations.Cast<Enum>(), .. center.SupportKinds.Cast<Enum>(), .. center.Audiences.Cast<Enum>()], owner, "organization"));
    }

    /// <summary>An organization.</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="isFull">With everything around it.</param>
    public JsonObject Organization(Organization organization, bool isFull)
    {
        var owner = GlobalId.Encode(nameof(Data.Entities.Organization), organization.Id);
        var json = Head(organization, organization.ShortName, organization.Aliases, "ORGANIZATION", "/organizations/" + organization.Slug)
            .With("description", organization.LegalForm?.Label is { Length: > 0 } form ? form : Labels.Of(organization.Kind).Ru)
            .With("email", HsdsJson.Email(organization.Contacts))
            .With("website", organization.Website?.AbsoluteUri)
            .With("legal_status", organization.LegalForm?.Label)
            .With("tax_id", organization.Inn?.Value)
            .With("year_incorporated", organization.RegisteredOn is { Earliest: { } from, Latest: { } to } && from.Year == to.Year ? from.Year : null)
            .With("registered_on", organization.RegisteredOn?.Value)
            .With("parent_organization_id", organization.ParentId is { } parent ? HsdsId.Of(nameof(Data.Entities.Organization), parent).ToString() : null);
        return !isFull ? json : json
            .With("phones", HsdsJson.Phones(organization.Contacts, owner))
            .With("locations", Locations(organization, owner))
            .With("organization_identifiers", Identifiers(organization, owner))
            .With("attributes", HsdsJson.Attributes(organization.Kind == OrganizationKind.Unknown ? [] : [organization.Kind], owner, "organization"));
    }

    /// <summary>The place of a center.</summary>
    public static JsonObject Location(Center center)
    {
        var owner = GlobalId.Encode(nameof(Center), center.Id) + "/location";
        return new JsonObject { ["id"] = HsdsJson.Id(owner), ["location_type"] = "physical", ["name"] = center.DisplayName }
            .With("name_en", center.NameEn)
            .With("organization_id", HsdsId.Of(nameof(Center), center.Id).ToString())
            .With("url", center.Website?.AbsoluteUri)
            .With("latitude", center.Location?.Latitude)
            .With("longitude", center.Location?.Longitude)
            .With("territory", center.Territory?.Slug)
            .With("addresses", HsdsJson.Addresses(center.Address, center.AddressText, center.Territory?.Name ?? center.TerritoryText, owner))
            .With("phones", HsdsJson.Phones(center.Contacts, owner))
            .With("schedules", HsdsJson.Schedules(center.OpeningHours, owner));
    }

    private static JsonArray Locations(Organization organization, string owner)
    {
        var addresses = HsdsJson.Addresses(organization.Address, organization.AddressText, organization.Territory?.Name ?? organization.TerritoryText, owner);
        return addresses.Count == 0 && organization.Location is null && organization.Territory is null ? [] :
        [
            new JsonObject { ["id"] = HsdsJson.Id(owner + "/location"), ["location_type"] = "physical", ["name"] = organization.DisplayName }
                .With("latitude", organization.Location?.Latitude)
                .With("longitude", organization.Location?.Longitude)
                .With("territory", organization.Territory?.Slug)
                .With("addresses", addresses),
        ];
    }

    private static JsonArray Identifiers(Organization organization, string owner)
    {
        (string Type, string? Number)[] numbers = [("OGRN", organization.Ogrn?.Value), ("INN", organization.Inn?.Value)];
        return
        [
            .. numbers.Where(pair => pair.Number is not null).Select(pair => (JsonNode)new JsonObject
            {
                ["id"] = HsdsJson.Id($"{owner}/identifier/{pair.Type}"),
                ["identifier_scheme"] = "RU-" + pair.Type,
                ["identifier_type"] = pair.Type,
                ["identifier"] = pair.Number,
            }),
        ];
    }

    /// <summary>What centers and organizations have in common; several other names stand on lines of their own.</summary>
    private JsonObject Head(DirectoryEntry entry, string? shortName, List<string> aliases, string type, string path) => new JsonObject
    {
        ["id"] = HsdsId.Of(entry.GetType().Name, entry.Id).ToString(),
        ["name"] = entry.DisplayName,
        ["uri"] = origin + path,
        ["directory_type"] = type,
        ["slug"] = entry.Slug,
        ["last_modified"] = HsdsJson.Instant(entry.UpdatedAt),
    }.With("name_en", entry.NameEn).With("short_name", shortName).With("alternate_name", aliases.Count > 0 ? string.Join('\n', aliases) : null);
}
