using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using CenterDirectory.Api.Schema.Editing.Inputs;
using CenterDirectory.Data.Entities;
using CenterDirectory.GraphQL.Types;
using CenterDirectory.Importers.Editing;

namespace CenterDirectory.Api.Schema.Editing;

/// <summary>What an input object says of the fields of an entry. Its properties are named like the fields; what is named otherwise says so itself.</summary>
internal sealed class EditFields
{
    private const string EmptyFields = nameof(CenterInput.EmptyFields);

    private static readonly string English = EditNames.Of(nameof(DirectoryEntry.NameEn));

    private static readonly ConcurrentDictionary<Type, InputField[]> Known = [];

    private readonly Dictionary<string, JsonElement> set = [];
    private readonly Dictionary<string, EntryKey> entries = [];
    private readonly List<string> withdrawn = [];
    private readonly List<string> emptied = [];
    private readonly Dictionary<string, string[]> paths = [];

    private EditFields()
    {
    }

    /// <summary>Fields in <c>emptyFields</c> and ids of entries that are none, with the path to them.</summary>
    public List<string[]> Wrong { get; } = [];

    /// <param name="input">The input object.</param>
    /// <param name="path">Where it stands, <c>input, center</c>.</param>
    public static EditFields Of(object input, params string[] path)
    {
        var fields = new EditFields();
        foreach (var field in Known.GetOrAdd(input.GetType(), FieldsOf))
        {
            fields.Take(field, input, path);
        }

        return fields;
    }

    /// <summary>An edit with these fields.</summary>
    public EntryEdit On(EntryEdit edit) => edit with { Fields = set, Entries = entries, Withdrawn = withdrawn, Emptied = emptied };

    /// <summary>Where a field of an entry stands in the input, as far as it is known.</summary>
    public string[] PathOf(string field, params string[] fallback)
    {
        var parts = field.Split('.');
        return paths.TryGetValue(parts[0], out var path) ? [.. path, .. parts.Skip(1)] : [.. fallback, .. parts];
    }

    /// <summary>What the input says of a field, as text or JSON; null if it is to be empty or to show what others say.</summary>
    public string? TextOf(string field) => set.TryGetValue(field, out var value)
        ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText()
        : null;

    private static InputField[] FieldsOf(Type type) =>
        [.. type.GetProperties().Where(property => property.Name != EmptyFields && !property.IsDefined(typeof(LinksAttribute))).Select(property => new InputField(property))];

    private void Take(InputField field, object input, string[] path)
    {
        var given = (IOptional)field.Property.GetValue(input)!;
        if (!given.HasValue)
        {
            return;
        }

        var value = given.Value;
        string[] here = [.. path, field.InputName];
        if (field.IsLocalized)
        {
            TakeTexts(field, (LocalizedTextInput?)value, here);
        }
        else
        {
            Take(field.Name, value, field.Means, here);
        }
    }

    private void TakeTexts(InputField field, LocalizedTextInput? texts, string[] path)
    {
        var english = field.Name is "name" or "title" ? English : field.Name + "En";
        foreach (var (name, text, locale) in new[] { (field.Name, texts?.Ru, "ru"), (english, texts?.En, "en") })
        {
            if (texts is null || text!.Value.HasValue)
            {
                Take(name, text?.Value, null, texts is null ? path : [.. path, locale]);
            }
        }
    }

    private void Take(string name, object? value, string? means, string[] path)
    {
        paths[name] = path;
        if (value is null)
        {
            withdrawn.Add(name);
        }
        else if (means is null)
        {
            set[name] = EditJson.Of(value);
        }
        else if (means == nameof(Territory))
        {
            set[name] = EditJson.Of(new { slug = (string)value });
        }
        else if (GlobalId.TryDecode((string)value, out var type, out var key) && type == means)
        {
            entries[name] = new EntryKey(means, key);
        }
        else
        {
            Wrong.Add(path);
        }
    }

    /// <summary>Adds the fields that are stated to be empty.</summary>
    public EditFields Emptying(object input, IReadOnlyList<string>? names, params string[] path)
    {
        var fields = Known.GetOrAdd(input.GetType(), FieldsOf);
        foreach (var (index, name) in (names ?? []).Index())
        {
            string[] here = [.. path, "emptyFields", index.ToString(System.Globalization.CultureInfo.InvariantCulture)];
            if (Array.Find(fields, field => field.InputName == name) is not { } field || set.ContainsKey(field.Name))
            {
                Wrong.Add(here);
                continue;
            }

            emptied.Add(field.Name);
            paths[field.Name] = here;
            if (field.IsLocalized && field.Name == "description")
            {
                emptied.Add(field.Name + "En");
            }
        }

        return this;
    }

    private sealed class InputField
    {
        public InputField(PropertyInfo property)
        {
            Property = property;
            var meaning = property.GetCustomAttribute<MeansAttribute>();
            Means = meaning?.Kind;
            InputName = EditNames.Of(property.Name);
            Name = meaning?.Field ?? InputName;
            IsLocalized = property.PropertyType == typeof(Optional<LocalizedTextInput?>);
        }

        public PropertyInfo Property { get; }

        public string InputName { get; }

        /// <summary>Name of the field of the entry.</summary>
        public string Name { get; }

        public string? Means { get; }

        public bool IsLocalized { get; }
    }
}
