using CenterDirectory.Api.Schema;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Tests.Schema;

/// <summary>Queries made from the schema, so that a new field is asked for without anybody thinking of it.</summary>
internal static class SchemaProbes
{
    /// <summary>What fields with a required argument are asked with; <c>$id</c> is the id of a center.</summary>
    private static readonly Dictionary<string, string> Arguments = new()
    {
        ["Vocabularies.vocabulary"] = "(enum: \"SupportKind\")",
        ["Query.node"] = "(id: $id)",
        ["Query.nodes"] = "(ids: [$id])",
        ["Query.center"] = "(id: $id)",
        ["Query.service"] = "(slug: \"raduzhnyj-subsidii\")",
        ["Query.organization"] = "(slug: \"ciss-omsk\")",
        ["Query.event"] = "(slug: \"kruglyj-stol-habarovsk\")",
        ["Query.newsItem"] = "(slug: \"omsk-resursnye-centry-v-rajonah\")",
        ["Query.territory"] = "(key: \"RU-KHA\")",
        ["Query.network"] = "(slug: \"uralskaya-set-resursnyh-centrov\")",
        ["Query.program"] = "(slug: \"shkola-rukovoditelej-resursnyh-centrov\")",
        ["Query.project"] = "(slug: \"estafeta-socialnyh-innovacij-2019\")",
        ["Query.grant"] = "(slug: \"estafeta-socialnyh-innovacij-2019\")",
        ["Query.practice"] = "(slug: \"socialnoe-soprovozhdenie-semej\")",
        ["Query.metric"] = "(slug: \"nko-habarovskogo-kraya\")",
        ["Query.person"] = "(slug: \"kseniya-trenogina\")",
        ["Query.standard"] = "(slug: \"no-such-standard\")",
        ["Query.source"] = "(key: \"made-up\")",
        ["Query.occurrences"] = "from: \"2018-06-01\", to: \"2019-05-31\"",
        ["Event.occurrences"] = "(from: \"2019-01-01\", to: \"2019-12-31\")",
        ["GeoPoint.distanceKm"] = "(from: { latitude: 55, longitude: 73 })",
        ["Query.coverage"] = "(territory: \"RU-KHA\")",
        ["Query.search"] = "query: \"хабаровск\"",
        ["Query.suggest"] = "(prefix: \"хаб\")",
    };

    private static readonly GraphQL.Types.Schema TheSchema = DirectorySchema.Build();

    /// <summary>The shortest way from the query to each type, as field names with their arguments.</summary>
    private static readonly Dictionary<ObjectType, string[]> Paths = FindPaths();

    /// <summary>All types that a client can get to, as <c>Type</c>, and all their fields with a selection, as <c>Type.field</c>.</summary>
    public static IEnumerable<string> All()
    {
        foreach (var (type, _) in Paths)
        {
            if (type != TheSchema.QueryType)
            {
                yield return type.Name;
            }

            foreach (var field in type.Fields.Where(field => field.Type.Named.IsComposite))
            {
                yield return $"{type.Name}.{field.Name}";
            }
        }
    }

    /// <summary>The query of a probe.</summary>
    public static string DocumentOf(string probe)
    {
        var names = probe.Split('.');
        var type = Paths.Keys.Single(type => type.Name == names[0]);
        var selection = names.Length == 1 ? Leaves(type) : Ask(type.FieldsByName[names[1]]);
        var document = Paths[type].Reverse().Aggregate(selection, (inner, step) => $"{step} {{ {inner} }}");
        return document.Contains("$id", StringComparison.Ordinal) ? $"query($id: ID!) {{ {document} }}" : $"{{ {document} }}";
    }

    /// <summary>Whether the type is one page of a list.</summary>
    public static bool IsConnection(NamedType type) => type is ObjectType && type.Name.EndsWith("Connection", StringComparison.Ordinal);

    /// <summary>The item type of a connection.</summary>
    public static NamedType ItemOf(NamedType connection) => ((ObjectType)connection).FieldsByName["nodes"].Type.Named;

    private static string Ask(OutputField field)
    {
        var head = Head(field);
        return IsConnection(field.Type.Named)
            ? $"{head} {{ {Leaves(field.Type.Named)} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} edges {{ cursor node {{ __typename }} }} nodes {{ {Leaves(ItemOf(field.Type.Named))} }} }}"
            : $"{head} {{ {Leaves(field.Type.Named)} }}";
    }

    private static string Head(OutputField field)
    {
        var arguments = Arguments.GetValueOrDefault($"{field.DeclaringType.Name}.{field.Name}", "");
        return IsConnection(field.Type.Named) ? $"{field.Name}(first: 2 {arguments})" : field.Name + arguments;
    }

    private static string Leaves(NamedType type) => type is FieldsType known
        ? string.Join(' ', ["__typename", .. known.Fields.Where(field => field.Type.Named.IsLeaf).Select(Head)])
        : "__typename ... on DirectoryEntry { slug }";

    private static Dictionary<ObjectType, string[]> FindPaths()
    {
        var paths = new Dictionary<ObjectType, string[]> { [TheSchema.QueryType] = [] };
        var queue = new Queue<ObjectType>([TheSchema.QueryType]);
        while (queue.TryDequeue(out var type))
        {
            foreach (var field in type.Fields)
            {
                var isConnection = IsConnection(field.Type.Named) && ItemOf(field.Type.Named) is ObjectType;
                var target = (isConnection ? ItemOf(field.Type.Named) : field.Type.Named) as ObjectType;
                if (target is not null && paths.TryAdd(target, isConnection ? [.. paths[type], Head(field), "nodes"] : [.. paths[type], Head(field)]))
                {
                    queue.Enqueue(target);
                }
            }
        }

        return paths;
    }
}
