using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using CenterDirectory.GraphQL.Execution;

namespace CenterDirectory.GraphQL.Types;

/// <summary>Builds the fields of types out of properties and methods.</summary>
internal sealed class FieldFactory(SchemaBuilder schema)
{
    private readonly InputFactory inputs = new(schema);

    private const BindingFlags OwnStatic = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Reason of deprecation of a member; null if it is not deprecated.</summary>
    public static string? DeprecationOf(ICustomAttributeProvider member) =>
        member.GetCustomAttributes(typeof(GraphQLDeprecatedAttribute), false).Cast<GraphQLDeprecatedAttribute>().FirstOrDefault()?.Reason
        ?? member.GetCustomAttributes(typeof(ObsoleteAttribute), false).Cast<ObsoleteAttribute>().Select(found => found.Message ?? BuiltInDirectives.DefaultReason).FirstOrDefault();

    /// <summary>Fields of a class: its public properties, the id first, then the members of its extensions.</summary>
    public IEnumerable<OutputField> FieldsOf(Type clrType, IReadOnlyList<Type> extensions, bool isNode)
    {
        var attribute = schema.AttributeOf(clrType);
        var ignored = extensions.SelectMany(extension => extension.GetCustomAttributes<TypeExtensionAttribute>()).SelectMany(found => found.Ignore).ToHashSet();
        var extended = OneEach(clrType.Name, Extended(clrType, extensions)).ToList();
        var replaced = extended.Select(field => field.Name).ToHashSet();

        var properties = attribute?.BindProperties == false
            ? []
            : PropertiesOf(clrType)
                .Where(property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
                .Where(property => property.Name != "EqualityContract" && !ignored.Contains(property.Name))
                .Where(property => !property.IsDefined(typeof(GraphQLIgnoreAttribute)) && schema.Translations?.IsTranslation(property) != true);
        var own = properties
            .Where(property => !replaced.Contains(NameOf(property)))
            .Select(property => isNode && property.Name == "Id" ? IdField(clrType, property) : PropertyField(clrType, property));
        return own.OrderBy(field => field.Name == "id" ? 0 : 1).Concat(extended);
    }

    /// <summary>Fields of a root type that several classes contribute.</summary>
    public IEnumerable<OutputField> RootFields(string root, IEnumerable<Type> classes) =>
        OneEach(root, classes.SelectMany(RootMembersOf).Select(member => (member, ExtensionField(null, member))));

    /// <summary>Fields of a type of the engine's own that a class of the application contributes.</summary>
    public IEnumerable<OutputField> FieldsOf(Type extension, Type parent) =>
        OneEach(extension.Name, MembersOf(extension).Select(member => (member, ExtensionField(parent, member))));

    /// <summary>Members of extensions; what is said of the class itself goes before what is said of its bases and interfaces.</summary>
    private IEnumerable<(MemberInfo Member, OutputField? Field)> Extended(Type clrType, IReadOnlyList<Type> extensions)
    {
        bool IsOwn(Type extension) => extension.GetCustomAttributes<TypeExtensionAttribute>().Any(found => found.ClrType == clrType);
        var taken = extensions.Where(IsOwn).SelectMany(MembersOf).Select(NameOf).ToHashSet(StringComparer.Ordinal);
        foreach (var extension in extensions)
        {
            foreach (var member in MembersOf(extension).Where(member => IsOwn(extension) || taken.Add(NameOf(member))))
            {
                yield return (member, ExtensionField(clrType, member));
            }
        }
    }

    private IEnumerable<OutputField> OneEach(string owner, IEnumerable<(MemberInfo Member, OutputField? Field)> candidates)
    {
        foreach (var group in candidates.Where(candidate => candidate.Field is not null).GroupBy(candidate => candidate.Field!.Name))
        {
            if (group.Count() > 1)
            {
                var members = group.Select(candidate => $"{candidate.Member.DeclaringType?.Name}.{candidate.Member.Name}");
                schema.Problem($"{owner}.{group.Key}: is defined by {string.Join(" and ", members)}; rename one or give it another name with [GraphQLName].");
            }

            yield return group.First().Field!;
        }
    }

    /// <summary>An input object of a class with <see cref="InputTypeAttribute"/>.</summary>
    public InputObjectType InputObject(Type clrType) => inputs.InputObject(clrType);

    /// <summary>What gives the events of a subscription is no field.</summary>
    private static IEnumerable<MemberInfo> RootMembersOf(Type rootClass)
    {
        var sources = SubscribeAttribute.SourcesIn(rootClass);
        return MembersOf(rootClass).Where(member => !sources.Contains(member));
    }

    private static IEnumerable<MemberInfo> MembersOf(Type extension) =>
        extension.GetMembers(OwnStatic)
            .Where(member => member is PropertyInfo or MethodInfo { IsSpecialName: false })
            .Where(member => !member.IsDefined(typeof(GraphQLIgnoreAttribute)) && !member.IsDefined(typeof(CompilerGeneratedAttribute)))
            .OrderBy(member => member.MetadataToken);

    /// <summary>Public properties; a C# interface does not list those of the interfaces it extends by itself.</summary>
    private static IEnumerable<PropertyInfo> PropertiesOf(Type clrType) =>
        clrType.GetInterfaces().Where(_ => clrType.IsInterface).Append(clrType)
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance));

    /// <summary>Name of a member in the schema.</summary>
    public static string NameOf(MemberInfo member) =>
        member.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? Naming.Field(member.Name);

    private OutputField IdField(Type clrType, PropertyInfo property)
    {
        _ = schema.Node;
        return new OutputField
        {
            Name = "id",
            Description = XmlDocs.Summary(property) ?? "Global id, stable for ever.",
            Type = new NonNullType(BuiltInScalars.Id),
            Source = new GlobalIdSource(property, schema.NameOf(clrType)),
        };
    }

    private OutputField PropertyField(Type clrType, PropertyInfo property)
    {
        var builder = NewBuilder(property, property.PropertyType, clrType);
        builder.Source = PropertyAccess.SourceOf(property, builder.Type);
        if (schema.Translations is { } known && known.Of(property) is { Count: > 0 } translations)
        {
            var locale = schema.Enum(known.Locale);
            builder.AddArgument(known.Argument, known.Description, locale);
            builder.Source = new TranslatedSource((PropertySource)builder.Source, builder.Type, locale, translations, builder.Arguments.Count - 1);
        }

        return Finish(builder);
    }

    private OutputField? ExtensionField(Type? parent, MemberInfo member)
    {
        var returned = member is PropertyInfo property ? property.PropertyType : ((MethodInfo)member).ReturnType;
        if (member is MethodInfo candidate && ResolverBinder.FlawOf(candidate) is { } flaw)
        {
            schema.Problem($"{member.DeclaringType?.Name}.{member.Name}: {flaw}");
            return null;
        }

        var builder = NewBuilder(member, returned, parent);
        if (member is MethodInfo method)
        {
            AddArguments(builder, method);
            if (SubscribeAttribute.SourceOf(method) is { } source)
            {
                AddArguments(builder, source);
            }

            builder.Source = member.IsDefined(typeof(BatchResolverAttribute))
                ? BatchResolverSource.Create(method, schema, parent)
                : ResolverBinder.Bind(method, schema, parent);
        }
        else if (!typeof(LambdaExpression).IsAssignableFrom(returned))
        {
            builder.Problem("a static property of a type extension must be an expression, e.g. Expression<Func<Parent, IEnumerable<Item>>>; write a method for anything else.");
            return null;
        }

        return Finish(builder);
    }

    private FieldBuilder NewBuilder(MemberInfo member, Type returned, Type? parent)
    {
        var valueType = ClrTypes.Unwrap(returned);
        if (member.IsDefined(typeof(BatchResolverAttribute)))
        {
            valueType = valueType.GetGenericArguments()[^1];
        }

        schema.Subject = $"{member.DeclaringType?.Name}.{member.Name}";

        return new FieldBuilder
        {
            Schema = schema,
            Name = NameOf(member),
            Member = member,
            ValueType = valueType,
            ParentType = parent,
            Description = XmlDocs.Summary(member),
            DeprecationReason = DeprecationOf(member),
            Type = TypeReferences.Output(schema, member, valueType),
        };
    }

    private void AddArguments(FieldBuilder builder, MethodInfo method)
    {
        var known = builder.Arguments.Select(argument => argument.Name).ToHashSet();
        foreach (var parameter in method.GetParameters()
            .Where(parameter => ResolverBinder.IsArgument(parameter, schema) && !known.Contains(ResolverBinder.ArgumentName(parameter))))
        {
            schema.Subject = $"{method.DeclaringType?.Name}.{method.Name}({parameter.Name})";
            builder.Arguments.Add(new InputField
            {
                Name = ResolverBinder.ArgumentName(parameter),
                Description = XmlDocs.Summary(parameter),
                DeprecationReason = DeprecationOf(parameter),
                Type = TypeReferences.Input(schema, parameter),
                DefaultValue = inputs.DefaultOf(parameter, parameter),
            });
        }
    }

    private static OutputField Finish(FieldBuilder builder)
    {
        foreach (var attribute in builder.Member.GetCustomAttributes<FieldAttribute>().OrderBy(attribute => attribute.Order))
        {
            attribute.Configure(builder);
        }

        if (builder.Source is null)
        {
            builder.Problem("the expression is not used by any attribute; add [UsePaging].");
        }
        else if (builder.Source is ResolverSource && FlawOf(builder) is { } flaw)
        {
            builder.Problem(flaw);
        }

        return new OutputField
        {
            Name = builder.Name,
            Description = builder.Description,
            DeprecationReason = builder.DeprecationReason,
            Volatility = VolatilityOf(builder),
            Cost = builder.Cost,
            NarrowedBy = builder.NarrowedBy,
            ComparedBy = builder.ComparedBy,
            ComparedFirstBy = builder.ComparedFirstBy,
            Type = builder.Type,
            Arguments = builder.Arguments,
            Source = builder.Source,
            Events = builder.Events,
        };
    }

    /// <summary>What is wrong with a field that a plain call for each parent would answer; null if nothing is.</summary>
    private static string? FlawOf(FieldBuilder builder)
    {
        var returned = ((MethodInfo)builder.Member).ReturnType;
        return returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(NodeReference<>)
            ? "a reference is loaded by [UseNodes]; add it."
            : builder.ParentType is not null && typeof(IQueryable).IsAssignableFrom(builder.ValueType) ? NestedQuery(builder) : null;
    }

    /// <summary>How to write a query that would be run for each parent.</summary>
    internal static string NestedQuery(FieldBuilder builder) =>
        "a query for each parent is the N+1 shape. "
        + $"Write the relation as an expression: static Expression<Func<{builder.ParentType!.Name}, IEnumerable<…>>> {builder.Member.Name} => parent => parent.…";

    /// <summary>What is said of the member, or of all that its type has.</summary>
    private static Volatility VolatilityOf(FieldBuilder builder)
    {
        if (builder.Member.GetCustomAttribute<VolatileAttribute>() is { } own)
        {
            return own.ByClock ? Volatility.Clock : Volatility.Any;
        }

        return builder.ParentType is { } parent && builder.Schema.ExtensionsOf(parent).Any(extension => extension.IsDefined(typeof(VolatileAttribute), inherit: false))
            ? Volatility.Any
            : Volatility.None;
    }
}
