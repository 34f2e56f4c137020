using System.Text.Json;
using CenterDirectory.Api.Schema;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Tests.Schema.Changes;

/// <summary>A client that keeps a copy of the directory in step, as docs/changes.md tells it.</summary>
internal sealed class DirectoryCopy
{
    private static readonly GraphQL.Types.Schema TheSchema = DirectorySchema.Build();

    /// <summary>Links, which are no entries: what they say is copied with the entry that shows them.</summary>
    private static readonly Dictionary<string, string> Links = new()
    {
        ["Center"] = "serviceAreas { nodes { id } } networks { nodes { id } } events { nodes { id } } news { nodes { id } }",
        ["Event"] = "participants { nodes { role center { id } organization { id } } } centers { nodes { id } }",
        ["NewsItem"] = "mentions(first: 10) { nodes { text start confidence target { id } } }",
        ["Organization"] = "news { nodes { id } }",
        ["Network"] = "members { nodes { role center { id } } }",
    };

    /// <summary>All that is copied of an entry, whatever its type: values, and ids of what it refers to.</summary>
    private static string Selection { get; } = string.Join('\n', Types().Select(type => $"... on {type.Name} {{ {FieldsOf(type)} }}"));

    private static string PageQuery { get; } =
        "query($after: String, $since: Int, $first: Int, $types: [EntryType!]) { changes(after: $after, sinceRevision: $since, first: $first, types: $types) {"
        + $"pageInfo {{ hasNextPage endCursor }} latestRevision {{ number }} nodes {{ kind id revision {{ number }} node {{ {Selection} }} }} }} }}";

    /// <summary>Entries by their ids, as JSON.</summary>
    public SortedDictionary<string, string> Entries { get; private init; } = new(StringComparer.Ordinal);

    private string? Cursor { get; set; }

    private int? Since { get; set; }

    /// <summary>The same copy, to be continued by itself.</summary>
    public DirectoryCopy Clone() => new() { Entries = new(Entries, StringComparer.Ordinal), Cursor = Cursor, Since = Since };

    /// <summary>A copy of everything as it is, without cursor: it goes on from the revision.</summary>
    public static async Task<DirectoryCopy> DumpAsync(OwnDirectory directory)
    {
        var copy = new DirectoryCopy { Since = (await directory.DataAsync("{ revision { number } }")).GetProperty("revision").GetProperty("number").GetInt32() };
        foreach (var type in Types())
        {
            foreach (var entry in await AllAsync(directory, type))
            {
                copy.Entries.Add(IdOf(entry), entry.GetRawText());
            }
        }

        return copy;
    }

    /// <summary>Applies further pages, all or a number of them.</summary>
    public async Task FollowAsync(OwnDirectory directory, int pageSize, int pages = int.MaxValue)
    {
        for (var hasNext = true; hasNext && pages > 0; pages--)
        {
            var page = (await directory.DataAsync(
                PageQuery, new { after = Cursor, since = Cursor is null ? Since : null, first = pageSize })).GetProperty("changes");
            foreach (var change in page.GetProperty("nodes").EnumerateArray())
            {
                Apply(change);
            }

            var info = page.GetProperty("pageInfo");
            hasNext = info.GetProperty("hasNextPage").GetBoolean();
            // An empty page has no cursor: the last one known stays good.
            Cursor = info.GetProperty("endCursor").GetString() ?? Cursor;
        }
    }

    private void Apply(JsonElement change)
    {
        var id = IdOf(change);
        if (change.GetProperty("node") is { ValueKind: JsonValueKind.Object } node)
        {
            Entries[id] = node.GetRawText();
        }
        else
        {
            Entries.Remove(id);
        }
    }

    private static string IdOf(JsonElement item) => item.GetProperty("id").GetString()!;

    private static async Task<List<JsonElement>> AllAsync(OwnDirectory directory, ObjectType type)
    {
        // Ids are asked of the lists, which know nothing of the changes.
        // Of several lists the one that is called by the plural alone is that of all.
        var list = TheSchema.QueryType.Fields.Where(field => SchemaProbes.IsConnection(field.Type.Named) && SchemaProbes.ItemOf(field.Type.Named) == type)
            .MinBy(field => field.Name.Length)!;
        var ids = (await directory.DataAsync($"{{ {list.Name}(first: 100) {{ nodes {{ id }} pageInfo {{ hasNextPage }} }} }}")).GetProperty(list.Name);
        Assert.False(ids.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        var nodes = await directory.DataAsync(
            $"query($ids: [ID!]!) {{ nodes(ids: $ids) {{ {Selection} }} }}", new { ids = ids.GetProperty("nodes").EnumerateArray().Select(IdOf) });
        return [.. nodes.GetProperty("nodes").EnumerateArray()];
    }

    /// <summary>Whatever becomes an entry is copied, without anybody thinking of it.</summary>
    private static IEnumerable<ObjectType> Types() =>
        Enum.GetNames<EntryType>().Order(StringComparer.Ordinal).Select(name => (ObjectType)TheSchema.TypesByName[name]);

    private static string FieldsOf(ObjectType type)
    {
        // Who confirmed is asked of the audit log, by a statement for each type: all at once would be more than a request may ask.
        var values = type.Fields.Where(field => field.Type.Named.IsLeaf && field.Arguments.All(argument => !argument.IsRequired) && !field.IsVolatile && field.Name != "confirmedAs")
            .Select(NameOf);
        var references = type.Fields.Where(field => field.Type.Named is FieldsType { FieldsByName: var fields } && fields.ContainsKey("id") && field.Type.Nullable is not ListType)
            .Where(field => !field.IsVolatile)
            .Select(field => $"{NameOf(field)} {{ id }}");
        return string.Join(' ', [.. values, .. references, Links.GetValueOrDefault(type.Name, "")]);
    }

    /// <summary>Under one name there can be fields of one type: a name that one type always has and another sometimes needs two.</summary>
    private static string NameOf(OutputField field) =>
        Types().All(type => type.FieldsByName.GetValueOrDefault(field.Name)?.Type.ToString() is not { } other || other == field.Type.ToString())
            ? field.Name
            : $"{field.DeclaringType.Name}_{field.Name}: {field.Name}";
}
