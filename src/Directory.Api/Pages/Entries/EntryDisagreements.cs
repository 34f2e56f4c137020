using CenterDirectory.Api.Pages.Words;
using CenterDirectory.Api.Schema.Provenance;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Pages.Entries;

/// <summary>Where the sources of an entry differ: what the page says and who says so, and what the others say.</summary>
internal static class EntryDisagreements
{
    private const int MostLetters = 200;

    /// <summary>Reads them, in four statements at most; for an entry of one source there is nothing to read.</summary>
    /// <param name="reading">What the page is read from.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="sources">Titles of its sources by their ids.</param>
    public static async Task<Block?> ReadAsync(EntryReading reading, DirectoryEntry entry, IReadOnlyDictionary<long, string> sources)
    {
        if (sources.Count < 2)
        {
            return null;
        }

        var fields = (await ProvenanceReader.ReadAsync(reading.Db, [entry], fields: null, reading.Cancellation))[entry]
            .Where(field => field.Alternatives.Any(other => other.Value != field.Value)).ToList();
        var names = await StatedReferences.NamesAsync(
            reading.Db, fields.SelectMany(field => field.Alternatives.Select(other => other.Statement).Prepend(field.Statement)), reading.Language.Locale, reading.Cancellation);
        var words = new StatementWords(reading.Language, sources, names);
        return Blocks.Facts(fields.Select(words.Of));
    }

    /// <summary>Puts statements of sources into words.</summary>
    private sealed class StatementWords(PageLanguage language, IReadOnlyDictionary<long, string> sources, Dictionary<StatedField, string> names)
    {
        public Fact Of(FieldProvenance field)
        {
            var label = FieldWords.Of(language, field.Field);
            var others = field.Alternatives.Where(other => other.Value != field.Value).Select(other => Line(other.Statement));
            return new Fact(field.Locale == Locale.En ? $"{label} ({language.Pick("по-английски", "in English")})" : label, [.. others.Prepend(Line(field.Statement))]);
        }

        private Line Line(StatedField statement) =>
            Entries.Line.Of(Phrase.Of(Value(statement)), Phrase.Quiet($" – {sources.GetValueOrDefault(statement.SourceId, "?")}"));

        private string Value(StatedField statement)
        {
            if (statement.Value is not { } value)
            {
                return language.Pick("не указано", "not stated");
            }

            if (names.TryGetValue(statement, out var name))
            {
                return name;
            }

            if (statement.Type == typeof(FuzzyDate) && FuzzyDate.TryParse(value, out var date))
            {
                return DateWords.Of(language, date);
            }

            // Of what has parts the parts are no words for people.
            var label = statement.Label(language.Locale) ?? value;
            return label.StartsWith('{') || label.StartsWith("[{", StringComparison.Ordinal) ? language.Pick("указано иначе", "stated in another way")
                : label.Length <= MostLetters ? label : label[..MostLetters] + "…";
        }
    }
}
