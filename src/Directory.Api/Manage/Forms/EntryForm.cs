using CenterDirectory.Api.Schema.Mutations;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Manage.Forms;

/// <summary>The form of a type of entries.</summary>
internal abstract class EntryForm
{
    /// <summary>The type.</summary>
    public abstract EntryType Type { get; }

    /// <summary>The name of its card among the fields of the mutation's input.</summary>
    public abstract string CardName { get; }

    /// <summary>The fields in groups.</summary>
    public abstract IReadOnlyList<FormGroup> Groups { get; }

    /// <summary>All fields.</summary>
    public IReadOnlyList<FormField> Fields => field ??= [.. Groups.SelectMany(group => group.Fields)];

    /// <summary>The input of the mutation that changes an entry.</summary>
    public abstract IRepeatableInput Update(string id, CardDraft draft, int revision);

    /// <summary>The input of the mutation that adds one.</summary>
    /// <param name="centerId">Global id of the center that it belongs to; null for a center.</param>
    /// <param name="draft">What was typed.</param>
    /// <param name="once">Number of the form.</param>
    public abstract IRepeatableInput Create(string? centerId, CardDraft draft, string once);

    /// <summary>An entry that is not there yet.</summary>
    /// <param name="center">The center that it belongs to; null for a center.</param>
    public abstract DirectoryEntry Fresh(Center? center);

    /// <summary>The place of an entry, whose clock its times are on.</summary>
    public abstract Territory? PlaceOf(DirectoryEntry entry);

    /// <summary>The field of a name; null if there is none.</summary>
    public FormField? Find(string? name) => Fields.FirstOrDefault(field => field.Name == name);

    /// <summary>A field of an entry of one class.</summary>
    protected static FormField Field<T>(string name, Controls.Control control, string russian, string english, Func<T, string?> of, Action<T, object?> show)
        where T : DirectoryEntry => new(name, control, new LocalizedText(russian, english))
        {
            Of = (entry, _) => of((T)entry) ?? "", Show = (entry, value) => show((T)entry, value),
        };

    /// <summary>The items of a value that is a list.</summary>
    protected static List<T> ListOf<T>(object? value) => value is null ? [] : [.. (IEnumerable<T>)value];
}
