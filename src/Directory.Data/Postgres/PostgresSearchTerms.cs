using System.Text;
using CenterDirectory.Data.Bulk;
using CenterDirectory.Data.Search;
using CenterDirectory.Data.Values;
using Npgsql;
using NpgsqlTypes;

namespace CenterDirectory.Data.Postgres;

/// <summary>
/// Writes into the index of vectors. A vector holds the very stems that the index on SQLite holds, names with weight A, places with B, texts with C:
/// so both databases find the same. No dictionary of the server has a say.
/// </summary>
internal sealed class PostgresSearchTerms : SearchTermsWriter
{
    private const int MostRows = 2_000;

    /// <summary>A vector has room for a megabyte of stems; beyond this nobody looks.</summary>
    private const int MostBytes = 900_000;

    private const string InsertSql =
        """INSERT INTO "SearchTerms" ("Position", "Terms") SELECT position, CAST(terms AS tsvector) FROM unnest($1, $2) AS entry(position, terms)""";

    private readonly PostgresBulkConnection connection;
    private readonly RowStatement delete;
    private readonly BulkWriter put;
    private readonly RowStatement drop;
    private readonly RowReader find;
    private readonly RowReader any;
    private readonly Dictionary<long, long> expected = [];
    private readonly Dictionary<string, int> stemsOfOne = new(StringComparer.Ordinal);
    private readonly List<long> positions = [];
    private readonly List<string> vectors = [];
    private readonly StringBuilder vector = new();

    public PostgresSearchTerms(PostgresBulkConnection connection)
    {
        this.connection = connection;
        delete = connection.Prepare("""DELETE FROM "SearchTerms" WHERE "Position" = @position""", "@position");
        put = connection.Write("SearchEntries", ["Key", "Position", "TerritoryId", "SupportKinds", "Until"], ["Key"], TakenKey.Replace);
        drop = connection.Prepare("""DELETE FROM "SearchEntries" WHERE "Key" = @key""", "@key");
        find = connection.Rows("""SELECT "Key", "Position" FROM "SearchEntries" WHERE "Key" BETWEEN @a AND @b""");
        any = connection.Rows("""SELECT EXISTS (SELECT 1 FROM "SearchEntries" WHERE "Key" BETWEEN @a AND @b)""");
    }

    public override void Clear() => Run("""TRUNCATE "SearchTerms", "SearchEntries" """);

    public override void BeginLoad()
    {
    }

    public override void EndLoad()
    {
        Complete();
        Run("""ANALYZE "SearchTerms"; ANALYZE "SearchEntries" """);
    }

    public override bool HasAny(SearchType type)
    {
        any.Start(SearchPosition.KeyOf(type, 0), SearchPosition.KeyOf(type, uint.MaxValue));
        return any.Read() && any.Number(0) == 1;
    }

    public override void Expect(long firstKey, long lastKey)
    {
        expected.Clear();
        find.Start(firstKey, lastKey);
        while (find.Read())
        {
            expected.Add(find.Number(0), find.Number(1));
        }
    }

    public override long? PositionOf(long key) => expected.TryGetValue(key, out var position) ? position : null;

    public override void Insert(in SearchDocument document, StemWriter stems)
    {
        stemsOfOne.Clear();
        vector.Clear();
        Note(stems.Written(document.Start, document.Names), 1);
        Note(stems.Written(document.Start + document.Names, document.Places), 2);
        Note(stems.Written(document.Start + document.Names + document.Places, document.Texts), 4);
        foreach (var (stem, fields) in stemsOfOne)
        {
            vector.Append('\'').Append(stem).Append("':").Append(Places(fields)).Append(' ');
        }

        positions.Add(document.Position);
        vectors.Add(vector.ToString());
        if (positions.Count >= MostRows)
        {
            Complete();
        }
    }

    public override void Delete(long position) => delete.Execute(position);

    public override void Put(in SearchDocument document) =>
        put.Write(document.Key, document.Position, document.TerritoryId, document.SupportKinds, document.Until);

    public override void Drop(long key) => drop.Execute(key);

    public override void Complete()
    {
        connection.Settle();
        if (positions.Count == 0)
        {
            return;
        }

        using var command = (NpgsqlCommand)connection.Command(InsertSql);
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint, Value = positions.ToArray() });
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, Value = vectors.ToArray() });
        command.ExecuteNonQuery();
        positions.Clear();
        vectors.Clear();
    }

    public override void Dispose()
    {
        put.Dispose();
        find.Dispose();
        any.Dispose();
    }

    /// <summary>Notes the stems of a field, each once.</summary>
    private void Note(ReadOnlySpan<byte> stems, int field)
    {
        var text = Encoding.UTF8.GetString(stems[..Math.Min(stems.Length, MostBytes)]);
        foreach (var stem in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            stemsOfOne[stem] = stemsOfOne.GetValueOrDefault(stem) | field;
        }
    }

    /// <summary>A place for each weight: a vector keeps weights by places alone.</summary>
    private static string Places(int fields) => string.Join(',', new[] { (1, "1A"), (2, "2B"), (4, "3C") }.Where(place => (fields & place.Item1) != 0).Select(place => place.Item2));

    private void Run(string sql)
    {
        using var command = connection.Command(sql);
        command.ExecuteNonQuery();
    }
}
