using System.Collections.Frozen;
using System.Reflection;

namespace CenterDirectory.GraphQL.Types;

/// <summary>
/// Builds a schema out of C# classes: discovers the types that fields mention, names them, builds their fields, checks the whole and freezes it.
/// Mistakes are collected and thrown once, in the words of a C# developer.
/// </summary>
public sealed class SchemaBuilder
{
    private readonly List<string> problems = [];
    private readonly Dictionary<string, NamedType> types = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, NamedType> outputs = [];
    private readonly Dictionary<Type, NamedType> inputs = [];
    private readonly Dictionary<Type, ScalarType> scalars = [];
    private readonly List<(TypeExtensionAttribute Attribute, Type Class)> extensions = [];
    private readonly List<Type> queryClasses = [];
    private readonly List<Type> mutationClasses = [];
    private readonly List<Type> subscriptionClasses = [];
    private readonly Dictionary<Type, UnionTypeAttribute> unions = [];
    private readonly List<Func<IEnumerable<OutputField>>> rootFields = [];
    private readonly Queue<Action> pending = new();
    private readonly Queue<Action> late = new();
    private readonly FieldFactory factory;
    private string? description;
    private InterfaceType? node;

    public SchemaBuilder()
    {
        factory = new FieldFactory(this);
        foreach (var scalar in BuiltInScalars.All)
        {
            AddScalar(scalar, bind: scalar != BuiltInScalars.Id);
        }
    }

    /// <summary>Whatever parts of the engine keep while the schema is built, by type.</summary>
    public Dictionary<Type, object> Features { get; } = [];

    /// <summary>Sets the description of the schema.</summary>
    public SchemaBuilder Describe(string text)
    {
        description = text;
        return this;
    }

    /// <summary>Adds a scalar; with <paramref name="bind"/> it stands for its C# type everywhere.</summary>
    public SchemaBuilder AddScalar(ScalarType scalar, bool bind = true)
    {
        types[scalar.Name] = scalar;
        if (bind)
        {
            scalars[scalar.ClrType] = scalar;
        }

        return this;
    }

    /// <summary>Adds every class of an assembly that carries one of the type attributes.</summary>
    public SchemaBuilder AddTypes(Assembly assembly)
    {
        foreach (var type in assembly.GetTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            AddType(type);
        }

        return this;
    }

    /// <summary>Adds one class that carries a type attribute; a class without one is passed over.</summary>
    public SchemaBuilder AddType(Type type)
    {
        foreach (var attribute in type.GetCustomAttributes(inherit: false))
        {
            switch (attribute)
            {
                case QueryTypeAttribute:
                    queryClasses.Add(type);
                    break;
                case MutationTypeAttribute:
                    mutationClasses.Add(type);
                    break;
                case SubscriptionTypeAttribute:
                    subscriptionClasses.Add(type);
                    break;
                case TypeExtensionAttribute extension:
                    extensions.Add((extension, type));
                    break;
                case UnionTypeAttribute union:
                    unions[type] = union;
                    break;
            }
        }

        return this;
    }

    /// <summary>Adds fields to the query root that no class of the application stands for.</summary>
    public SchemaBuilder AddRootFields(Func<IEnumerable<OutputField>> fields)
    {
        rootFields.Add(fields);
        return this;
    }

    /// <summary>Reports a mistake; building goes on, to find the others too.</summary>
    public void Problem(string message) => problems.Add(message);

    /// <summary>Runs an action when the fields of all object types known so far are there.</summary>
    public void Later(Action action) => late.Enqueue(action);

    /// <summary>Finds a named type, or makes it.</summary>
    public T GetOrAdd<T>(string name, Func<T> make) where T : NamedType
    {
        if (types.TryGetValue(name, out var known))
        {
            if (known is T fitting)
            {
                return fitting;
            }

            Problem($"{name} names two types of different kinds; give one of them another name with [GraphQLName].");
        }

        var made = make();
        types[name] = made;
        return made;
    }

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

