using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using CenterDirectory.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.GraphQL.Types;

/// <summary>Turns a resolver method into a delegate: parent, arguments, language, services and the cancellation token go to its parameters by kind.</summary>
internal static class ResolverBinder
{
    /// <summary>What a bound resolver is called with.</summary>
    internal delegate object? Call(object parent, object?[] arguments, RequestContext request, CancellationToken cancellationToken);

    /// <summary>Whether a parameter is an argument of the field.</summary>
    public static bool IsArgument(ParameterInfo parameter, SchemaBuilder schema) =>
        !IsParent(parameter)
        && !IsLanguage(parameter)
        && parameter.ParameterType != typeof(CancellationToken)
        && (schema.IsInput(parameter.ParameterType) || parameter.IsDefined(typeof(IDAttribute)) || parameter.IsDefined(typeof(GraphQLScalarAttribute)));

    /// <summary>The source of a field that a method resolves, a call for each parent.</summary>
    public static FieldSource Bind(MethodInfo method, SchemaBuilder schema, Type? parentType)
    {
        CheckParameters(method, schema, parentType);
        return new ResolverSource(Compile(method, schema), RequiresOf(method));
    }

    /// <summary>Members of the parent that a method reads.</summary>
    public static IReadOnlyList<string> RequiresOf(MethodInfo method) =>
        [.. method.GetParameters().Select(parameter => parameter.GetCustomAttribute<ParentAttribute>()).SelectMany(attribute => attribute?.Requires ?? [])];

    /// <summary>Whether a method gives a query for each parent of its own.</summary>
    public static bool IsQueryOfParent(MethodInfo method) =>
        typeof(IQueryable).IsAssignableFrom(ClrTypes.Unwrap(method.ReturnType)) && method.GetParameters().Any(parameter => parameter.IsDefined(typeof(ParentAttribute)));

    /// <summary>Why a method cannot be a resolver at all; null if it can.</summary>
    public static string? FlawOf(MethodInfo method)
    {
        var value = ClrTypes.Unwrap(method.ReturnType);
        if (value == typeof(void) || value == typeof(Task) || value == typeof(ValueTask))
        {
            return "a resolver returns the value of its field; this one returns nothing.";
        }

        if (method.IsGenericMethodDefinition || method.GetParameters().Any(parameter => parameter.ParameterType.IsByRef))
        {
            return "a resolver has neither type parameters nor ref, in or out parameters.";
        }

        if (!method.IsDefined(typeof(BatchResolverAttribute)))
        {
            return null;
        }

        var isDictionary = value.IsGenericType && value.GetGenericArguments().Length == 2
            && value.GetInterfaces().Append(value).Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>));
        return isDictionary ? null : "a batch resolver answers with a dictionary, IReadOnlyDictionary<Parent, Value>.";
    }

    /// <summary>Reports parameters that nothing could ever be given for.</summary>
    public static void CheckParameters(MethodInfo method, SchemaBuilder schema, Type? parentType)
    {
        foreach (var parameter in method.GetParameters().Where(parameter => !IsArgument(parameter, schema) && parameter.ParameterType != typeof(CancellationToken)))
        {
            var type = parameter.ParameterType;
            var isBatch = method.IsDefined(typeof(BatchResolverAttribute)) && parameter.Position == 0;
            var place = $"{method.DeclaringType?.Name}.{method.Name}({parameter.Name})";
            if (parameter.IsDefined(typeof(EventMessageAttribute)))
            {
                continue;
            }

            if (IsLanguage(parameter))
            {
                if (schema.Translations?.Locale != type)
                {
                    schema.Problem($"{place}: the language of an operation is a {schema.Translations?.Locale.Name ?? "thing that UseTranslations names first"}, never a {type.Name}.");
                }

                continue;
            }

            if (parameter.IsDefined(typeof(ParentAttribute)))
            {
                if (parentType is null)
                {
                    schema.Problem($"{place}: a field of a root type has no parent.");
                }
                else if (!type.IsAssignableFrom(parentType))
                {
                    schema.Problem($"{place}: the parent is a {parentType.Name}, never a {type.Name}.");
                }
            }
            else if (!isBatch && parentType is not null && type != typeof(object) && type.IsAssignableFrom(parentType))
            {
                schema.Problem($"{place}: mark the parent with [Parent].");
            }
            else if (!isBatch && (type.IsValueType || type == typeof(Uri)))
            {
                schema.Problem($"{place}: {type.Name} is neither an argument, for want of a scalar, nor a service; add one with AddScalar.");
            }
        }
    }

    /// <summary>Name of the argument that a parameter stands for.</summary>
    public static string ArgumentName(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? Naming.Camel(parameter.Name!);

    /// <summary>Compiles a call of the method.</summary>
    /// <param name="method">The method.</param>
    /// <param name="schema">The schema being built.</param>
    /// <param name="known">The arguments that it is called with, found by name; null if they are its own.</param>
    public static Call Compile(MethodInfo method, SchemaBuilder schema, List<InputField>? known = null)
    {
        var parent = Expression.Parameter(typeof(object));
        var arguments = Expression.Parameter(typeof(object?[]));
        var request = Expression.Parameter(typeof(RequestContext));
        var services = Expression.Property(request, nameof(RequestContext.Services));
        var cancellation = Expression.Parameter(typeof(CancellationToken));

        var index = 0;
        var inputs = method.GetParameters().Select(parameter =>
        {
            if (IsParent(parameter) || parameter.Position == 0 && method.IsDefined(typeof(BatchResolverAttribute)))
            {
                return Expression.Convert(parent, parameter.ParameterType);
            }

            if (parameter.ParameterType == typeof(CancellationToken))
            {
                return cancellation;
            }

            if (IsLanguage(parameter))
            {
                return Expression.Convert(Expression.Property(request, nameof(RequestContext.Language)), parameter.ParameterType);
            }

            return IsArgument(parameter, schema)
                ? ArgumentValue(arguments, known is null ? index++ : known.FindIndex(argument => argument.Name == ArgumentName(parameter)), parameter)
                : (Expression)Expression.Call(
                    typeof(ServiceProviderServiceExtensions), nameof(ServiceProviderServiceExtensions.GetRequiredService), [parameter.ParameterType], services);
        }).ToList();

        var call = Expression.Call(method, inputs);
        var lambda = Expression.Lambda<Call>(Expression.Convert(call, typeof(object)), parent, arguments, request, cancellation);
        // Compiled by the first call: there are hundreds, and a process that starts is waited for.
        Call? compiled = null;
        return (of, values, context, cancellationToken) => (compiled ??= lambda.Compile())(of, values, context, cancellationToken);
    }

    private static bool IsParent(ParameterInfo parameter) =>
        parameter.IsDefined(typeof(ParentAttribute)) || parameter.IsDefined(typeof(EventMessageAttribute));

    private static bool IsLanguage(ParameterInfo parameter) => parameter.IsDefined(typeof(OperationLanguageAttribute));

    private static UnaryExpression ArgumentValue(ParameterExpression arguments, int index, ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        var fallback = parameter.HasDefaultValue && parameter.DefaultValue is not null ? parameter.DefaultValue : InputBinder.AbsentOf(type);
        var convert = InputBinder.Converter(type);
        Func<object?, object?> read = value => value is Absent ? fallback : convert(value);
        var value = Expression.Invoke(Expression.Constant(read), Expression.ArrayIndex(arguments, Expression.Constant(index)));
        return Expression.Convert(value, type);
    }
}

