using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CenterDirectory.GraphQL.Data.Reading;

/// <summary>
/// How the values of parameters are stored. EF decides it when a statement is translated; what is done here for the next values must give
/// the same for the first, or <see cref="Find"/> finds nothing and EF goes on deciding.
/// </summary>
internal sealed class StoredValues(IModel model)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ConcurrentDictionary<Type, ValueConverter?> converters = [];

    /// <summary>What makes of a value the stored one; null if that is not known for sure.</summary>
    /// <param name="type">C# type of the values.</param>
    /// <param name="value">A value.</param>
    /// <param name="stored">What EF made of it.</param>
    /// <param name="form">A pattern that EF makes of the value, as its name for the parameter tells.</param>
    public Func<object?, object?>? Find(Type type, object? value, object? stored, string form)
    {
        Func<object?, object?>? store = form switch
        {
            "" => type != typeof(string) && ElementOf(type) is { } element ? List(element, stored) : Single(type),
            "_startswith" => text => Escaped(text) + "%",
            "_endswith" => text => "%" + Escaped(text),
            "_contains" => text => "%" + Escaped(text) + "%",
            _ => null,
        };
        return store is not null && AreEqual(store(value), stored) ? store : null;
    }

    private static Type? ElementOf(Type type) => type.IsArray ? type.GetElementType() : null;

    private Func<object?, object?>? Single(Type type)
    {
        var converter = ConverterOf(Nullable.GetUnderlyingType(type) ?? type);
        return converter is null ? value => value ?? DBNull.Value : value => converter.ConvertToProvider(value) ?? DBNull.Value;
    }

    private Func<object?, object?>? List(Type element, object? stored)
    {
        var single = Single(element)!;
        return stored switch
        {
            string when element == typeof(long) => KeysAsJson,
            string => values => JsonSerializer.Serialize(((IEnumerable)values!).Cast<object?>().Select(single), Json),
            Array array => values => Convert((Array)values!, array.GetType().GetElementType()!, single),
            _ => null,
        };
    }

    private static string KeysAsJson(object? values)
    {
        var text = new StringBuilder("[", ((long[])values!).Length * 8);
        foreach (var key in (long[])values)
        {
            if (text.Length > 1)
            {
                text.Append(',');
            }

            text.Append(CultureInfo.InvariantCulture, $"{key}");
        }

        return text.Append(']').ToString();
    }

    private static Array Convert(Array values, Type element, Func<object?, object?> single)
    {
        var converted = Array.CreateInstance(element, values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            var stored = single(values.GetValue(i));
            if (!element.IsInstanceOfType(stored))
            {
                // Not how EF stores them: it goes on deciding.
                return Array.Empty<object>();
            }

            converted.SetValue(stored, i);
        }

        return converted;
    }

    private static string Escaped(object? text) =>
        ((string)text!).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);

    /// <summary>The one converter that all columns of a C# type have.</summary>
    private ValueConverter? ConverterOf(Type type) => converters.GetOrAdd(type, wanted => model.GetEntityTypes()
        .SelectMany(entity => entity.GetFlattenedProperties())
        .Where(property => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == wanted)
        .Select(property => property.GetTypeMapping().Converter)
        .FirstOrDefault());

    private static bool AreEqual(object? ours, object? theirs) => (ours, theirs) switch
    {
        (string left, string right) => left == right || (left.StartsWith('[') && AreEqualJson(left, right)),
        (Array left, Array right) => left.GetType() == right.GetType() && left.Cast<object?>().SequenceEqual(right.Cast<object?>()),
        _ => Equals(ours, theirs),
    };

    private static bool AreEqualJson(string left, string right)
    {
        try
        {
            return JsonElement.DeepEquals(JsonElement.Parse(left), JsonElement.Parse(right));
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
