using System.Text.Json;
using CenterDirectory.Api.Manage.Forms;
using CenterDirectory.Api.Pages;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Manage.Controls;

/// <summary>
/// How one field is filled in by a person. What stands in it is one text, whatever it looks like on the page: texts can be compared, kept while something
/// else is wrong, and put in by a button.
/// </summary>
internal abstract class Control
{
    /// <summary>Whether it has several boxes, so that its name stands over all of them.</summary>
    public virtual bool IsGroup => false;

    /// <summary>Whether rows can be added to it.</summary>
    public virtual bool HasRows => false;

    /// <summary>What somebody typed, in one form for equal things.</summary>
    public virtual string Collect(IFormCollection form, string name) => Tidy(form[name]);

    /// <summary>The boxes.</summary>
    public abstract Html Render(ControlView view);

    /// <summary>The value of a text that is not empty.</summary>
    public abstract ValueTask<Reading> ReadAsync(string text, FormReading form);

    /// <summary>The text for what a source states.</summary>
    /// <param name="value">The value as provenance has it: text, or JSON of what has parts.</param>
    /// <param name="name">Name of the entry that it means; null if it means none.</param>
    /// <returns>Null if it cannot be put in here.</returns>
    public virtual string? OfStated(string value, string? name) => value;

    /// <summary>The text for people, where it is not to be changed.</summary>
    public virtual string Tell(PageLanguage language, string text) => text;

    /// <summary>Line ends of one kind and no blanks around: a browser sends others than it was given.</summary>
    protected static string Tidy(string? text) => (text ?? "").ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal).Trim();

    /// <summary>Items of a JSON list.</summary>
    protected static IEnumerable<JsonElement> Items(string json) =>
        json.StartsWith('[') ? JsonElement.Parse(json).EnumerateArray() : [];
}

/// <summary>What a control needs to be drawn.</summary>
/// <param name="Language">Language of the page.</param>
/// <param name="Name">Name of the field.</param>
/// <param name="Text">What stands in it.</param>
internal sealed record ControlView(PageLanguage Language, string Name, string Text)
{
    /// <summary>Ids of what explains it.</summary>
    public string DescribedBy { get; init; } = "";

    /// <summary>Whether something is wrong with it.</summary>
    public bool IsWrong { get; init; }

    /// <summary>Whether it must not be empty.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Empty rows to offer.</summary>
    public int SpareRows { get; init; } = 1;

    /// <summary>Names of entries to choose from.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Id of its box.</summary>
    public string Id => IdOf(Name);

    /// <summary>Attributes of its box that tell programs what stands around it.</summary>
    public Html About => new(
        (DescribedBy.Length > 0 ? $" aria-describedby=\"{DescribedBy}\"" : "") + (IsWrong ? " aria-invalid=\"true\"" : "") + (IsRequired ? " required" : ""));

    /// <summary>The text of the language.</summary>
    public string T(string russian, string english) => Language.Pick(russian, english);

    /// <summary>Id of the box of a field.</summary>
    public static string IdOf(string name) => "f-" + name.Replace('.', '-');
}

/// <summary>What a text turned out to be.</summary>
/// <param name="Value">The value for the input of a mutation.</param>
/// <param name="Flaw">Why it is none.</param>
internal readonly record struct Reading(object? Value, LocalizedText? Flaw)
{
    private readonly object? shown;

    /// <summary>The value for the entry, where it is another than that of the input.</summary>
    public object? Shown
    {
        get => shown ?? Value;
        init => shown = value;
    }

    /// <summary>A value.</summary>
    public static Reading Of(object value) => new(value, null);

    /// <summary>No value, and why.</summary>
    public static Reading Wrong(string russian, string english) => new(null, new LocalizedText(russian, english));
}
