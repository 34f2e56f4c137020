using System.Text.Json;
using CenterDirectory.Data;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Tests.Running;

/// <summary>Records that no source ever stated.</summary>
internal static class Invented
{
    private static readonly Dictionary<string, Dictionary<string, string>> References = new()
    {
        ["Territory"] = new() { ["parent"] = "Territory" },
        ["Organization"] = new() { ["parent"] = "Organization", ["territory"] = "Territory" },
        ["Center"] = new() { ["territory"] = "Territory", ["operator"] = "Organization", ["parent"] = "Center" },
        ["Service"] = new() { ["center"] = "Center", ["provider"] = "Organization", ["territory"] = "Territory" },
        ["Event"] = new() { ["territory"] = "Territory", ["partOf"] = "Event" },
        ["NewsItem"] = new() { ["territory"] = "Territory" },
        ["Network"] = new() { ["coordinator"] = "Organization" },
        ["NetworkMember"] = new() { ["network"] = "Network", ["center"] = "Center" },
        ["EventParticipant"] = new() { ["event"] = "Event", ["center"] = "Center", ["organization"] = "Organization" },
        ["Person"] = [],
        ["Metric"] = new() { ["territory"] = "Territory", ["subject"] = "" },
        ["Practice"] = new() { ["origin"] = "Territory", ["owner"] = "Organization" },
        ["Replication"] = new() { ["practice"] = "Practice", ["to"] = "Territory", ["event"] = "Event" },
        ["PersonRole"] = new() { ["person"] = "Person", ["organization"] = "Organization", ["center"] = "Center" },
        ["CenterServiceArea"] = new() { ["center"] = "Center", ["territory"] = "Territory" },
    };

    /// <summary>A record that states the properties of an anonymous object.</summary>
    public static ImportRecord Record(string kind, string id, object facts)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(facts, facts.GetType(), DirectoryJson.Options);
        using var document = JsonDocument.Parse(payload);
        var references = document.RootElement.EnumerateObject()
            .Where(field => References.GetValueOrDefault(kind)?.ContainsKey(field.Name) == true)
            .Select(field => ReferenceOf(field.Name, References[kind][field.Name], field.Value.GetString()!))
            .ToList();
        return new ImportRecord(kind, id, "rows", 2, payload, null, references);
    }

    /// <summary>A reference; one of no known kind says itself what it means.</summary>
    private static RecordReferenceKey ReferenceOf(string field, string kind, string key) =>
        kind.Length > 0 ? new(field, kind, key) : new(field, KindedKey.Parse(key).Kind, KindedKey.Parse(key).Key);

    public static ImportRecord Territory(string id, string name, string? code = null, string? parent = null, string kind = "Region") =>
        Record("Territory", id, new { name, kind, code, parent });

    public static ImportRecord Center(string id, string? name = null, string? territory = null, string? shortName = null, string[]? supportKinds = null) =>
        Record("Center", id, new { name, shortName, supportKinds, territory });

    public static ImportRecord Service(string id, string name, string center, string[] supportKinds, string status = "Active") =>
        Record("Service", id, new { name, center, supportKinds, status });

    public static ImportRecord Organization(string id, string name, string? territory = null, string? slug = null, string? ogrn = null) =>
        Record("Organization", id, new { slug, name, ogrn, territory });

    public static ImportRecord Person(string id, string name) => Record("Person", id, new { name });

    public static ImportRecord Role(string id, string person, string position, string? period = null) =>
        Record("PersonRole", id, new { person, position, period });

    public static ImportRecord Network(string id, string name) => Record("Network", id, new { name });

    public static ImportRecord Member(string id, string network, string center) => Record("NetworkMember", id, new { network, center, role = "Member" });
}
