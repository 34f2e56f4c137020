using System.Globalization;
using CenterDirectory.Data.Sqlite;
using CenterDirectory.Data.Values;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CenterDirectory.Data.Search;

/// <summary>Writes into the FTS5 index.</summary>
internal sealed class SqliteSearchTerms : SearchTermsWriter
{
    public const string InsertSql = """INSERT INTO "SearchTerms" ("rowid", "names", "places", "texts") VALUES (?1, ?2, ?3, ?4)""";
    public const string DeleteAll = """INSERT INTO "SearchTerms" ("SearchTerms") VALUES ('delete-all');""";
    public const string Optimize = """INSERT INTO "SearchTerms" ("SearchTerms") VALUES ('optimize');""";

    private readonly sqlite3 database;
    private readonly NativeStatement insert;
    private readonly NativeStatement delete;
    private readonly NativeStatement put;
    private readonly NativeStatement drop;
    private readonly SqliteRows find;
    private readonly SqliteRows any;

    public SqliteSearchTerms(SqliteConnection connection)
    {
        database = connection.Handle!;
        insert = new NativeStatement(connection, InsertSql);
        delete = new NativeStatement(connection, """DELETE FROM "SearchTerms" WHERE "rowid" = ?1""");
        put = new NativeStatement(connection, """INSERT OR REPLACE INTO "SearchEntries" ("Key", "Position", "TerritoryId", "SupportKinds", "Until") VALUES (?1, ?2, ?3, ?4, ?5)""");
        drop = new NativeStatement(connection, """DELETE FROM "SearchEntries" WHERE "Key" = ?1""");
        find = new SqliteRows(connection, """SELECT "Position" FROM "SearchEntries" WHERE "Key" = @a""");
        any = new SqliteRows(connection, """SELECT EXISTS (SELECT 1 FROM "SearchEntries" WHERE "Key" BETWEEN @a AND @b)""");
    }

    /// <summary>What a large load wants: few large pieces, which are joined in the end. In memory a piece takes twice its size while it grows.</summary>
    public static (string Option, int Value)[] Load { get; } = [("automerge", 0), ("hashsize", 6 << 20)];

    private static (string Option, int Value)[] Usual { get; } = [("automerge", 4), ("hashsize", 1 << 20)];

    /// <summary>Statements that set options of the index.</summary>
    public static string Configuration((string Option, int Value)[] options) => string.Concat(options.Select(option =>
        string.Create(CultureInfo.InvariantCulture, $"""INSERT INTO "SearchTerms" ("SearchTerms", "rank") VALUES ('{option.Option}', {option.Value});""")));

    /// <summary>Adds the stems of an entry by <see cref="InsertSql"/>.</summary>
    public static void Insert(NativeStatement statement, in SearchDocument document, StemWriter stems)
    {
        statement.Bind(1, document.Position);
        statement.BindText(2, stems.Written(document.Start, document.Names));
        statement.BindText(3, stems.Written(document.Start + document.Names, document.Places));
        statement.BindText(4, stems.Written(document.Start + document.Names + document.Places, document.Texts));
        statement.Run();
    }

    public override void Clear() => Run(DeleteAll + """DELETE FROM "SearchEntries";""");

    public override void BeginLoad() => Run(Configuration(Load));

    public override void EndLoad() => Run(Configuration(Usual) + Optimize);

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

    public override void Insert(in SearchDocument document, StemWriter stems) => Insert(insert, document, stems);

    public override void Delete(long position)
    {
        delete.Bind(1, position);
        delete.Run();
    }

    public override void Put(in SearchDocument document)
    {
        put.Bind(1, document.Key);
        put.Bind(2, document.Position);
        put.Bind(4, document.SupportKinds);
        if (document.TerritoryId is { } territory)
        {
            put.Bind(3, territory);
        }
        else
        {
            put.BindNull(3);
        }

        if (document.Until is { } until)
        {
            put.BindText(5, until);
        }
        else
        {
            put.BindNull(5);
        }

        put.Run();
    }

    public override void Drop(long key)
    {
        drop.Bind(1, key);
        drop.Run();
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

    private void Run(string sql) => SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(database, sql), database);
}
