using System.Reflection;

namespace CenterDirectory.GraphQL.Types;

/// <summary>Finds the type that a C# class stands for, and makes it when it is met for the first time.</summary>
public sealed partial class SchemaBuilder
{
    /// <summary>A scalar by its name.</summary>
    public ScalarType Scalar(string name)
    {
        if (types.GetValueOrDefault(name) is ScalarType scalar)
        {
            return scalar;
        }

        Problem($"There is no scalar {name}; add it with AddScalar.");
        return BuiltInScalars.String;
    }

    /// <summary>The scalar or enum that a C# type stands for; null for any other type.</summary>
    public NamedType? Leaf(Type clrType)
    {
        var type = System.Nullable.GetUnderlyingType(clrType) ?? clrType;
        if (scalars.TryGetValue(type, out var scalar))
        {
            return scalar;
        }

        return type.IsEnum ? Enum(type) : null;
    }

    /// <summary>The scalar, enum, object, interface or union type that values of a C# class have.</summary>
    public NamedType Output(Type clrType)
    {
        if (Leaf(clrType) is { } leaf)
        {
            return leaf;
        }

        if (outputs.TryGetValue(clrType, out var known))
        {
            return known;
        }

        if (extensions.Any(extension => extension.Attribute.ClrType == clrType && IsInterface(extension.Attribute)))
        {
            return Interface(clrType);
        }

        if (unions.TryGetValue(clrType, out var union))
        {
            return Union(clrType, union);
        }

        return IsForeign(clrType) ? Unknown(clrType) : Object(clrType);
    }

    /// <summary>The object type of a class; its fields are built later.</summary>
    public ObjectType Object(Type clrType)
    {
        if (outputs.TryGetValue(clrType, out var known) && known is ObjectType known1)
        {
            return known1;
        }

        if (AttributeOf(clrType) is { } attribute && IsBase(attribute))
        {
            Problem($"{Subject}: {clrType.Name} is what types have in common and no type itself; return one of them, or mark its class with [InterfaceType<{clrType.Name}>].");
        }

        var type = GetOrAdd(NameOf(clrType), () => new ObjectType(NameOf(clrType), XmlDocs.Summary(clrType), clrType));
        CheckSameClass(type.Name, type.ClrType, clrType);
        outputs[clrType] = type;
        pending.Enqueue(() => SetFields(type, factory.FieldsOf(clrType, ExtensionsOf(clrType), IsNode(clrType))));
        return type;
    }

    /// <summary>An object type that is made by a part of the engine, e.g. a connection.</summary>
    public ObjectType Synthetic(string name, string? summary, Type clrType, Func<IEnumerable<OutputField>> fields) =>
        GetOrAdd(name, () =>
        {
            var type = new ObjectType(name, summary, clrType);
            pending.Enqueue(() => SetFields(type, fields()));
            return type;
        });

    /// <summary>The interface <c>Node</c> (Relay's global object identification).</summary>
    public InterfaceType Node => node ??= MakeNode();

    /// <summary>Whether a class has a global id.</summary>
    public bool IsNode(Type clrType) =>
        ExtensionsOf(clrType).Any(extension => extension.IsDefined(typeof(NodeAttribute), inherit: false));

    /// <summary>Plural of the type of a class, for the names of its connection and edge.</summary>
    public string PluralOf(Type clrType) =>
        AttributeOf(clrType)?.Plural ?? Naming.Plural(NameOf(clrType));

    /// <summary>The classes that extend the type of a class or one of its bases; those of bases that are no types come last.</summary>
    public IReadOnlyList<Type> ExtensionsOf(Type clrType) =>
    [
        .. extensions.Where(extension => extension.Attribute.ClrType.IsAssignableFrom(clrType)).OrderBy(extension => IsBase(extension.Attribute))
            .Select(extension => extension.Class).Distinct(),
    ];

    /// <summary>What the extension of exactly this class says of its type; null if there is none.</summary>
    public TypeExtensionAttribute? AttributeOf(Type clrType) =>
        extensions.FirstOrDefault(extension => extension.Attribute.ClrType == clrType).Attribute;

    /// <summary>The type of an argument or input field.</summary>
    public NamedType Input(Type clrType)
    {
        if (Leaf(clrType) is { } leaf)
        {
            return leaf;
        }

        if (inputs.TryGetValue(clrType, out var known))
        {
            return known;
        }

        if (IsForeign(clrType))
        {
            return Unknown(clrType);
        }

        var type = factory.InputObject(clrType);
        if (inputs.FirstOrDefault(other => other.Value == type).Key is { } other)
        {
            CheckSameClass(type.Name, other, clrType);
        }

        return inputs[clrType] = type;
    }

    /// <summary>Whether a parameter of this type is an argument and not a service.</summary>
    public bool IsInput(Type clrType) =>
        Leaf(ClrTypes.OptionalOf(clrType) ?? clrType) is not null
        || (ClrTypes.OptionalOf(clrType) is { } value && IsInput(value))
        || clrType.IsDefined(typeof(InputTypeAttribute), inherit: false)
        || (ClrTypes.IsList(clrType, out var item) && IsInput(item));

