using System.Globalization;
using System.Text.Json;
using CenterDirectory.GraphQL.Language;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Execution;

/// <summary>Coerces the variables of a request (6.1.2 CoerceVariableValues).</summary>
internal sealed class VariableCoercion(Schema schema, OperationPlan plan)
{
    private const int MaximumErrors = 50;

    private readonly List<GraphQLError> errors = [];

    /// <summary>The values by name, or the errors.</summary>
    public (IReadOnlyDictionary<string, object?> Values, IReadOnlyList<GraphQLError> Errors) Coerce(JsonElement? given)
    {
        var values = new Dictionary<string, object?>(plan.Variables.Count, StringComparer.Ordinal);
        foreach (var definition in plan.Variables)
        {
            var name = definition.Variable.Name.Value;
            var type = schema.TypeOf(definition.Type)!;
            if (given is { ValueKind: JsonValueKind.Object } all && all.TryGetProperty(name, out var json))
            {
                if (json.ValueKind == JsonValueKind.Null && type is NonNullType)
                {
                    Report(definition, $"Variable ${name} must not be null; its type is {type}.");
                }
                else
                {
                    values[name] = Value(json, type, definition, [name]);
                }
            }
            else if (definition.DefaultValue is not null)
            {
                values[name] = LiteralCoercion.Coerce(definition.DefaultValue, type, values);
            }
            else if (type is NonNullType)
            {
                Report(definition, $"Variable ${name} of type {type} needs a value.");
            }

            if (errors.Count >= MaximumErrors)
            {
                break;
            }
        }

        return (values, errors);
    }

    private object? Value(JsonElement json, GraphType type, VariableDefinitionNode definition, List<object> path)
    {
        if (type is NonNullType nonNull)
        {
            return json.ValueKind == JsonValueKind.Null
                ? Fail(definition, path, $"must not be null; its type is {type}")
                : Value(json, nonNull.OfType, definition, path);
        }

        return (type, json.ValueKind) switch
        {
            (_, JsonValueKind.Null) => null,
            (ListType list, JsonValueKind.Array) => Items(json, list, definition, path),
            (ListType list, _) => new[] { Value(json, list.ItemType, definition, path) },
            (InputObjectType input, JsonValueKind.Object) => Object(json, input, definition, path),
            (InputObjectType input, _) => Fail(definition, path, $"must be an object of type {input}"),
            (EnumType enumType, JsonValueKind.String) when enumType.ByName.TryGetValue(json.GetString()!, out var value) => value.ClrValue,
            (EnumType enumType, _) => Fail(definition, path, $"must be the name of a value of {enumType}, as a string"),
            (ScalarType scalar, _) => Leaf(json, scalar, definition, path),
            _ => throw new InvalidOperationException($"{type} is no input type."),
        };
    }

    private object?[] Items(JsonElement json, ListType list, VariableDefinitionNode definition, List<object> path)
    {
        var items = new object?[json.GetArrayLength()];
        for (var i = 0; i < items.Length && errors.Count < MaximumErrors; i++)
        {
            path.Add(i);
            items[i] = Value(json[i], list.ItemType, definition, path);
            path.RemoveAt(path.Count - 1);
        }

        return items;
    }

    private object? Object(JsonElement json, InputObjectType type, VariableDefinitionNode definition, List<object> path)
    {
        var before = errors.Count;
        var fields = new List<KeyValuePair<InputField, object?>>();
        foreach (var field in type.Fields)
        {
            if (json.TryGetProperty(field.Name, out var value))
            {
                path.Add(field.Name);
                fields.Add(new(field, Value(value, field.Type, definition, path)));
                path.RemoveAt(path.Count - 1);
            }
            else if (field.DefaultValue is not null)
            {
                fields.Add(new(field, LiteralCoercion.Coerce(field.DefaultValue, field.Type, new Dictionary<string, object?>())));
            }
            else if (field.IsRequired)
            {
                Fail(definition, path, $"needs the field {field.Name} of type {field.Type}");
            }
        }

        foreach (var member in json.EnumerateObject().DistinctBy(member => member.Name).Where(member => !type.FieldsByName.ContainsKey(member.Name)))
        {
            Fail(definition, path, $"has a field {Shortened(member.Name)} that {type} does not have");
        }

        if (type.IsOneOf)
        {
            CheckOneOf(json, type, definition, path);
        }

        return errors.Count == before ? LiteralCoercion.Finish(type, fields) : null;
    }

    private void CheckOneOf(JsonElement json, InputObjectType type, VariableDefinitionNode definition, List<object> path)
    {
        var given = json.EnumerateObject().DistinctBy(member => member.Name).Where(member => type.FieldsByName.ContainsKey(member.Name)).ToList();
        if (given.Count != 1)
        {
            Fail(definition, path, $"must have exactly one field, as {type} asks");
        }

        if (given is [{ Value.ValueKind: JsonValueKind.Null } first, ..])
        {
            Fail(definition, [.. path, first.Name], $"must not be null: it is the one field of {type}");
        }
    }

    private object? Leaf(JsonElement json, ScalarType scalar, VariableDefinitionNode definition, List<object> path)
    {
        LeafInput? leaf = json.ValueKind switch
        {
            JsonValueKind.String => new LeafInput(LeafKind.String, json.GetString()!),
            JsonValueKind.True => new LeafInput(LeafKind.Boolean, "true"),
            JsonValueKind.False => new LeafInput(LeafKind.Boolean, "false"),
            JsonValueKind.Number => Number(json),
            _ => null,
        };
        if (leaf is null)
        {
            return Fail(definition, path, $"must be a single value of type {scalar}");
        }

        return scalar.TryParse(leaf.Value, out var value, out var expected) ? value : Fail(definition, path, $"is no {scalar}; it must be {expected}");
    }

    /// <summary>JSON does not tell 1 from 1.0, so a number without fraction is a whole one (3.5.1).</summary>
    private static LeafInput Number(JsonElement json)
    {
        var text = json.GetRawText();
        if (text.AsSpan().IndexOfAny('.', 'e', 'E') < 0)
        {
            return new LeafInput(LeafKind.Int, text);
        }

        var number = json.TryGetDouble(out var parsed) ? parsed : double.NaN;
        return double.IsFinite(number) && Math.Floor(number) == number && Math.Abs(number) < 1e15
            ? new LeafInput(LeafKind.Int, number.ToString("F0", CultureInfo.InvariantCulture))
            : new LeafInput(LeafKind.Float, text);
    }

    private object? Fail(VariableDefinitionNode definition, List<object> path, string problem)
    {
        var place = string.Concat(path.Select((step, i) => step is int index ? $"[{index}]" : i == 0 ? step : $".{step}"));
        Report(definition, $"Variable ${place} {problem}.");
        return null;
    }

    private void Report(VariableDefinitionNode definition, string message)
    {
        if (errors.Count < MaximumErrors)
        {
            errors.Add(new GraphQLError(message, ErrorCodes.BadUserInput, [plan.Document.LocationOf(definition.Start)]));
        }
    }

    private static string Shortened(string name) => name.Length <= 40 ? name : name[..40] + "…";
}
