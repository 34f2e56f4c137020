using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CenterDirectory.Api.OpenData.Dumps;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Tests.OpenData;

/// <summary>
/// Records of every type that state every field now and then, found in the entities: a field that comes later is here without an edit.
/// </summary>
internal sealed class RandomDump(DumpTables tables, Random random)
{
    private const int Rows = 6;

    private static readonly string[] Words = ["Центр «Река»", "запятая, точка; черта |", "ёж и Ещё", "\"кавычки\"", "строка\nи другая", "100 % & <тег>", "Ω – знак"];

    private static readonly string[] Dates = ["2019-08", "2021-03-15", "XXXX-11-16/XXXX-11-17", "2020-01/..", "2019-04~", "2022"];

    // What must hold together to make sense, or is read as more than a text.
    private static readonly Dictionary<(string Type, string Field), string?[]> Known = new()
    {
        [("Event", "TimeZone")] = ["Asia/Omsk", "Europe/Moscow", null],
        [("Center", "TimeZone")] = ["Asia/Yakutsk", null],
        [("Territory", "TimeZone")] = ["Europe/Samara", null],
        [("Event", "Recurrence")] = [null],
        [("PersonRole", "Period")] = ["2020-01/..", null],
        [("Money", "Currency")] = ["RUB"],
        [("Territory", "Code")] = [null],
        [("Territory", "Iso")] = [null],
        [("Territory", "Oktmo")] = [null],
    };

    private int number;

    /// <summary>The lines of each table.</summary>
    public Dictionary<DumpTable, List<JsonObject>> Write()
    {
        var lines = tables.All.Where(table => !table.IsDerived).ToDictionary(table => table, table => Enumerable.Range(1, Rows).Select(id => Record(table, id)).ToList());
        Complete(lines);
        return lines;
    }

    private JsonObject Record(DumpTable table, int id)
    {
        var type = TypeOf(table);
        var record = new JsonObject { ["type"] = table.Kind, ["id"] = DumpReferences.IdOf(table.Kind, id) };
        if (type.IsSubclassOf(typeof(DirectoryEntry)))
        {
            record["slug"] = SlugOf(table.Kind, id);
        }

        foreach (var field in table.Fields.Where(field => !IsDerived(type, field.Name)))
        {
            if (Value(type, type.GetProperty(Pascal(field.Name), BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!, id) is { } value)
            {
                record[field.Name] = value;
            }
        }

        return record;
    }

    /// <summary>What the directory itself says, or keeps beside what was stated.</summary>
    private static bool IsDerived(Type type, string field) =>
        field is "slug" or "displayName" or "createdAt" or "updatedAt" || field.EndsWith("Earliest", StringComparison.Ordinal) || field.EndsWith("Latest", StringComparison.Ordinal)
        || (type == typeof(Center) && field is "supportKinds" or "audiences");

    /// <summary>A number with the right check digit.</summary>
    public static string OgrnOf(int id)
    {
        var digits = 102_770_013_200L + id;
        return string.Create(CultureInfo.InvariantCulture, $"{digits}{digits % 11 % 10}");
    }

    private JsonNode? Value(Type owner, PropertyInfo property, int id)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var isRequired = new NullabilityInfoContext().Create(property).ReadState == NullabilityState.NotNull;
        if (Known.TryGetValue((owner.Name, property.Name), out var words))
        {
            return words[random.Next(words.Length)] is { } word ? JsonValue.Create(word) : null;
        }

        if (!isRequired && random.Next(3) == 0)
        {
            return null;
        }

        if (typeof(IList).IsAssignableFrom(type))
        {
            return List(type.GetGenericArguments()[0], id);
        }

        return type.IsSubclassOf(typeof(DirectoryEntry)) ? Reference(owner, type, id)
            : type == typeof(DirectoryEntry) ? Subject(property)
            : property.Name is "Name" or "Title" && owner.IsSubclassOf(typeof(DirectoryEntry)) ? JsonValue.Create($"{owner.Name} {id} {Text()}")
            : Single(type, id);
    }

    private JsonArray List(Type item, int id)
    {
        var items = Enumerable.Range(0, random.Next(4)).Select(_ => Single(item, id)).ToList();
        // Values of a vocabulary have an order and do not repeat.
        return item.IsEnum
            ? [.. items.Select(value => value!.GetValue<string>()).Distinct().OrderBy(name => Array.FindIndex(Enum.GetValues(item).Cast<Enum>().ToArray(), value => DumpJson.NameOf(value) == name)).Select(name => (JsonNode)name)]
            : [.. items];
    }

