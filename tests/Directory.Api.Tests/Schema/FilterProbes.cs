using CenterDirectory.Api.Schema;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Tests.Schema;

/// <summary>Filters and sorts made from the schema, for each list at the root.</summary>
internal static class FilterProbes
{
    private static readonly Dictionary<string, string> Operands = new()
    {
        ["String"] = "\"а\"",
        ["Int"] = "1",
        ["Float"] = "1.5",
        ["Boolean"] = "true",
        ["ID"] = "\"no-such-id\"",
        ["Date"] = "\"2019-04-02\"",
        ["DateTime"] = "\"2019-04-02T10:00:00+06:00\"",
        ["FuzzyDate"] = "\"2019-04\"",
        ["URL"] = "\"https://example.org/\"",
        ["Long"] = "1",
        ["Ogrn"] = "\"1038600500014\"",
        ["Inn"] = "\"8619000018\"",
        ["Oktmo"] = "\"65000000\"",
        ["TerritoryKey"] = "\"66\"",
        ["DateRangeInput"] = "{ from: \"2019-01-01\", to: \"2019-12-31\" }",
    };

    /// <summary>Arguments that a list cannot do without.</summary>
    private static readonly Dictionary<string, string> Required = new() { ["occurrences"] = "from: \"2018-06-01\", to: \"2019-05-31\"," };

    private static readonly GraphQL.Types.Schema TheSchema = DirectorySchema.Build();

    /// <summary>Each field of each filter of a root list, as <c>list.field</c>.</summary>
    public static IEnumerable<string> Filters() => Names("where");

    /// <summary>Each field of each sort input of a root list, as <c>list.field</c>.</summary>
    public static IEnumerable<string> Sorts() => Names("order");

    /// <summary>A query with every operator of a filter's field, each under an alias.</summary>
    public static string FilterDocument(string probe)
    {
        var (list, field) = Find(probe, "where");
        return Document(list, Conditions(field).Select(condition => $"where: {{ {field.Name}: {condition} }}"));
    }

    /// <summary>A query with both directions of a sort's field.</summary>
    public static string SortDocument(string probe)
    {
        var (list, field) = Find(probe, "order");
        return Document(list, new[] { "ASC", "DESC" }.Select(direction => $"order: [{{ {field.Name}: {Key(field, direction)} }}]"));
    }

    private static string Document(OutputField list, IEnumerable<string> arguments) =>
        "{ " + string.Join(' ', arguments.Select((argument, index) => $"a{index}: {list.Name}(first: 2, {Required.GetValueOrDefault(list.Name, "")} {argument}) {{ nodes {{ __typename }} pageInfo {{ endCursor }} }}")) + " }";

    private static IEnumerable<string> Names(string argument) =>
        from list in TheSchema.QueryType.Fields
        where list.ArgumentsByName.ContainsKey(argument)
        from field in ((InputObjectType)list.ArgumentsByName[argument].Type.Named).Fields
        where field.Name is not ("and" or "or")
        select $"{list.Name}.{field.Name}";

    private static (OutputField List, InputField Field) Find(string probe, string argument)
    {
        var names = probe.Split('.');
        var list = TheSchema.QueryType.FieldsByName[names[0]];
        return (list, ((InputObjectType)list.ArgumentsByName[argument].Type.Named).FieldsByName[names[1]]);
    }

    /// <summary>One condition an operator; of a related object, one on its first leaf.</summary>
    private static IEnumerable<string> Conditions(InputField field)
    {
        if (field.Type.Named is not InputObjectType input || Operands.ContainsKey(input.Name))
        {
            return [Operand(field.Type)];
        }

        if (input.FieldsByName.TryGetValue("some", out var some))
        {
            var item = (InputObjectType)some.Type.Named;
            var condition = IsOperation(item) ? Conditions(some).First() : $"{{ {Leaf(item).Name}: {Conditions(Leaf(item)).First()} }}";
            return [$"{{ some: {condition} }}", $"{{ none: {condition} }}", $"{{ all: {condition} }}", "{ any: true }", "{ any: false }"];
        }

        return IsOperation(input)
            ? input.Fields.Where(operation => operation.Name is not ("and" or "or")).Select(operation => $"{{ {operation.Name}: {Operand(operation.Type)} }}")
            : [$"{{ {Leaf(input).Name}: {Conditions(Leaf(input)).First()} }}"];
    }

    private static bool IsOperation(InputObjectType input) => input.Name.EndsWith("OperationFilterInput", StringComparison.Ordinal);

    private static InputField Leaf(InputObjectType filter) => filter.Fields.First(field => field.Type.Named is InputObjectType input && IsOperation(input));

    private static string Operand(GraphType type) => type.Nullable switch
    {
        ListType list => $"[{Operand(list.ItemType)}]",
        EnumType values => values.Values[0].Name,
        NamedType named => Operands[named.Name],
        _ => throw new InvalidOperationException($"No operand of the type {type}."),
    };

    private static string Key(InputField field, string direction)
    {
        if (field.Type.Named is not InputObjectType related)
        {
            return direction;
        }

        var key = related.Fields.First(key => key.Type.Named is EnumType);
        return $"{{ {key.Name}: {direction} }}";
    }
}
