using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CenterDirectory.GraphQL.Execution;

namespace CenterDirectory.GraphQL.Types;

/// <summary>A scalar written as three small functions; also the way for an application to add its own.</summary>
/// <typeparam name="T">C# type of its values.</typeparam>
/// <param name="name">Name in the schema.</param>
/// <param name="description">Description in the schema.</param>
/// <param name="parse">Coerces an input; null if it is not acceptable.</param>
/// <param name="acceptable">What would be acceptable, for the error message, e.g. «a day such as 2019-04-02».</param>
/// <param name="write">Writes a value.</param>
/// <param name="specifiedByUrl">Address of its specification.</param>
public sealed class ScalarType<T>(
    string name, string? description, Func<LeafInput, object?> parse, string acceptable, Action<JsonBuffer, T> write, string? specifiedByUrl = null)
    : ScalarType(name, description, typeof(T), specifiedByUrl)
{
    public override bool TryParse(LeafInput input, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? expected)
    {
        value = parse(input);
        expected = value is null ? acceptable : null;
        return value is not null;
    }

    /// <summary>Another C# type is converted where .NET knows how: an <c>int</c> is a <c>Float</c> too, a <c>long</c> an <c>ID</c>.</summary>
    public override void Write(JsonBuffer json, object value) =>
        write(json, value is T typed ? typed : (T)Convert.ChangeType(value, typeof(T), CultureInfo.InvariantCulture));

    /// <summary>Writes a value without boxing it.</summary>
    public void WriteTyped(JsonBuffer json, T value) => write(json, value);
}

/// <summary>The five scalars of every schema (3.5).</summary>
public static class BuiltInScalars
{
    /// <summary>3.5.1.</summary>
    public static ScalarType Int { get; } = new ScalarType<int>(
        "Int", "A whole number of 32 bits with sign.",
        input => input.Kind == LeafKind.Int && int.TryParse(input.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null,
        "a whole number from -2147483648 to 2147483647", (json, value) => json.Number(value)) { IsBuiltIn = true };

    /// <summary>3.5.2.</summary>
    public static ScalarType Float { get; } = new ScalarType<double>(
        "Float", "A number with fraction, double precision (IEEE 754).", input => ParseFloat(input),
        "a finite number", (json, value) => json.Number(value)) { IsBuiltIn = true };

    /// <summary>3.5.3.</summary>
    public static ScalarType String { get; } = new ScalarType<string>(
        "String", "A text of Unicode characters.", input => input.Kind == LeafKind.String ? input.Text : null,
        "a string in quotes", (json, value) => json.String(value)) { IsBuiltIn = true };

    /// <summary>3.5.4.</summary>
    public static ScalarType Boolean { get; } = new ScalarType<bool>(
        "Boolean", "Either true or false.", input => input.Kind == LeafKind.Boolean ? input.Text == "true" : null,
        "true or false", (json, value) => json.Boolean(value)) { IsBuiltIn = true };

    /// <summary>3.5.5.</summary>
    public static ScalarType Id { get; } = new ScalarType<string>(
        "ID", "An identifier; clients should treat it as opaque.", input => input.Kind is LeafKind.String or LeafKind.Int ? input.Text : null,
        "a string or a whole number", (json, value) => json.String(value)) { IsBuiltIn = true };

    /// <summary>All five.</summary>
    public static IReadOnlyList<ScalarType> All { get; } = [Int, Float, String, Boolean, Id];

    private static double? ParseFloat(LeafInput input) =>
        input.Kind is LeafKind.Int or LeafKind.Float
        && double.TryParse(input.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number) ? number : null;
}