    private JsonNode? Single(Type type, int id) => type switch
    {
        _ when type == typeof(string) => Text(),
        _ when type.IsEnum => DumpJson.NameOf((Enum)Pick(Enum.GetValues(type).Cast<object>().ToArray())),
        _ when type == typeof(bool) => random.Next(2) == 0,
        _ when type == typeof(int) => random.Next(1, 500),
        _ when type == typeof(long) => random.Next(1, 500) * 100_050L,
        _ when type == typeof(double) => Math.Round(random.NextDouble() * 80, 4),
        _ when type == typeof(DateTime) => new DateTime(2026, 1 + random.Next(12), 5, 9, 30, 0, DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        _ when type == typeof(DateOnly) => new DateOnly(2026, 1 + random.Next(12), 5).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ when type == typeof(TimeOnly) => new TimeOnly(random.Next(24), 30).ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        _ when type == typeof(Uri) => $"https://example.org/{random.Next(100)}?q=%D1%8F",
        _ when type == typeof(FuzzyDate) => Pick(Dates),
        _ when type == typeof(Ogrn) => OgrnOf(id),
        _ when type == typeof(Inn) => "7707083893",
        _ => Object(type, id),
    };

    /// <summary>A small object: one without what it needs would be none.</summary>
    private JsonObject Object(Type type, int id)
    {
        var result = new JsonObject();
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is not null && property.GetCustomAttribute<JsonIgnoreAttribute>() is null))
        {
            if (Value(type, property, id) is { } value && value is not JsonArray { Count: 0 })
            {
                result[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = value;
            }
        }

        // An object of nothing is left out.
        return result.Count > 0 ? result : new JsonObject { ["text"] = "слова" };
    }

    private JsonNode? Reference(Type owner, Type target, int id)
    {
        // What is above comes before: nothing contains itself.
        var other = owner == target ? id - 1 : random.Next(1, Rows + 1);
        return other < 1 ? null : ReferenceTo(target.Name, other);
    }

    private JsonObject Subject(PropertyInfo property)
    {
        var kind = Pick(OneOf.Navigations(property).ToArray()).PropertyType.Name;
        var reference = ReferenceTo(kind, random.Next(1, Rows + 1));
        return new JsonObject { ["type"] = kind, ["id"] = (string)reference["id"]!, ["slug"] = (string)reference["slug"]! };
    }

    private static JsonObject ReferenceTo(string kind, int id) => new() { ["id"] = DumpReferences.IdOf(kind, id), ["slug"] = SlugOf(kind, id) };

    /// <summary>Nobody is kept without a role, no territory is told apart without a code, a figure about a missing quantity is none.</summary>
    private void Complete(Dictionary<DumpTable, List<JsonObject>> lines)
    {
        for (var i = 0; i < Rows; i++)
        {
            lines[tables["PersonRole"]][i]["person"] = ReferenceTo(nameof(Person), i + 1);
            lines[tables["PersonRole"]][i].Remove("period");
            lines[tables["Territory"]][i]["code"] = (10 + i).ToString(CultureInfo.InvariantCulture);
            lines[tables["Territory"]][i]["iso"] = $"RU-A{i}";
            lines[tables["Territory"]][i]["oktmo"] = $"0100000{i}";
            // Two links of the same ends would be one fact told twice.
            lines[tables[nameof(CenterPartnership)]][i]["partner"] = ReferenceTo(nameof(Center), i + 1);
            lines[tables[nameof(CenterPartnership)]][i]["center"] = ReferenceTo(nameof(Center), ((i + 1) % Rows) + 1);
        }

        lines[tables["PersonRole"]][0]["period"] = "2020-01/..";
        var event1 = lines[tables["Event"]][0];
        (event1["startsAt"], event1["endsAt"], event1["timeZone"]) = ("2026-03-03T06:00:00Z", "2026-03-03T08:00:00Z", "Asia/Omsk");
        event1["recurrence"] = "RRULE:FREQ=WEEKLY;COUNT=4;BYDAY=TU";
    }

    private Type TypeOf(DumpTable table) => typeof(DirectoryEntry).Assembly.GetTypes().Single(type => type.Name == table.Kind && type.Namespace!.StartsWith(typeof(DirectoryEntry).Namespace!, StringComparison.Ordinal));

    private static string SlugOf(string kind, int id) => string.Create(CultureInfo.InvariantCulture, $"{JsonNamingPolicy.KebabCaseLower.ConvertName(kind)}-{id}");

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private string Text() => $"{Pick(Words)} {++number}";

    private T Pick<T>(T[] items) => items[random.Next(items.Length)];
}
