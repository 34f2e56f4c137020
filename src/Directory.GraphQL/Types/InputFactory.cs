using System.Globalization;
using System.Reflection;
using CenterDirectory.GraphQL.Language;

namespace CenterDirectory.GraphQL.Types;

/// <summary>Builds input objects out of classes, and defaults out of what C# or an attribute says.</summary>
internal sealed class InputFactory(SchemaBuilder schema)
{
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
            schema.Later(() => Fill(type, clrType));
            return type;
        });
    }

    /// <summary>The default that stands as syntax on a member or parameter, else the one C# knows of the parameter.</summary>
    public ValueNode? DefaultOf(ICustomAttributeProvider member, ParameterInfo? parameter)
    {
        var syntax = member.GetCustomAttributes(typeof(DefaultValueSyntaxAttribute), false).Cast<DefaultValueSyntaxAttribute>().FirstOrDefault();
        if (syntax is null)
        {
            return parameter is { HasDefaultValue: true, DefaultValue: { } value } ? DefaultOf(value, parameter.ParameterType) : null;
        }

        try
        {
            return Parser.ParseValue(syntax.Syntax);
        }
        catch (GraphQLSyntaxException error)
        {
            schema.Problem($"{schema.Subject}: the default {syntax.Syntax} is no value of the language. {error.Message}");
            return null;
        }
    }

    private ValueNode? DefaultOf(object value, Type declared)
    {
        switch (value)
        {
            // Of a nullable enum reflection gives the number only.
            case not System.Enum when (System.Nullable.GetUnderlyingType(declared) ?? declared) is { IsEnum: true } type:
                return DefaultOf(System.Enum.ToObject(type, value), type);
            case System.Enum member when schema.Enum(member.GetType()).ByClrValue.TryGetValue(member, out var found):
                return new EnumValueNode(0, found.Name);
            case bool flag:
                return new BooleanValueNode(0, flag);
            case string text:
                return new StringValueNode(0, text, isBlock: false);
            case double number when Math.Floor(number) != number:
                return new FloatValueNode(0, number.ToString("R", CultureInfo.InvariantCulture));
            case double or int or long or short or byte:
                return new IntValueNode(0, ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
            default:
                schema.Problem($"{schema.Subject}: a default of type {value.GetType().Name} must be written with [DefaultValueSyntax].");
                return null;
        }
    }

    private void Fill(InputObjectType type, Type clrType)
    {
        var properties = clrType.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.Name != "EqualityContract" && !property.IsDefined(typeof(GraphQLIgnoreAttribute)))
            .ToList();
        foreach (var clash in properties.GroupBy(FieldFactory.NameOf).Where(group => group.Count() > 1))
        {
            schema.Problem($"{clrType.Name}: {string.Join(" and ", clash.Select(property => property.Name))} are both named {clash.Key}; give one another name with [GraphQLName].");
        }

        var constructor = InputBinder.ConstructorOf(clrType);
        var parameters = constructor?.GetParameters().ToDictionary(parameter => parameter.Name!, StringComparer.OrdinalIgnoreCase) ?? [];
        SchemaBuilder.SetFields(type, properties.Select(property => Field(clrType, property, parameters.GetValueOrDefault(property.Name))));
        var strangers = parameters.Keys.Where(name => !properties.Exists(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))).ToList();
        if (constructor is null)
        {
            schema.Problem($"{clrType.Name}: an input class needs a public constructor.");
        }
        else if (strangers.Count > 0)
        {
            schema.Problem($"{clrType.Name}: its constructor takes {string.Join(", ", strangers)}, for which there is no property of that name.");
        }
        else
        {
            type.Create = InputBinder.Bind(constructor, type);
        }
    }

    private InputField Field(Type clrType, PropertyInfo property, ParameterInfo? parameter)
    {
        schema.Subject = $"{clrType.Name}.{property.Name}";
        return new InputField
        {
            Name = FieldFactory.NameOf(property),
            Description = XmlDocs.Summary(property),
            DeprecationReason = FieldFactory.DeprecationOf(property),
            Type = TypeReferences.Input(schema, property),
            DefaultValue = DefaultOf(property, parameter),
            Tag = property,
        };
    }
}
