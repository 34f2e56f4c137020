using System.Text;
using System.Text.Json.Nodes;
using CenterDirectory.Api.OpenData.Dumps;
using CenterDirectory.Api.OpenData.Hsds;
using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.OpenData;

/// <summary>What HSDS can carry of centers, organizations and services comes back through our own importer as it was.</summary>
public sealed class HsdsRoundTripTests : IDisposable
{
    private static readonly string[] Carried =
    [
        "name", "nameEn", "shortName", "aliases", "level", "status", "kind", "specializations", "supportKinds", "audiences", "deliveryModes", "fee", "price", "description",
        "descriptionEn", "operator", "parent", "center", "provider", "territory", "addressText", "location", "website", "url", "contacts", "openingHours", "registeredOn",
        "ogrn", "inn", "legalForm", "eligibility", "requiredDocuments", "result", "duration", "howToApply", "displayName", "type",
    ];

    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("center-directory-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task What_HSDS_can_carry_comes_back(int seed)
    {
        var random = new Random(seed);
        var records = new[] { Territories(), Many(9, i => Organization(i, random)), Many(6, i => Center(i, random)), Many(12, i => Service(i, random)) };
        string[] names = ["territories", "organizations", "centers", "services"];
        await using var first = await DumpFacts.ImportAsync([.. names.Zip(records, (name, lines) => (name + DumpNames.Lines, lines)), .. await EmptyAsync(names)]);

        await using var second = await OwnDirectory.CreateAsync();
        second.Write("hsds.yaml", await File.ReadAllTextAsync(Path.Combine(CenterDirectory.Api.Hosting.HostPaths.Root, "feeds", "hsds.yaml"), TestContext.Current.CancellationToken));
        second.Write("hsds.json", await HsdsAsync(first));
        second.Write("a-territories.yaml", "key: a\ntitle: A\nsource: { file: territories.ndjson, format: dump, records: Territory }\nrecord: Territory\nid-from: [id]\nmap: same\n");
        second.Write("territories.ndjson", records[0]);
        await second.ImportAsync();

        Assert.Equal(await FactsAsync(first, "first"), await FactsAsync(second, "second"));
    }

    private static async Task<IEnumerable<(string, string)>> EmptyAsync(string[] except)
    {
        await using var bare = await OwnDirectory.CreateAsync();
        return [.. bare.Services.GetRequiredService<DumpTables>().All.Where(table => !except.Contains(table.Name)).Select(table => (table.Name + DumpNames.Lines, ""))];
    }

    /// <summary>Everything as NDJSON: organizations with their services, and services of nobody.</summary>
    private static async Task<string> HsdsAsync(OwnDirectory directory)
    {
        await using var scope = directory.Services.CreateAsyncScope();
        var lists = new HsdsLists(scope.ServiceProvider.GetRequiredService<DirectoryDb>(), scope.ServiceProvider.GetRequiredService<HsdsReader>(), "https://example.org", DateOnly.FromDateTime(DirectoryServer.Now.UtcDateTime));
        var request = HsdsRequest.Read(new QueryCollection(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues> { ["full"] = "true", ["full_service"] = "true" }), 200);
        var text = new StringBuilder();
        foreach (var list in new[] { await lists.OrganizationsAsync(request, default), await lists.ServicesAsync(request, default) })
        {
            await foreach (var item in list.Stream(TestContext.Current.CancellationToken))
            {
                text.Append(item.ToJsonString(HsdsJson.Options)).Append('\n');
            }
        }

        return text.ToString();
    }

    private async Task<List<string>> FactsAsync(OwnDirectory directory, string name)
    {
        var dump = await DumpFacts.ExportAsync(directory, Path.Combine(folder.FullName, name));
        return [.. File.ReadLines(Path.Combine(dump, DumpNames.All)).Select(line => JsonNode.Parse(line)!.AsObject())
            .Where(record => (string)record["type"]! is "Center" or "Organization" or "Service")
            .Select(record => DumpFacts.Of(new JsonObject(record.Where(field => Carried.Contains(field.Key)).Select(field => KeyValuePair.Create(field.Key, Named(field.Value)))), "slug"))
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>Slugs are made of names, and ids are each directory's own: a reference is compared by whether it is there.</summary>
    private static JsonNode? Named(JsonNode? value) => value is JsonObject reference && reference.ContainsKey("slug") ? "a reference" : value?.DeepClone();

    private static string Territories() => Line(Head("Territory", 1, "Речной край"), ("kind", "REGION"), ("code", "91"));

    private static string Organization(int id, Random random) => Line(
        Head("Organization", id, $"Фонд {id}"),
        ("kind", Word<OrganizationKind>(random)), ("status", "UNKNOWN"), ("aliases", List(random, "Фонд Реки", "ФР")), ("shortName", Maybe(random, "ФР")),
        ("registeredOn", Maybe(random, "2011-03")), ("legalForm", Maybe(random, "Фонд") is { } form ? new JsonObject { ["label"] = form } : null),
        ("ogrn", Maybe(random, RandomDump.OgrnOf(id))), ("inn", Maybe(random, "7707083893")), ("addressText", Maybe(random, "ул. Садовая, 5, вход со двора")),
        ("territory", TerritoryOf(random)), ("parent", id > 1 ? Reference("Organization", id - 1) : null), ("location", Point(random)),
        ("contacts", Contacts(random)), ("website", Maybe(random, "https://fond.example/")), ("nameEn", Maybe(random, "Fund")));

    private static string Center(int id, Random random) => Line(
        Head("Center", id, $"Центр {id}"),
        ("level", Word<CenterLevel>(random)), ("status", Word<CenterStatus>(random)), ("aliases", List(random, "РЦ", "Центр «Река»")), ("shortName", Maybe(random, "РЦ")),
        ("specializations", List(random, "VOLUNTEERING", "CULTURE")), ("statedSupportKinds", List(random, "FINANCIAL", "TRAINING")), ("statedAudiences", List(random, "TOS", "YOUTH")),
        ("description", Maybe(random, "Помогает.\nУчит.")), ("descriptionEn", Maybe(random, "Helps.")), ("nameEn", Maybe(random, "Center")),
        ("operator", Reference("Organization", random.Next(1, 10))), ("territory", TerritoryOf(random)), ("addressText", Maybe(random, "Лесная, 7")), ("location", Point(random)),
        ("contacts", Contacts(random)), ("website", Maybe(random, "https://center.example/")),
        ("openingHours", new JsonArray(new JsonObject { ["weekdays"] = new JsonArray("MONDAY", "FRIDAY"), ["opensAt"] = "09:00:00", ["closesAt"] = "18:30:00", ["text"] = "Пн/пт с 9 до 18:30" })));

    /// <summary>HSDS speaks of organizations that offer something: each of them provides one service at least.</summary>
    private static JsonObject? ProviderOf(int id, Random random) =>
        id <= 9 ? Reference("Organization", id) : random.Next(2) == 0 ? Reference("Organization", random.Next(1, 10)) : null;

    private static string Service(int id, Random random) => Line(
        Head("Service", id, $"Услуга {id}"),
        ("center", random.Next(3) > 0 ? Reference("Center", random.Next(1, 7)) : null), ("provider", ProviderOf(id, random)),
        ("territory", TerritoryOf(random)), ("supportKinds", List(random, "CONSULTING", "TAX_RELIEF")), ("audiences", List(random, "NONPROFITS", "TOS")),
        ("deliveryModes", List(random, "ON_SITE", "PHONE")), ("fee", Maybe(random, "MIXED")), ("status", Word<ServiceStatus>(random)),
        ("price", random.Next(2) == 0 ? new JsonObject { ["amountMinor"] = 150_050, ["currency"] = "RUB" } : null), ("description", Maybe(random, "Разбираем отчёт.")),
        ("eligibility", Maybe(random, "Любая НКО")), ("requiredDocuments", List(random, "Устав", "Отчёт, прошлый год")), ("result", Maybe(random, "Отчёт")),
        ("duration", Maybe(random, "три дня")), ("howToApply", Maybe(random, "По телефону")), ("url", Maybe(random, "https://center.example/u")), ("contacts", Contacts(random)));

    /// <summary>As HSDS has them: telephones first, then one mailbox, without words around them.</summary>
    private static JsonArray Contacts(Random random)
    {
        var phones = Enumerable.Range(1, random.Next(4)).Select(i => (JsonNode)new JsonObject { ["kind"] = "PHONE", ["value"] = $"+7800000000{i}" });
        return [.. phones, .. random.Next(2) == 0 ? new JsonNode[] { new JsonObject { ["kind"] = "EMAIL", ["value"] = "a@fond.example" } } : []];
    }

    private static JsonObject? Point(Random random) => random.Next(2) == 0 ? null : new JsonObject { ["latitude"] = 55.125, ["longitude"] = 73.5, ["accuracy"] = "UNKNOWN" };

    private static JsonObject? TerritoryOf(Random random) => random.Next(2) == 0 ? null : Reference("Territory", 1);

    private static string Word<T>(Random random)
        where T : struct, Enum => DumpJson.NameOf(Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)]);

    private static string? Maybe(Random random, string text) => random.Next(3) == 0 ? null : text;

    private static JsonArray List(Random random, params string[] items) => [.. items.Where(_ => random.Next(2) == 0).Select(item => (JsonNode)item)];

    private static JsonObject Reference(string kind, int id) => new() { ["id"] = DumpReferences.IdOf(kind, id), ["slug"] = $"{kind}-{id}".ToLowerInvariant() };

    private static JsonObject Head(string kind, int id, string name) =>
        new() { ["type"] = kind, ["id"] = DumpReferences.IdOf(kind, id), ["slug"] = $"{kind}-{id}".ToLowerInvariant(), ["name"] = name };

    private static string Line(JsonObject head, params (string Name, JsonNode? Value)[] fields)
    {
        foreach (var (name, value) in fields.Where(field => field.Value is not null))
        {
            head[name] = value;
        }

        return head.ToJsonString(DumpJson.Options) + "\n";
    }

    private static string Many(int count, Func<int, string> line) => string.Concat(Enumerable.Range(1, count).Select(line));
}
