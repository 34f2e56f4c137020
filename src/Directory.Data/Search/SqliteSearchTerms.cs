using System.Globalization;
using CenterDirectory.Data.Sqlite;
using CenterDirectory.Data.Values;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CenterDirectory.Data.Search;

/// <summary>Writes into the FTS5 index.</summary>
internal sealed class SqliteSearchTerms : SearchTermsWriter
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt insert;
    private readonly sqlite3_stmt delete;
    private readonly sqlite3_stmt put;
    private readonly sqlite3_stmt drop;
    private readonly SqliteRows find;
    private readonly SqliteRows any;

    public SqliteSearchTerms(SqliteConnection connection)
    {
        database = connection.Handle!;
        insert = Prepare("""INSERT INTO "SearchTerms" ("rowid", "names", "places", "texts") VALUES (?1, ?2, ?3, ?4)""");
        delete = Prepare("""DELETE FROM "SearchTerms" WHERE "rowid" = ?1""");
        put = Prepare("""INSERT OR REPLACE INTO "SearchEntries" ("Key", "Position", "TerritoryId", "SupportKinds", "Until") VALUES (?1, ?2, ?3, ?4, ?5)""");
        drop = Prepare("""DELETE FROM "SearchEntries" WHERE "Key" = ?1""");
        find = new SqliteRows(connection, """SELECT "Position" FROM "SearchEntries" WHERE "Key" = @a""");
        any = new SqliteRows(connection, """SELECT EXISTS (SELECT 1 FROM "SearchEntries" WHERE "Key" BETWEEN @a AND @b)""");
    }

    public override void Clear() => Run("""INSERT INTO "SearchTerms" ("SearchTerms") VALUES ('delete-all'); DELETE FROM "SearchEntries";""");

    public override void BeginLoad() => Configure(("automerge", 0), ("hashsize", 16 << 20));

    public override void EndLoad()
    {
        Configure(("automerge", 4), ("hashsize", 1 << 20));
        Run("""INSERT INTO "SearchTerms" ("SearchTerms") VALUES ('optimize')""");
    }

    public override void Expect(long firstKey, long lastKey)
    {
    }

    public override void Complete()
    {
    }

    public override bool HasAny(SearchType type)
    {
        any.Start(SearchPosition.KeyOf(type, 0), SearchPosition.KeyOf(type, uint.MaxValue));
        return any.Read() && any.Number(0) == 1;
    }

    public override long? PositionOf(long key)
    {
        find.Start(key);
        return find.Read() ? find.Number(0) : null;
    }

    public override void Insert(in SearchDocument document, StemWriter stems)
    {
        Check(raw.sqlite3_bind_int64(insert, 1, document.Position));
        Check(raw.sqlite3_bind_text(insert, 2, stems.Written(document.Start, document.Names)));
        Check(raw.sqlite3_bind_text(insert, 3, stems.Written(document.Start + document.Names, document.Places)));
        Check(raw.sqlite3_bind_text(insert, 4, stems.Written(document.Start + document.Names + document.Places, document.Texts)));
        Run(insert);
    }

    public override void Delete(long position)
    {
        Check(raw.sqlite3_bind_int64(delete, 1, position));
        Run(delete);
    }

    public override void Put(in SearchDocument document)
    {
        Check(raw.sqlite3_bind_int64(put, 1, document.Key));
        Check(raw.sqlite3_bind_int64(put, 2, document.Position));
        Check(document.TerritoryId is { } territory ? raw.sqlite3_bind_int64(put, 3, territory) : raw.sqlite3_bind_null(put, 3));
        Check(raw.sqlite3_bind_int64(put, 4, document.SupportKinds));
        Check(document.Until is { } until ? raw.sqlite3_bind_text(put, 5, until) : raw.sqlite3_bind_null(put, 5));
        Run(put);
    }

    public override void Drop(long key)
    {
        Check(raw.sqlite3_bind_int64(drop, 1, key));
        Run(drop);
    }

    public override void Dispose()
    {
        insert.Dispose();
        delete.Dispose();
        put.Dispose();
        drop.Dispose();
        find.Dispose();
        any.Dispose();
    }

    private sqlite3_stmt Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(database, sql, out var statement));
        return statement;
    }

    private void Configure(params ReadOnlySpan<(string Option, int Value)> options)
    {
        foreach (var (option, value) in options)
        {
            Run(string.Create(CultureInfo.InvariantCulture, $"""INSERT INTO "SearchTerms" ("SearchTerms", "rank") VALUES ('{option}', {value})"""));
        }
    }

    private void Run(string sql) => Check(raw.sqlite3_exec(database, sql));

    private void Run(sqlite3_stmt statement)
    {
        var result = raw.sqlite3_step(statement);
        if (result != raw.SQLITE_DONE)
        {
            var problem = new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), result, raw.sqlite3_extended_errcode(database));
            _ = raw.sqlite3_reset(statement);
            throw problem;
        }

        Check(raw.sqlite3_reset(statement));
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, database);
}
