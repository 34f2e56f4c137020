using System.Collections.Frozen;
using CenterDirectory.GraphQL.Language;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Tests.Validation;

/// <summary>Types by hand, with fields as SDL writes them: <c>friends(first: Int = 10): [Person!]</c>.</summary>
internal sealed class SchemaText
{
    private readonly Dictionary<string, NamedType> types = BuiltInScalars.All.ToDictionary(scalar => scalar.Name, NamedType (scalar) => scalar);
    private readonly List<Action> unresolved = [];

    public IReadOnlyList<NamedType> All => [.. types.Values];

    public NamedType this[string name] => types[name];

    public void Add(NamedType type) => types.Add(type.Name, type);

    public void AddEnum(string name, params string[] values) =>
        Add(new EnumType(name, null, typeof(string), [.. values.Select(value => new EnumValue(value, null, null, value))]));

    public void AddInput(string name, params string[] fields) => AddInput(new InputObjectType(name, null, isOneOf: false), fields);

    public void AddOneOf(string name, params string[] fields) => AddInput(new InputObjectType(name, null, isOneOf: true), fields);

    public void AddInterface(string name, string interfaces, params string[] fields) => AddFields(new InterfaceType(name, null, null), interfaces, fields);

    public void AddObject(string name, string interfaces, params string[] fields) => AddFields(new ObjectType(name, null, typeof(object)), interfaces, fields);

    public void AddUnion(string name, params string[] members)
    {
        var union = new UnionType(name, null, null);
        Add(union);
        unresolved.Add(() => union.PossibleTypes = [.. members.Select(member => (ObjectType)types[member])]);
    }

    /// <summary>Ties the types to one another; to be called when all are there.</summary>
    public void Resolve()
    {
        unresolved.ForEach(resolve => resolve());
        foreach (var contract in types.Values.OfType<InterfaceType>())
        {
            contract.PossibleTypes = [.. types.Values.OfType<ObjectType>().Where(type => type.Interfaces.Contains(contract))];
        }
    }

    public OutputField Field(string text)
    {
        var (head, type) = CutLast(text, ": ");
        var open = head.IndexOf('(', StringComparison.Ordinal);
        var arguments = open < 0 ? [] : head[(open + 1)..^1].Split(", ").Select(Argument).ToArray();
        return new OutputField
        {
            Name = open < 0 ? head : head[..open],
            Type = TypeOf(type),
            Arguments = arguments,
            ArgumentsByName = arguments.ToFrozenDictionary(argument => argument.Name),
        };
    }

    public InputField Argument(string text)
    {
        var parts = text.Split(" = ");
        var (name, type) = CutLast(parts[0], ": ");
        return new InputField { Name = name, Type = TypeOf(type), DefaultValue = parts.Length > 1 ? Parser.ParseValue(parts[1]) : null };
    }

    private void AddInput(InputObjectType type, string[] fields)
    {
        Add(type);
        unresolved.Add(() =>
        {
            type.Fields = [.. fields.Select(Argument)];
            type.FieldsByName = type.Fields.ToFrozenDictionary(field => field.Name);
        });
    }

    private void AddFields(FieldsType type, string interfaces, string[] fields)
    {
        Add(type);
        unresolved.Add(() =>
        {
            type.Interfaces = [.. interfaces.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => (InterfaceType)types[name])];
            type.Fields = [.. fields.Select(Field)];
            type.FieldsByName = type.Fields.ToFrozenDictionary(field => field.Name);
        });
    }

    private GraphType TypeOf(string text) => TypeOf(Parser.ParseType(text));

    private GraphType TypeOf(TypeNode node) => node switch
    {
        ListTypeNode list => new ListType(TypeOf(list.ItemType)),
        NonNullTypeNode nonNull => new NonNullType(TypeOf(nonNull.Type)),
        _ => types[((NamedTypeNode)node).Name],
    };

    private static (string Before, string After) CutLast(string text, string separator)
    {
        var at = text.LastIndexOf(separator, StringComparison.Ordinal);
        return (text[..at], text[(at + separator.Length)..]);
    }
}
