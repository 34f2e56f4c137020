using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Language;

namespace CenterDirectory.GraphQL.Types;

/// <summary>Builds the fields of types out of properties and methods.</summary>
internal sealed class FieldFactory(SchemaBuilder schema)
{
    private const BindingFlags OwnStatic = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Reason of deprecation of a member; null if it is not deprecated.</summary>
    public static string? DeprecationOf(ICustomAttributeProvider member) =>
        member.GetCustomAttributes(typeof(GraphQLDeprecatedAttribute), false).Cast<GraphQLDeprecatedAttribute>().FirstOrDefault()?.Reason
        ?? member.GetCustomAttributes(typeof(ObsoleteAttribute), false).Cast<ObsoleteAttribute>().Select(found => found.Message ?? BuiltInDirectives.DefaultReason).FirstOrDefault();

    /// <summary>Fields of a class: the members of its extensions in front, then its public properties, base classes last.</summary>
    public IEnumerable<OutputField> FieldsOf(Type clrType, IReadOnlyList<Type> extensions, bool isNode)
    {
        var attribute = schema.AttributeOf(clrType);
        var ignored = extensions.SelectMany(extension => extension.GetCustomAttributes<TypeExtensionAttribute>()).SelectMany(found => found.Ignore).ToHashSet();
        var extended = extensions.SelectMany(extension => MembersOf(extension)).Select(member => ExtensionField(clrType, member)).ToList();
        var replaced = extended.Select(field => field.Name).ToHashSet();

        var properties = attribute?.BindProperties == false
            ? []
            : PropertiesOf(clrType)
                .Where(property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
                .Where(property => property.Name != "EqualityContract" && !ignored.Contains(property.Name))
                .Where(property => !property.IsDefined(typeof(GraphQLIgnoreAttribute)));
        var own = properties
            .Select(property => isNode && property.Name == "Id" ? IdField(clrType, property) : PropertyField(clrType, property))
            .Where(field => !replaced.Contains(field.Name));
        return own.OrderBy(field => field.Name == "id" ? 0 : 1).Concat(extended);
    }

    /// <summary>Fields of a root type that one class contributes.</summary>
    public IEnumerable<OutputField> RootFields(Type rootClass)
    {
        var sources = SubscribeAttribute.SourcesIn(rootClass);
        return MembersOf(rootClass).Where(member => !sources.Contains(member.Name)).Select(member => ExtensionField(null, member));
    }

    /// <summary>An input object of a class with <see cref="InputTypeAttribute"/>.</summary>
    public InputObjectType InputObject(Type clrType)
    {
        var attribute = clrType.GetCustomAttribute<InputTypeAttribute>();
        if (attribute is null)
        {
            schema.Problem($"{clrType.Name} is used as an input; mark it with [InputType], or register a scalar for it.");
        }

        var name = attribute?.Name ?? (clrType.Name.EndsWith("Input", StringComparison.Ordinal) ? clrType.Name : clrType.Name + "Input");
        return schema.GetOrAdd(name, () =>
        {
            var type = new InputObjectType(name, XmlDocs.Summary(clrType), attribute?.OneOf ?? false);
            schema.Later(() => FillInput(type, clrType));
            return type;
        });
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

    private static string NameOf(MemberInfo member) =>
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
        return Finish(builder);
    }

    private OutputField ExtensionField(Type? parent, MemberInfo member)
    {
        var returned = member is PropertyInfo property ? property.PropertyType : ((MethodInfo)member).ReturnType;
        var builder = NewBuilder(member, returned, parent);
        if (member is MethodInfo method)
        {
            AddArguments(builder, method);
            builder.Source = member.IsDefined(typeof(BatchResolverAttribute))
                ? BatchResolverSource.Create(method, schema)
                : ResolverBinder.Bind(method, schema, parent);
        }
        else if (!typeof(LambdaExpression).IsAssignableFrom(returned))
        {
            builder.Problem("A static property of a type extension must be an expression, e.g. Expression<Func<Parent, IEnumerable<Item>>>; write a method for anything else.");
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
        foreach (var parameter in method.GetParameters().Where(parameter => ResolverBinder.IsArgument(parameter, schema)))
        {
            builder.Arguments.Add(new InputField
            {
                Name = ResolverBinder.ArgumentName(parameter),
                Description = XmlDocs.Summary(parameter),
                DeprecationReason = DeprecationOf(parameter),
                Type = TypeReferences.Input(schema, parameter),
                DefaultValue = DefaultOf(parameter, parameter),
            });
        }
    }

    /// <summary>The default that stands as syntax on a member or parameter, else the one C# knows of the parameter.</summary>
    private ValueNode? DefaultOf(ICustomAttributeProvider member, ParameterInfo? parameter)
    {
        var syntax = member.GetCustomAttributes(typeof(DefaultValueSyntaxAttribute), false).Cast<DefaultValueSyntaxAttribute>().FirstOrDefault();
        if (syntax is not null)
        {
            return Parser.ParseValue(syntax.Syntax);
        }

        return parameter is { HasDefaultValue: true, DefaultValue: { } value } ? DefaultOf(value, parameter.ParameterType) : null;
    }

    private ValueNode DefaultOf(object value, Type declared) => value switch
    {
        // Of a nullable enum reflection gives the number only.
        _ when (System.Nullable.GetUnderlyingType(declared) ?? declared) is { IsEnum: true } type && value is not Enum =>
            DefaultOf(System.Enum.ToObject(type, value), type),
        bool flag => new BooleanValueNode(0, flag),
        string text => new StringValueNode(0, text, isBlock: false),
        Enum member => new EnumValueNode(0, schema.Enum(member.GetType()).ByClrValue[member].Name),
        double number when Math.Floor(number) != number => new FloatValueNode(0, number.ToString("R", CultureInfo.InvariantCulture)),
        IFormattable number => new IntValueNode(0, number.ToString(null, CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException($"A default of type {value.GetType().Name}."),
    };

    private void FillInput(InputObjectType type, Type clrType)
    {
        var properties = clrType.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.Name != "EqualityContract" && !property.IsDefined(typeof(GraphQLIgnoreAttribute)))
            .ToList();
        var parameters = InputBinder.ConstructorOf(clrType).GetParameters().ToDictionary(parameter => parameter.Name!, StringComparer.OrdinalIgnoreCase);
        SchemaBuilder.SetFields(type, properties.Select(property => new InputField
        {
            Name = NameOf(property),
            Description = XmlDocs.Summary(property),
            DeprecationReason = DeprecationOf(property),
            Type = TypeReferences.Input(schema, property),
            DefaultValue = DefaultOf(property, parameters.GetValueOrDefault(property.Name)),
            Tag = property,
        }));
        type.Create = InputBinder.Bind(clrType, type);
    }

    private static OutputField Finish(FieldBuilder builder)
    {
        foreach (var attribute in builder.Member.GetCustomAttributes<FieldAttribute>().OrderBy(attribute => attribute.Order))
        {
            attribute.Configure(builder);
        }

        if (builder.Source is null)
        {
            builder.Problem("The expression is not used by any attribute; add [UsePaging].");
        }

        return new OutputField
        {
            Name = builder.Name,
            Description = builder.Description,
            DeprecationReason = builder.DeprecationReason,
            IsVolatile = builder.Member.IsDefined(typeof(VolatileAttribute)),
            Type = builder.Type,
            Arguments = builder.Arguments,
            Source = builder.Source,
            Events = builder.Events,
        };
    }
}