    internal EnumType Enum(Type clrType)
    {
        var type = GetOrAdd(NameOf(clrType), () => new EnumType(NameOf(clrType), XmlDocs.Summary(clrType), clrType, EnumValues(clrType)));
        CheckSameClass(type.Name, type.ClrType, clrType);
        return type;
    }

    private List<EnumValue> EnumValues(Type clrType)
    {
        var values = clrType.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => !field.IsDefined(typeof(GraphQLIgnoreAttribute)))
            .Select(field => new EnumValue(
                field.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? Naming.EnumValue(field.Name),
                XmlDocs.Summary(field),
                FieldFactory.DeprecationOf(field),
                field.GetValue(null)!))
            .ToList();
        foreach (var clash in values.GroupBy(value => value.Name).Where(group => group.Count() > 1))
        {
            Problem($"{clrType.Name}: several members are named {clash.Key}; give one another name with [GraphQLName].");
        }

        foreach (var alias in values.GroupBy(value => value.ClrValue).Where(group => group.Count() > 1))
        {
            Problem($"{clrType.Name}: {string.Join(" and ", alias.Select(value => value.Name))} are one value in C#; leave one out with [GraphQLIgnore].");
        }

        return [.. values.DistinctBy(value => value.Name).DistinctBy(value => value.ClrValue)];
    }

    /// <summary>A type that nobody here wrote: only a scalar can stand for it.</summary>
    private bool IsForeign(Type clrType) =>
        AttributeOf(clrType) is null && (clrType.IsPrimitive || clrType.Namespace == "System" || clrType.Namespace?.StartsWith("System.", StringComparison.Ordinal) == true);

    private ScalarType Unknown(Type clrType)
    {
        Problem($"{Subject}: there is no scalar for {clrType.Name}; add one with AddScalar, or leave the member out with [GraphQLIgnore].");
        return BuiltInScalars.String;
    }

    private void CheckSameClass(string name, Type known, Type clrType)
    {
        if (known != clrType)
        {
            Problem($"{known.FullName} and {clrType.FullName} are both named {name}; give one another name with [GraphQLName], or with Name of its attribute.");
        }
    }

    private static bool IsInterface(TypeExtensionAttribute attribute) =>
        attribute.GetType().GetGenericTypeDefinition() == typeof(InterfaceTypeAttribute<>);

    private static bool IsBase(TypeExtensionAttribute attribute) =>
        attribute.GetType().GetGenericTypeDefinition() == typeof(BaseTypeAttribute<>);

    internal string NameOf(Type clrType) =>
        AttributeOf(clrType)?.Name ?? clrType.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? clrType.Name;

    private InterfaceType Interface(Type clrType)
    {
        var type = GetOrAdd(NameOf(clrType), () => new InterfaceType(NameOf(clrType), XmlDocs.Summary(clrType), clrType));
        CheckSameClass(type.Name, type.ClrType ?? clrType, clrType);
        if (outputs.TryAdd(clrType, type))
        {
            pending.Enqueue(() => SetFields(type, factory.FieldsOf(clrType, ExtensionsOf(clrType), IsNode(clrType))));
        }

        return type;
    }

    private UnionType Union(Type clrType, UnionTypeAttribute attribute)
    {
        var name = attribute.Name ?? NameOf(clrType);
        var type = GetOrAdd(name, () => new UnionType(name, XmlDocs.Summary(clrType), clrType));
        CheckSameClass(type.Name, type.ClrType ?? clrType, clrType);
        foreach (var member in attribute.Members.Where(member => !attribute.ByReference && !clrType.IsAssignableFrom(member)))
        {
            Problem($"{clrType.Name}: {member.Name} does not derive from it, so no field of the union could return one.");
        }

        outputs[clrType] = type;
        pending.Enqueue(() => type.PossibleTypes = [.. attribute.Members.Distinct().Select(Object)]);
        return type;
    }

    private InterfaceType MakeNode()
    {
        var type = GetOrAdd("Node", () => new InterfaceType("Node", "Anything that can be fetched by its global id.", null));
        SetFields(type, [new OutputField { Name = "id", Description = "Global id, stable for ever.", Type = new NonNullType(BuiltInScalars.Id) }]);
        return type;
    }

    private void CompleteInterface(InterfaceType contract)
    {
        var implementers = types.Values.OfType<ObjectType>().Where(type => Implements(type.ClrType, contract))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .ToList();
        contract.PossibleTypes = implementers;
        foreach (var type in implementers)
        {
            type.Interfaces = [.. type.Interfaces, contract];
        }

        contract.Interfaces = [.. types.Values.OfType<InterfaceType>()
            .Where(other => other != contract && contract.ClrType is not null && Implements(contract.ClrType, other))];

        foreach (var field in contract.Fields)
        {
            field.Source = null;
        }
    }

    private bool Implements(Type clrType, InterfaceType contract) =>
        contract == node ? IsNode(clrType) : contract.ClrType is not null && contract.ClrType.IsAssignableFrom(clrType);
}
