using System.Text;
using CenterDirectory.Data.Bulk;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CenterDirectory.Data.Search;

/// <summary>An entry as it goes into the index; the texts are places in the buffer of its chunk's <see cref="StemWriter"/>.</summary>
internal readonly record struct SearchDocument(
    long Key, long Position, long? TerritoryId, long SupportKinds, string? Until, int Start, int Names, int Places, int Texts);

/// <summary>Reads the entries of one type and makes documents of them.</summary>
internal sealed class SearchDocuments : IDisposable
{
    /// <summary>Column of the first name: names, then the places in words, then texts.</summary>
    private const int FirstText = 6;

    private readonly SearchedType type;
    private readonly SearchPlaces places;
    private readonly RowReader rows;
    private readonly RowReader? territories;
    private readonly SearchFieldForm[] names;
    private readonly SearchFieldForm[] placeTexts;
    private readonly SearchFieldForm[] texts;

    public SearchDocuments(SearchedType type, IModel model, BulkConnection connection, SearchPlaces places, string today)
    {
        (this.type, this.places) = (type, places);
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

        SearchFieldForm[] Add(string[] properties)
        {
            SearchField[] fields = [.. properties.Select(property => SearchField.Of(entity, property))];
            columns.AddRange(fields.Select(field => $"\"{field.Column}\""));
            return [.. fields.Select(field => field.Form)];
        }
    }

    /// <summary>Starts with the entries from the first to the last id.</summary>
    public void Start(long first, long last) => rows.Start(first, last);

    /// <summary>Reads the next of them that exists; false at the end.</summary>
    public bool Read(SearchChunk chunk, out long key)
    {
        key = 0;
        if (!rows.Read())
        {
            return false;
        }

        key = SearchPosition.KeyOf(type.Type, rows.Number(0));
        long? territory = rows.IsNull(4) ? null : rows.Number(4);
        var (rank, order, kinds, until) = (rows.Number(1), rows.Number(2), SupportKindBits.Of(rows.Bytes(5)), rows.IsNull(3) ? null : rows.Text(3));
        for (var column = FirstText; column < FirstText + names.Length + placeTexts.Length + texts.Length; column++)
        {
            chunk.AddText(rows.Bytes(column));
        }

        chunk.Rows.Add(new SearchRow(key, rank, order, territory, kinds, until, ReadPlaces(chunk, territory)));
        return true;
    }

    /// <summary>Leaves the others.</summary>
    public void End() => rows.End();

    /// <summary>Makes documents of the rows of a chunk.</summary>
    public void Stem(SearchChunk chunk)
    {
        foreach (var row in chunk.Rows)
        {
            var writer = chunk.Stems;
            var start = writer.Length;
            var words = Write(chunk, names);
            var placesAt = type.IsAboutOthers ? start : writer.Length;
            Write(chunk, placeTexts);
            for (var i = 0; i < row.Places; i++)
            {
                writer.Repeat(chunk.NextPlace());
            }

            var textsAt = writer.Length;
            Write(chunk, texts);
            var rank = row.Rank + (type.PrefersShortNames ? Math.Min(words, 24) : 0);
            chunk.Documents.Add(new SearchDocument(
                row.Key, SearchPosition.Of(row.Key, rank, row.Order), row.TerritoryId, row.SupportKinds, row.Until,
                start, placesAt - start, textsAt - placesAt, writer.Length - textsAt));
        }
    }

    public void Dispose()
    {
        rows.Dispose();
        territories?.Dispose();
    }

    /// <summary>Writes the words of columns.</summary>
    /// <returns>How many the shortest name has.</returns>
    private static int Write(SearchChunk chunk, SearchFieldForm[] forms)
    {
        var shortest = int.MaxValue;
        foreach (var form in forms)
        {
            var words = chunk.Stems.Write(form, chunk.NextText());
            if (form == SearchFieldForm.Text && words > 0)
            {
                shortest = Math.Min(shortest, words);
            }
        }

        return shortest == int.MaxValue ? 0 : shortest;
    }

    /// <returns>How many places there are.</returns>
    private int ReadPlaces(SearchChunk chunk, long? territory)
    {
        var count = 0;
        if (territory is { } id)
        {
            chunk.AddPlace(places.WordsOf(id, withItself: type.Type != SearchType.Territory));
            count++;
        }

        if (territories is null)
        {
            return count;
        }

        territories.Start(rows.Number(0));
        while (territories.Read())
        {
            chunk.AddPlace(places.WordsOf(territories.Number(0), withItself: true));
            count++;
        }

        return count;
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
