using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CenterDirectory.Api.OpenData.Dumps;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.OpenData.Catalog;

/// <summary>The open data as portals harvest them: a catalog of DCAT-AP 3 in JSON-LD.</summary>
internal sealed class DataCatalog(string origin, StoredDump? dump)
{
    private const string FileTypes = "http://publications.europa.eu/resource/authority/file-type/";
    private const string MediaTypes = "https://www.iana.org/assignments/media-types/";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly LocalizedText Title = new("CenterDirectory: ресурсные центры для НКО", "CenterDirectory: resource centers for non-profits");

    private static readonly LocalizedText Description = new(
        "Открытый справочник ресурсных центров, которые поддерживают некоммерческие организации: центры, услуги, организации, события, новости и источники сведений.",
        "Open directory of resource centers that support non-profits: centers, services, organizations, events, news, and the sources that say so.");

    private static readonly LocalizedText Rights = new(
        "Сведения сохраняют лицензию источника, который их сообщил; источники названы в каждой записи и в datapackage.json.",
        "Facts keep the licence of the source that stated them; sources are named in each record and in datapackage.json.");

    /// <summary>The catalog as JSON-LD.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject
        {
            ["@context"] = new JsonObject
            {
                ["dcat"] = "http://www.w3.org/ns/dcat#", ["dct"] = "http://purl.org/dc/terms/", ["foaf"] = "http://xmlns.com/foaf/0.1/",
                ["spdx"] = "http://spdx.org/rdf/terms#", ["xsd"] = "http://www.w3.org/2001/XMLSchema#", ["adms"] = "http://www.w3.org/ns/adms#",
            },
            ["@id"] = $"{origin}/data/catalog.jsonld",
            ["@type"] = "dcat:Catalog",
            ["dct:title"] = Texts(Title),
            ["dct:description"] = Texts(Description),
            ["dct:publisher"] = Publisher(),
            ["dct:language"] = Languages(),
            ["foaf:homepage"] = Reference($"{origin}/data"),
            ["dct:modified"] = dump is null ? null : Instant(dump.Package.CommittedAt),
            ["dcat:dataset"] = new JsonArray([.. Datasets()]),
            ["dcat:service"] = new JsonArray(Service("graphql", "GraphQL", $"{origin}/graphql", "https://spec.graphql.org/September2025/"),
                Service("hsds", "HSDS 3.0", $"{origin}/hsds", "https://docs.openreferral.org/en/3.0/")),
        },
        Readable);

    private IEnumerable<JsonNode> Datasets() => dump is null ? [] :
        dump.Package.Resources.GroupBy(resource => resource.Type ?? "").Select(group => Dataset(group.Key, [.. group]));

    private JsonObject Dataset(string type, IReadOnlyList<PackageResource> files)
    {
        var key = type.Length == 0 ? "all" : files[0].Path.Split('.')[0];
        return new JsonObject
        {
            ["@id"] = $"{origin}/data#{key}",
            ["@type"] = "dcat:Dataset",
            ["dct:identifier"] = key,
            ["dct:title"] = Texts(TitleOf(type)),
            ["dct:description"] = Texts(Description),
            ["dct:publisher"] = Publisher(),
            ["dct:language"] = Languages(),
            ["dct:spatial"] = Reference("http://publications.europa.eu/resource/authority/country/RUS"),
            ["dct:accrualPeriodicity"] = Reference("http://publications.europa.eu/resource/authority/frequency/IRREG"),
            ["dct:modified"] = Instant(dump!.Package.CommittedAt),
            ["dcat:version"] = dump.Package.Version,
            ["dct:accessRights"] = Reference("http://publications.europa.eu/resource/authority/access-right/PUBLIC"),
            ["dcat:landingPage"] = Reference($"{origin}/data"),
            ["dcat:distribution"] = new JsonArray([.. files.SelectMany(Distributions)]),
        };
    }

    /// <summary>As it is, and packed: the address of the newest revision, with the bytes that it has now.</summary>
    private IEnumerable<JsonNode> Distributions(PackageResource file)
    {
        yield return Distribution(file, file.Path, file.Bytes, file.Hash);
        var packed = Distribution(file, file.Packed.Path, file.Packed.Bytes, file.Packed.Hash);
        packed["dcat:compressFormat"] = Reference(MediaTypes + "application/gzip");
        yield return packed;
    }

    private JsonObject Distribution(PackageResource file, string name, long bytes, string hash) => new()
    {
        ["@id"] = string.Create(CultureInfo.InvariantCulture, $"{origin}/data/{dump!.Revision}/{name}"),
        ["@type"] = "dcat:Distribution",
        ["dct:title"] = name,
        ["dcat:accessURL"] = Reference($"{origin}/data"),
        ["dcat:downloadURL"] = Reference(string.Create(CultureInfo.InvariantCulture, $"{origin}/data/{dump.Revision}/{name}")),
        ["dcat:mediaType"] = Reference(MediaTypes + file.Mediatype),
        ["dct:format"] = Reference(FileTypes + (file.Format == "csv" ? "CSV" : "JSON")),
        ["dcat:byteSize"] = new JsonObject { ["@type"] = "xsd:nonNegativeInteger", ["@value"] = bytes.ToString(CultureInfo.InvariantCulture) },
        ["spdx:checksum"] = new JsonObject
        {
            ["@type"] = "spdx:Checksum",
            ["spdx:algorithm"] = Reference("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
            ["spdx:checksumValue"] = new JsonObject { ["@type"] = "xsd:hexBinary", ["@value"] = hash["sha256:".Length..] },
        },
        ["dct:rights"] = new JsonObject { ["@type"] = "dct:RightsStatement", ["dct:description"] = Texts(Rights) },
        ["dct:modified"] = Instant(dump.Package.CommittedAt),
    };

    private JsonObject Service(string key, string title, string address, string conformsTo) => new()
    {
        ["@id"] = $"{origin}/data#{key}",
        ["@type"] = "dcat:DataService",
        ["dct:title"] = title,
        ["dcat:endpointURL"] = Reference(address),
        ["dct:conformsTo"] = Reference(conformsTo),
        ["dct:publisher"] = Publisher(),
    };

    private static LocalizedText TitleOf(string type) => type.Length == 0 ? new("Справочник целиком", "The whole directory") : DumpTitles.Of(type);

    private JsonObject Publisher() => new() { ["@id"] = $"{origin}/", ["@type"] = "foaf:Agent", ["foaf:name"] = "CenterDirectory" };

    private static JsonArray Languages() =>
        [Reference("http://publications.europa.eu/resource/authority/language/RUS"), Reference("http://publications.europa.eu/resource/authority/language/ENG")];

    private static JsonObject Reference(string address) => new() { ["@id"] = address };

    private static JsonObject Instant(DateTime instant) =>
        new() { ["@type"] = "xsd:dateTime", ["@value"] = instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) };

    private static JsonArray Texts(LocalizedText text) =>
        [new JsonObject { ["@language"] = "ru", ["@value"] = text.Ru }, new JsonObject { ["@language"] = "en", ["@value"] = text.En }];
}