        return unions.TryGetValue(clrType, out var union) ? Union(clrType, union) : Object(clrType);
    }

    /// <summary>The object type of a class; its fields are built later.</summary>
    public ObjectType Object(Type clrType)
    {
        if (outputs.TryGetValue(clrType, out var known) && known is ObjectType known1)
        {
            return known1;
        }

        var type = GetOrAdd(NameOf(clrType), () => new ObjectType(NameOf(clrType), XmlDocs.Summary(clrType), clrType));
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

    /// <summary>The classes that extend the type of a class or one of its bases.</summary>
    public IReadOnlyList<Type> ExtensionsOf(Type clrType) =>
        [.. extensions.Where(extension => extension.Attribute.ClrType.IsAssignableFrom(clrType)).Select(extension => extension.Class)];

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

        return inputs.TryGetValue(clrType, out var known) ? known : inputs[clrType] = factory.InputObject(clrType);
    }

    /// <summary>Whether a parameter of this type is an argument and not a service.</summary>
    public bool IsInput(Type clrType) =>
        Leaf(ClrTypes.OptionalOf(clrType) ?? clrType) is not null
        || (ClrTypes.OptionalOf(clrType) is { } value && IsInput(value))
        || clrType.IsDefined(typeof(InputTypeAttribute), inherit: false)
        || (ClrTypes.IsList(clrType, out var item) && IsInput(item));

    /// <summary>Builds, checks and freezes the schema.</summary>
    /// <exception cref="SchemaException">The classes contradict themselves or the specification.</exception>
    public Schema Build()
    {
        var query = Root("Query", "Everything that can be asked.", queryClasses)
            ?? throw new SchemaException(["There is no class with [QueryType]."]);
        var mutation = Root("Mutation", "Everything that can be changed.", mutationClasses);
        var subscription = Root("Subscription", "Everything that can be subscribed to.", subscriptionClasses);
        var introspection = new Introspection(this);
        foreach (var (attribute, _) in extensions)
        {
            _ = IsInterface(attribute) ? Interface(attribute.ClrType) : (NamedType)Object(attribute.ClrType);
        }

        Drain();
        foreach (var contract in types.Values.OfType<InterfaceType>().ToList())
        {
            CompleteInterface(contract);
        }

        Drain();
        var schema = Freeze(query, mutation, subscription, introspection);
        problems.AddRange(SchemaRules.Check(schema));
        return problems.Count == 0 ? schema : throw new SchemaException(problems);
    }

    internal static void SetFields(FieldsType type, IEnumerable<OutputField> fields)
    {
        type.Fields = [.. fields.DistinctBy(field => field.Name)];
        type.FieldsByName = type.Fields.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);
        foreach (var field in type.Fields)
        {
            field.DeclaringType = type;
            field.ArgumentsByName = field.Arguments.ToFrozenDictionary(argument => argument.Name, StringComparer.Ordinal);
        }
    }

    internal static void SetFields(InputObjectType type, IEnumerable<InputField> fields)
    {
        type.Fields = [.. fields];
        type.FieldsByName = type.Fields.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);
    }

    internal EnumType Enum(Type clrType) => GetOrAdd(NameOf(clrType), () => new EnumType(
        NameOf(clrType),
        XmlDocs.Summary(clrType),
        clrType,
        [.. clrType.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => !field.IsDefined(typeof(GraphQLIgnoreAttribute)))
            .Select(field => new EnumValue(
                field.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? Naming.EnumValue(field.Name),
                XmlDocs.Summary(field),
                FieldFactory.DeprecationOf(field),
                field.GetValue(null)!))]));

    private static bool IsInterface(TypeExtensionAttribute attribute) =>
        attribute.GetType().GetGenericTypeDefinition() == typeof(InterfaceTypeAttribute<>);

    internal string NameOf(Type clrType) =>
        AttributeOf(clrType)?.Name ?? clrType.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? clrType.Name;

    private InterfaceType Interface(Type clrType)
    {
        var type = GetOrAdd(NameOf(clrType), () => new InterfaceType(NameOf(clrType), XmlDocs.Summary(clrType), clrType));
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
        outputs[clrType] = type;
        pending.Enqueue(() => type.PossibleTypes = [.. attribute.Members.Select(Object)]);
        return type;
    }

    private InterfaceType MakeNode()
    {
        var type = GetOrAdd("Node", () => new InterfaceType("Node", "Anything that can be fetched by its global id.", null));
        SetFields(type, [new OutputField { Name = "id", Description = "Global id, stable for ever.", Type = new NonNullType(BuiltInScalars.Id) }]);
        return type;
    }

    private ObjectType? Root(string name, string summary, List<Type> classes)
    {
        if (classes.Count == 0)
        {
            return null;
        }

        var type = GetOrAdd(name, () => new ObjectType(name, summary, typeof(RootValue)));
        var added = classes == queryClasses ? rootFields : [];
        pending.Enqueue(() => SetFields(type, added.SelectMany(fields => fields()).Concat(classes.SelectMany(factory.RootFields))));
        return type;
    }

    private void Drain()
    {
        while (true)
        {
            if (pending.TryDequeue(out var next) || late.TryDequeue(out next))
            {
                next();
            }
            else
            {
                return;
            }
        }
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

    private Schema Freeze(ObjectType query, ObjectType? mutation, ObjectType? subscription, Introspection introspection)
    {
        var ordered = types.Values
            .OrderBy(type => type == query ? 0 : type == mutation ? 1 : type == subscription ? 2 : 3)
            .ThenBy(type => type.Name, StringComparer.Ordinal)
            .ToList();
        var schema = new Schema
        {
            Description = description,
            QueryType = query,
            MutationType = mutation,
            SubscriptionType = subscription,
            Types = ordered,
            TypesByName = ordered.ToFrozenDictionary(type => type.Name, StringComparer.Ordinal),
            Directives = BuiltInDirectives.All,
            DirectivesByName = BuiltInDirectives.All.ToFrozenDictionary(directive => directive.Name, StringComparer.Ordinal),
            MetaFields = introspection.MetaFields,
            TypeNameField = Introspection.TypeName,
        };
        introspection.Schema = schema;
        return schema;
    }
}

/// <summary>The parent object of root fields.</summary>
public sealed class RootValue
{
    private RootValue()
    {
    }

    public static RootValue Instance { get; } = new();
}