/// <summary>Turns coerced inputs into what C# parameters and properties take.</summary>
internal static class InputBinder
{
    /// <summary>What stands in C# for a value that was not given.</summary>
    public static object? AbsentOf(Type type) => ClrTypes.OptionalOf(type) is null ? null : Activator.CreateInstance(type);

    /// <summary>The constructor that takes most of the fields; null if none is public.</summary>
    public static ConstructorInfo? ConstructorOf(Type type) =>
        type.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length).FirstOrDefault();

    /// <summary>A conversion to a C# type: lists become arrays of the item type, everything else has its type already.</summary>
    public static Func<object?, object?> Converter(Type type)
    {
        if (ClrTypes.OptionalOf(type) is { } optional)
        {
            var convert = Converter(optional);
            return value => Activator.CreateInstance(type, convert(value));
        }

        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare.IsPrimitive || bare == typeof(decimal))
        {
            return value => value is null || value.GetType() == bare ? value : Number(value, bare);
        }

        if (type == typeof(string) || typeof(InputObject) == type || !ClrTypes.IsList(type, out var item))
        {
            return value => value;
        }

        var convertItem = Converter(item);
        return value =>
        {
            if (value is not IReadOnlyList<object?> items)
            {
                return null;
            }

            var array = Array.CreateInstance(item, items.Count);
            for (var i = 0; i < items.Count; i++)
            {
                array.SetValue(convertItem(items[i]), i);
            }

            return typeof(List<>).MakeGenericType(item) == type ? Activator.CreateInstance(type, array) : array;
        };
    }

    /// <summary>A number of another C# type than that of the scalar, e.g. <c>[ID] long</c>.</summary>
    private static object Number(object value, Type type)
    {
        try
        {
            return Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
        }
        catch (Exception error) when (error is FormatException or OverflowException or InvalidCastException)
        {
            throw new GraphQLException("An argument is no number of the size that is wanted here.");
        }
    }

    /// <summary>A factory of the class: by its longest constructor, the other properties set afterwards.</summary>
    public static Func<InputObject, object> Bind(ConstructorInfo constructor, InputObjectType type)
    {
        var fields = type.Fields.ToDictionary(field => ((PropertyInfo)field.Tag!).Name, StringComparer.OrdinalIgnoreCase);
        var parameters = constructor.GetParameters()
            .Select(parameter => (fields[parameter.Name!].Name, Convert: Converter(parameter.ParameterType), Absent: AbsentOf(parameter.ParameterType)))
            .ToList();
        var setters = type.Fields.Select(field => (PropertyInfo)field.Tag!)
            .Where(property => property.SetMethod is not null && !constructor.GetParameters().Any(parameter => parameter.Name!.Equals(property.Name, StringComparison.OrdinalIgnoreCase)))
            .Select(property => (property, fields[property.Name].Name, Convert: Converter(property.PropertyType)))
            .ToList();

        return input =>
        {
            var instance = constructor.Invoke([.. parameters.Select(parameter => input.TryGet(parameter.Name, out var value) ? parameter.Convert(value) : parameter.Absent)]);
            foreach (var (property, name, convert) in setters)
            {
                if (input.TryGet(name, out var value))
                {
                    property.SetValue(instance, convert(value));
                }
            }

            return instance;
        };
    }
}
