using System.Collections.Frozen;
using System.Reflection;

namespace CenterDirectory.GraphQL.Types;

/// <summary>
/// Builds a schema out of C# classes: discovers the types that fields mention, names them, builds their fields, checks the whole and freezes it.
/// Mistakes are collected and thrown once, in the words of a C# developer.
/// </summary>
public sealed partial class SchemaBuilder
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
    private readonly List<(SchemaPartAttribute Attribute, Type Class)> parts = [];
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

    /// <summary>How properties are translated; null if they are not.</summary>
    public Translations? Translations { get; private set; }

    /// <summary>Gives properties that have translations an argument for the language.</summary>
    public SchemaBuilder UseTranslations(Translations translations)
    {
        Translations = translations;
        return this;
    }

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
            _ = TryAdd(type);
        }

        return this;
    }

    /// <summary>Adds one class that carries one of the type attributes.</summary>
    public SchemaBuilder AddType(Type type)
    {
        if (!TryAdd(type))
        {
            Problem($"{type.Name}: has no type attribute; mark it with [QueryType], [MutationType], [SubscriptionType], [ObjectType<T>], [BaseType<T>], [InterfaceType<T>] or [UnionType].");
        }

        return this;
    }

    private bool TryAdd(Type type)
    {
        var isKnown = false;
        foreach (var attribute in type.GetCustomAttributes(inherit: false))
        {
            isKnown |= attribute
                is QueryTypeAttribute or MutationTypeAttribute or SubscriptionTypeAttribute or TypeExtensionAttribute or UnionTypeAttribute or SchemaPartAttribute;
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
                case SchemaPartAttribute part:
                    parts.Add((part, type));
                    break;
            }
        }

        return isKnown;
    }

    /// <summary>Classes that say something to a part of the engine, with what they say.</summary>
    public IEnumerable<(TAttribute Attribute, Type Class)> PartsOf<TAttribute>()
        where TAttribute : SchemaPartAttribute =>
        parts.Where(part => part.Attribute is TAttribute).Select(part => ((TAttribute)part.Attribute, part.Class));

    /// <summary>Fields that such a class adds to a type of the engine's own.</summary>
    /// <param name="part">The class.</param>
    /// <param name="parent">C# class behind the type.</param>
    public IEnumerable<OutputField> FieldsOf(Type part, Type parent) => factory.FieldsOf(part, parent);

    /// <summary>Adds fields to the query root that no class of the application stands for.</summary>
    public SchemaBuilder AddRootFields(Func<IEnumerable<OutputField>> fields)
    {
        rootFields.Add(fields);
        return this;
    }

    /// <summary>Reports a mistake; building goes on, to find the others too.</summary>
    public void Problem(string message) => problems.Add(message);

    /// <summary>The member whose types are being looked up, for problems with them.</summary>
    internal string Subject { get; set; } = "";

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

    /// <summary>Builds, checks and freezes the schema.</summary>
    /// <exception cref="SchemaException">The classes contradict themselves or the specification.</exception>
    public Schema Build()
    {
        var query = Root("Query", "Everything that can be asked.", queryClasses);
        if (query is null)
        {
            Problem("There is no class with [QueryType].");
            query = new ObjectType("Query", null, typeof(RootValue));
        }

        var mutation = Root("Mutation", "Everything that can be changed.", mutationClasses);
        var subscription = Root("Subscription", "Everything that can be subscribed to.", subscriptionClasses);
        var introspection = new Introspection(this);
        foreach (var (attribute, _) in extensions.Where(extension => !IsBase(extension.Attribute)))
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
        return problems.Count == 0 ? schema : throw new SchemaException([.. problems.Distinct()]);
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
        type.Fields = [.. fields.DistinctBy(field => field.Name)];
        type.FieldsByName = type.Fields.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);
    }

    private ObjectType? Root(string name, string summary, List<Type> classes)
    {
        if (classes.Count == 0)
        {
            return null;
        }

        var type = GetOrAdd(name, () => new ObjectType(name, summary, typeof(RootValue)));
        var added = classes == queryClasses ? rootFields : [];
        pending.Enqueue(() => SetFields(type, added.SelectMany(fields => fields()).Concat(factory.RootFields(name, classes))));
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

    private Schema Freeze(ObjectType query, ObjectType? mutation, ObjectType? subscription, Introspection introspection)
    {
        IReadOnlyList<DirectiveDefinition> directives = [.. BuiltInDirectives.All, .. Translations is null ? [] : new[] { Translations.DirectiveOf(this) }];
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
            Directives = directives,
            DirectivesByName = directives.ToFrozenDictionary(directive => directive.Name, StringComparer.Ordinal),
            Translations = Translations,
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
