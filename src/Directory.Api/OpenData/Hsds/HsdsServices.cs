using System.Globalization;
using System.Text.Json.Nodes;
using CenterDirectory.Api.OpenData.Dumps;
using CenterDirectory.Api.Schema.Provenance;
using CenterDirectory.Api.Schema.Standards;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.OpenData.Hsds;

/// <summary>Services as HSDS has them.</summary>
/// <param name="origin">Scheme and host of the site.</param>
/// <param name="today">Today.</param>
internal sealed class HsdsServices(string origin, DateOnly today)
{
    private const int MinorUnits = 100;

    private readonly HsdsObjects objects = new(origin);

    /// <summary>A service; without what it has several of, unless it is full.</summary>
    public JsonObject Service(Service service, bool isFull, bool withOrganization = true)
    {
        var owner = GlobalId.Encode(nameof(Data.Entities.Service), service.Id);
        var json = Plain(service).With("organization", withOrganization ? Organization(service, isFull) : null);
        return !isFull ? json : json
            .With("phones", HsdsJson.Phones(service.Contacts, owner))
            .With("service_areas", Areas(service, owner))
            .With("service_at_locations", service.Center is null ? null : new JsonArray(AtLocation(service)))
            .With("cost_options", Costs(service.Price, owner))
            .With("required_documents", Documents(service.RequiredDocuments, owner))
            .With("accreditations", Accreditations(service))
            .With("attributes", HsdsJson.Attributes(
                [.. service.SupportKinds.Cast<Enum>(), .. service.Audiences.Cast<Enum>(), .. service.DeliveryModes.Cast<Enum>(), .. FeeOf(service)], owner, "service"));
    }

    /// <summary>A service at the place of its center, seen from the place.</summary>
    public JsonObject ServiceAtLocation(Service service, bool isFull) => AtLocation(service).With("service", Service(service, isFull));

    /// <summary>What a reader needs who only looks for what is new.</summary>
    public static JsonObject Minimal(Service service) => new()
    {
        ["id"] = HsdsId.Of(nameof(Data.Entities.Service), service.Id).ToString(),
        ["name"] = service.Name,
        ["status"] = StatusOf(service.Status),
        ["last_modified"] = HsdsJson.Instant(service.UpdatedAt),
    };

    private JsonObject Plain(Service service) => new JsonObject
    {
        ["id"] = HsdsId.Of(nameof(Data.Entities.Service), service.Id).ToString(),
        ["name"] = service.Name,
        ["status"] = StatusOf(service.Status),
        ["directory_status"] = DumpJson.NameOf(service.Status),
        ["slug"] = service.Slug,
        ["page"] = $"{origin}/services/{service.Slug}",
        ["last_modified"] = HsdsJson.Instant(service.UpdatedAt),
    }
        .With("assured_date", VerifiedEntryType.InstantOf(service)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        .With("name_en", service.NameEn)
        .With("organization_id", service.CenterId is { } center ? HsdsId.Of(nameof(Center), center).ToString() : ProviderOf(service))
        .With("center_id", service.CenterId is { } id ? HsdsId.Of(nameof(Center), id).ToString() : null)
        .With("provider_id", ProviderOf(service))
        .With("description", service.Description)
        .With("description_en", service.DescriptionEn)
        .With("url", service.Url?.AbsoluteUri)
        .With("email", HsdsJson.Email(service.Contacts))
        .With("application_process", service.HowToApply)
        .With("fees_description", service.Fee is { } fee ? Labels.Of(fee).Ru : null)
        .With("eligibility_description", service.Eligibility)
        .With("territory", service.Territory?.Slug)
        .With("result", service.Result)
        .With("duration", service.Duration);

    /// <summary>Standards that a coordinator confirmed, as long as that holds; what a center only says of itself is no accreditation.</summary>
    private string? Accreditations(Service service)
    {
        var confirmed = service.Declarations.Where(declaration => DeclarationStanding.StateOf(declaration, today) == StandardState.Confirmed)
            .OrderBy(declaration => declaration.Standard.DisplayName, StringComparer.Ordinal)
            .Select(declaration => declaration.Standard.DisplayName + (declaration.ExpiresOn is { } last ? $" (по {last.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)})" : ""));
        return string.Join("; ", confirmed) is { Length: > 0 } text ? text : null;
    }

    private JsonObject? Organization(Service service, bool isFull) =>
        service.Center is { } center ? objects.Organization(center, isFull) : service.Provider is { } provider ? objects.Organization(provider, isFull) : null;

    private static string? ProviderOf(Service service) =>
        service.ProviderId is { } provider ? HsdsId.Of(nameof(Data.Entities.Organization), provider).ToString() : null;

    private static JsonObject AtLocation(Service service) => new JsonObject
    {
        ["id"] = HsdsId.Of(nameof(Data.Entities.Service), service.Id, HsdsReader.AtLocation).ToString(),
        ["service_id"] = HsdsId.Of(nameof(Data.Entities.Service), service.Id).ToString(),
        ["location_id"] = HsdsJson.Id(GlobalId.Encode(nameof(Center), service.Center!.Id) + "/location"),
    }.With("location", HsdsObjects.Location(service.Center));

    /// <summary>Where the service is offered, and for which places its center works.</summary>
    private JsonArray Areas(Service service, string owner) =>
    [
        .. new[] { service.Territory }.Concat(service.Center?.ServiceAreas.Select(area => area.Territory) ?? []).OfType<Territory>()
            .DistinctBy(territory => territory.Id)
            .Select(territory => (JsonNode)new JsonObject
            {
                ["id"] = HsdsJson.Id($"{owner}/area/{territory.Id}"),
                ["name"] = territory.Name,
                ["uri"] = $"{origin}/territories/{territory.Slug}",
                ["territory"] = territory.Slug,
            }.With("name_en", territory.NameEn).With("extent", territory.Oktmo?.Value).With("extent_type", territory.Oktmo is null ? null : "oktmo")),
    ];

    private static JsonArray Costs(Money? price, string owner) => price is null ? [] :
        [new JsonObject { ["id"] = HsdsJson.Id(owner + "/cost"), ["amount"] = price.AmountMinor / (decimal)MinorUnits, ["currency"] = price.Currency }];

    private static JsonArray Documents(IEnumerable<string> documents, string owner) =>
        [.. documents.Select((text, index) => (JsonNode)new JsonObject { ["id"] = HsdsJson.Id($"{owner}/document/{index}"), ["document"] = text })];

    private static IEnumerable<Enum> FeeOf(Service service) => service.Fee is { } fee ? [fee] : [];

    /// <summary>HSDS has no word for what nobody said: a service that is told of counts as offered; the exact state stands beside it.</summary>
    private static string StatusOf(ServiceStatus status) => status switch
    {
        ServiceStatus.Active or ServiceStatus.Unknown => "active",
        ServiceStatus.Planned => "inactive",
        ServiceStatus.Suspended => "temporarily closed",
        ServiceStatus.Closed => "defunct",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A state without a word in HSDS."),
    };
}
