using System.Globalization;
using System.Runtime.InteropServices;
using CenterDirectory.Data.Sqlite;
using CenterDirectory.Data.Values;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CenterDirectory.Data.Search;

/// <summary>
/// Keeps the index of full-text search on SQLite, in the transaction of whoever changes entries: what a revision touched is read again and
/// indexed anew, what it removed leaves the index.
/// </summary>
/// <param name="connection">The connection, its transaction open.</param>
/// <param name="model">The model of the directory.</param>
/// <param name="now">The instant that tells upcoming events from past ones.</param>
internal sealed class SearchIndexer(SqliteConnection connection, IModel model, DateTime now)
{
    /// <summary>Counts up when types, fields, stems or ranks change: an index of another version is made anew at the next start.</summary>
    public const int Version = 3;

    /// <summary>Entries from which on the index is written like a load: in few large pieces, joined in the end.</summary>
    private const int Many = 20_000;

    private readonly string today = DateOnly.FromDateTime(now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Indexes what a revision changed.</summary>
    /// <param name="revision">Its number; its changes are written.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public void Update(long revision, CancellationToken cancellationToken)
    {
        var touched = new SearchTouches(connection).Of(revision, today);
        Write(touched, cancellationToken);
    }

    /// <summary>Indexes all entries, whatever the index held.</summary>
    public void Rebuild(CancellationToken cancellationToken)
    {
        Execute("""INSERT INTO "SearchTerms" ("SearchTerms") VALUES ('delete-all'); DELETE FROM "SearchEntries";""");
        var all = new Dictionary<SearchType, List<long>>();
        foreach (var type in SearchedType.All)
        {
            using var ids = new SqliteRows(connection, $"""SELECT "Id" FROM "{model.FindEntityType(type.Entity)!.GetTableName()}" ORDER BY "Id" """);
            var list = all[type.Type] = [];
            while (ids.Read())
            {
                list.Add(ids.Number(0));
            }
        }

        Write(all, cancellationToken);
        Execute($"""INSERT OR REPLACE INTO "SearchStates" ("Id", "Version") VALUES (1, {Version.ToString(CultureInfo.InvariantCulture)});""");
    }

    private void Write(Dictionary<SearchType, List<long>> touched, CancellationToken cancellationToken)
    {
        var count = touched.Values.Sum(ids => ids.Count);
        if (count == 0)
        {
            return;
        }

        if (count >= Many)
        {
            Configure(("automerge", 0), ("hashsize", 16 << 20));
        }

        var stems = new StemWriter();
        using var places = new SearchPlaces(connection, stems);
        using var index = new SearchTermsWriter(connection);
        foreach (var type in SearchedType.All.Where(type => touched.ContainsKey(type.Type)))
        {
            using var documents = new SearchDocuments(type, model, connection, stems, places, today);
            new SearchBatch(type.Type, documents, stems, index).Write(CollectionsMarshal.AsSpan(touched[type.Type]), cancellationToken);
        }

        if (count >= Many)
        {
            Configure(("automerge", 4), ("hashsize", 1 << 20));
            Execute("""INSERT INTO "SearchTerms" ("SearchTerms") VALUES ('optimize')""");
        }
    }

    private void Configure(params ReadOnlySpan<(string Option, int Value)> options)
    {
        foreach (var (option, value) in options)
        {
            Execute(string.Create(CultureInfo.InvariantCulture, $"""INSERT INTO "SearchTerms" ("SearchTerms", "rank") VALUES ('{option}', {value})"""));
        }
    }

    private void Execute(string sql)
    {
        SqliteException.ThrowExceptionForRC(SQLitePCL.raw.sqlite3_exec(connection.Handle!, sql), connection.Handle!);
    }
}
