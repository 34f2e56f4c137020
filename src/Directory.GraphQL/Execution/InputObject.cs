using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Execution;

/// <summary>A coerced input object: the fields that were given or have a default, in the order of the type.</summary>
public sealed class InputObject(InputObjectType type, IReadOnlyList<KeyValuePair<InputField, object?>> fields)
{
    public InputObjectType Type { get; } = type;

    public IReadOnlyList<KeyValuePair<InputField, object?>> Fields { get; } = fields;

    /// <summary>Whether a field was given (or defaulted), possibly as null.</summary>
    public bool TryGet(string name, out object? value)
    {
        foreach (var (field, given) in Fields)
        {
            if (field.Name == name)
            {
                value = given;
                return true;
            }
        }

        value = null;
        return false;
    }
}
