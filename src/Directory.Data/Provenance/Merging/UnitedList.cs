using System.Buffers;
using System.Reflection;
using System.Text.Json;

namespace CenterDirectory.Data.Provenance.Merging;

/// <summary>Unites what several sources state of one list: equal items once, those of the strongest source first, enums in the order of their vocabulary.</summary>
internal sealed class UnitedList
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = DirectoryJson.Options.Encoder };

    private readonly string[] by;
    private readonly int most;
    private readonly string[]? vocabulary;

    public UnitedList(PropertyInfo property, UnitedAttribute attribute)
    {
        var item = property.PropertyType.GetGenericArguments()[0];
        by = [.. attribute.By.Select(JsonNamingPolicy.CamelCase.ConvertName)];
        most = attribute.Most;
        vocabulary = item.IsEnum ? Enum.GetNames(item) : null;
    }

    /// <param name="lists">The stated lists, strongest first.</param>
    public JsonElement Unite(IEnumerable<JsonElement> lists)
    {
        var items = lists.SelectMany(list => list.EnumerateArray()).DistinctBy(KeyOf);
        if (vocabulary is not null)
        {
            items = items.OrderBy(item => Array.IndexOf(vocabulary, item.GetString()));
        }

        return Write(items.Take(most));
    }

    /// <summary>Whether two lists agree: one of them holds all that the other says.</summary>
    public bool Agree(JsonElement one, JsonElement other)
    {
        var (first, second) = (Keys(one), Keys(other));
        return first.IsSubsetOf(second) || second.IsSubsetOf(first);
    }

    private HashSet<string> Keys(JsonElement list) => list.EnumerateArray().Select(KeyOf).ToHashSet(StringComparer.Ordinal);

    /// <summary>Words are equal as search compares them; enum members and the parts of objects to the letter.</summary>
    private string KeyOf(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.String when vocabulary is null => SearchText.Fold(item.GetString())!,
        JsonValueKind.Object when by.Length > 0 => string.Join('\n', by.Select(name => item.TryGetProperty(name, out var part) ? part.GetRawText() : "")),
        _ => item.GetRawText(),
    };

    private static JsonElement Write(IEnumerable<JsonElement> items)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            writer.WriteStartArray();
            foreach (var item in items)
            {
                // As it was read: payloads are canonical.
                writer.WriteRawValue(item.GetRawText(), skipInputValidation: true);
            }

            writer.WriteEndArray();
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }
}
