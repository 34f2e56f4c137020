using System.Text;
using CenterDirectory.Data.Bulk;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CenterDirectory.Data.Search;

/// <summary>An entry as it goes into the index; the texts are places in the buffer of its <see cref="StemWriter"/>.</summary>
internal readonly record struct SearchDocument(
    long Key, long Position, long? TerritoryId, long SupportKinds, string? Until, int Start, int Names, int Places, int Texts);

/// <summary>Reads the entries of one type and makes documents of them.</summary>
internal sealed class SearchDocuments : IDisposable
{
    private readonly SearchedType type;
    private readonly StemWriter writer;
    private readonly SearchPlaces places;
    private readonly RowReader rows;
    private readonly RowReader? territories;
    private readonly (SearchField Field, int Column)[] names;
    private readonly (SearchField Field, int Column)[] placeTexts;
    private readonly (SearchField Field, int Column)[] texts;

    public SearchDocuments(SearchedType type, IModel model, BulkConnection connection, StemWriter writer, SearchPlaces places, string today)
    {
        (this.type, this.writer, this.places) = (type, writer, places);
        var entity = model.FindEntityType(type.Entity)!;
        List<string> columns = ["\"Id\"", type.Rank, type.Order, type.Until ?? "NULL", ColumnOf(type.Place), ColumnOf(type.SupportKinds)];
        names = Add([.. type.Names, .. type.Numbers]);
        placeTexts = Add(type.PlaceTexts);
        texts = Add(type.Texts);
        rows = connection.Rows($"""SELECT {string.Join(", ", columns)} FROM "{entity.GetTableName()}" WHERE "Id" BETWEEN @a AND @b ORDER BY "Id" """);
        rows.Set("@today", today);
        territories = type.Places is { } links
            ? connection.Rows($"""SELECT "{links.Target}" FROM "{links.Table}" WHERE "{links.Owner}" = @a""")
            : null;

        string ColumnOf(string? property) => property is null ? "NULL" : $"\"{entity.FindProperty(property)!.GetColumnName()}\"";

        (SearchField, int)[] Add(string[] properties)
        {
            var first = columns.Count;
            SearchField[] fields = [.. properties.Select(property => SearchField.Of(entity, property))];
            columns.AddRange(fields.Select(field => $"\"{field.Column}\""));
            return [.. fields.Select((field, i) => (field, first + i))];
        }
    }

    /// <summary>Starts with the entries from the first to the last id.</summary>
    public void Start(long first, long last) => rows.Start(first, last);

    /// <summary>The next of them that exists; false at the end.</summary>
    public bool Read(out SearchDocument document)
    {
        if (!rows.Read())
        {
            document = default;
            return false;
        }

        var key = SearchPosition.KeyOf(type.Type, rows.Number(0));
        long? territory = rows.IsNull(4) ? null : rows.Number(4);
        var start = writer.Length;
        var words = Write(names);
        var placesAt = type.IsAboutOthers ? start : writer.Length;
        Write(placeTexts);
        WritePlaces(territory);
        var textsAt = writer.Length;
        Write(texts);
        var rank = rows.Number(1) + (type.PrefersShortNames ? Math.Min(words, 24) : 0);
        document = new SearchDocument(
            key, SearchPosition.Of(key, rank, rows.Number(2)), territory, SupportKindBits.Of(rows.Bytes(5)),
            rows.IsNull(3) ? null : rows.Text(3), start, placesAt - start, textsAt - placesAt, writer.Length - textsAt);
        return true;
    }

    public void Dispose()
    {
        rows.Dispose();
        territories?.Dispose();
    }

    /// <summary>Writes the words of columns.</summary>
    /// <returns>How many the shortest name has.</returns>
    private int Write((SearchField Field, int Column)[] fields)
    {
        var shortest = int.MaxValue;
        foreach (var (field, column) in fields)
        {
            var words = writer.Write(field.Form, rows.Bytes(column));
            if (field.Form == SearchFieldForm.Text && words > 0)
            {
                shortest = Math.Min(shortest, words);
            }
        }

        return shortest == int.MaxValue ? 0 : shortest;
    }

    private void WritePlaces(long? territory)
    {
        if (territory is { } id && type.Type != SearchType.Territory)
        {
            writer.Repeat(places.WordsOf(id, withItself: true));
        }
        else if (territory is { } own)
        {
            writer.Repeat(places.WordsOf(own, withItself: false));
        }

        if (territories is null)
        {
            return;
        }

        territories.Start(rows.Number(0));
        while (territories.Read())
        {
            writer.Repeat(places.WordsOf(territories.Number(0), withItself: true));
        }
    }
}

/// <summary>Kinds of support as bits.</summary>
internal static class SupportKindBits
{
    private static readonly (SupportKind Kind, byte[] Name)[] Names =
        [.. Enum.GetValues<SupportKind>().Select(kind => (kind, Encoding.UTF8.GetBytes($"\"{kind}\"")))];

    /// <summary>The bits of a stored list.</summary>
    public static long Of(ReadOnlySpan<byte> json)
    {
        long bits = 0;
        foreach (var (kind, name) in Names)
        {
            bits |= json.Length > 2 && json.IndexOf(name) >= 0 ? 1L << (int)kind : 0;
        }

        return bits;
    }

    public static long Of(IEnumerable<SupportKind> kinds) => kinds.Aggregate(0L, (bits, kind) => bits | (1L << (int)kind));
}
