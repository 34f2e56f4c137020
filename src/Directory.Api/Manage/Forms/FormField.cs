using CenterDirectory.Api.Manage.Controls;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Manage.Forms;

/// <summary>A field of a form.</summary>
/// <param name="Name">Its name: that of the input field, with the language behind it where a text has two.</param>
/// <param name="Control">How it is filled in.</param>
/// <param name="Label">What it is called.</param>
internal sealed record FormField(string Name, Control Control, LocalizedText Label)
{
    /// <summary>What the text of the field is for an entry.</summary>
    public required Func<DirectoryEntry, FormReading, string> Of { get; init; }

    /// <summary>Puts a value into an entry, for the preview; null is none.</summary>
    public required Action<DirectoryEntry, object?> Show { get; init; }

    /// <summary>What to write into it.</summary>
    public LocalizedText? Help { get; init; }

    /// <summary>Whether an entry cannot be without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The field of the input, if it is called otherwise.</summary>
    public string? InputName { get; init; }

    /// <summary>The field of the input.</summary>
    public string Input => InputName ?? Name.Split('.')[0];

    /// <summary>Language of the text; null of all else.</summary>
    public Locale? Locale => Name.EndsWith(".ru", StringComparison.Ordinal) ? Data.Values.Locale.Ru : Name.EndsWith(".en", StringComparison.Ordinal) ? Data.Values.Locale.En : null;

    /// <summary>The field of the entry, as changes and provenance name it.</summary>
    public string Entry => Name.Split('.')[0];

    /// <summary>The same in records, where an English text is a field of its own.</summary>
    public string Stated => Locale != Data.Values.Locale.En ? Entry : Entry is "name" or "title" ? "nameEn" : Entry + "En";
}

/// <summary>Fields that belong together.</summary>
/// <param name="Key">Names the group in addresses.</param>
/// <param name="Title">What they are about.</param>
/// <param name="Fields">The fields.</param>
internal sealed record FormGroup(string Key, LocalizedText Title, IReadOnlyList<FormField> Fields)
{
    /// <summary>Whether it is closed until somebody needs it.</summary>
    public bool IsRare { get; init; }
}
