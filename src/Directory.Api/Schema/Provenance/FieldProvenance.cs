using System.Text.Json;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Schema.Provenance;

/// <summary>One field of one entry: who said it, and what others said.</summary>
/// <param name="statement">What the source that won says.</param>
/// <param name="field">Field name.</param>
/// <param name="locale">Language of the value, of texts that may be stated in several; null of all else.</param>
/// <param name="alternatives">What other sources say.</param>
internal sealed class FieldProvenance(StatedField statement, string field, Locale? locale, IReadOnlyList<FieldAlternative> alternatives)
{
    /// <summary>Field name.</summary>
    public string Field { get; } = field;

    /// <summary>Language of the value, of names and texts that may be stated in several; null of all else.</summary>
    public Locale? Locale { get; } = locale;

    /// <summary>Value as text, lists and objects as JSON; null if the source states that it is empty.</summary>
    public string? Value { get; } = statement.Value;

    /// <summary>The record at the publisher.</summary>
    public Uri? RecordUrl { get; } = statement.RecordUrl;

    /// <summary>What other sources say, at most 20.</summary>
    public IReadOnlyList<FieldAlternative> Alternatives { get; } = alternatives;

    internal StatedField Statement { get; } = statement;
}

/// <summary>What a losing source says about a field.</summary>
/// <param name="statement">What it says.</param>
internal sealed class FieldAlternative(StatedField statement)
{
    /// <summary>Its value as text, lists and objects as JSON.</summary>
    public string? Value { get; } = statement.Value;

    /// <summary>The record at the publisher.</summary>
    public Uri? RecordUrl { get; } = statement.RecordUrl;

    internal StatedField Statement { get; } = statement;
}

/// <summary>What one record says of a field.</summary>
/// <param name="Value">The value as text.</param>
/// <param name="Type">Class of the values: of a list, that of its items.</param>
/// <param name="SourceId">Who says it.</param>
/// <param name="FetchedAt">When the source was last found to say it.</param>
/// <param name="RecordUrl">The record at the publisher.</param>
/// <param name="Reference">The entry that it means, as the source calls it; null if it is none.</param>
internal sealed record StatedField(string? Value, Type Type, long SourceId, DateTime FetchedAt, Uri? RecordUrl, StatedReference? Reference)
{
    /// <summary>The value for people who do not know the vocabulary.</summary>
    public string? Label(Locale locale)
    {
        if (Value is null || Vocabularies.Find(Type.Name) is not { } vocabulary)
        {
            return Value;
        }

        var words = Value.StartsWith('[') ? JsonSerializer.Deserialize<List<string>>(Value)! : [Value];
        return string.Join(", ", words.Select(word => vocabulary.Terms.FirstOrDefault(term => term.Value == word) is { } term ? locale == Locale.En ? term.LabelEn : term.Label : word));
    }
}

/// <summary>An entry as a source calls it.</summary>
/// <param name="Kind">Its class.</param>
/// <param name="Key">What the source writes.</param>
internal readonly record struct StatedReference(string Kind, string Key);
