using System.Globalization;
using CenterDirectory.Data.Sqlite;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CenterDirectory.Data.Search;

/// <summary>
/// The FTS5 index of a large load in a temporary database of its own, so that a thread of its own can write it. In the end the tables
/// in which FTS5 keeps an index move into the directory, in the transaction of the load: until then readers have the index they had.
/// </summary>
internal sealed class SqliteSearchScratch : IDisposable
{
    /// <summary>The tables behind the virtual one, «shadow tables»: https://sqlite.org/fts5.html#fts5_data_structures.</summary>
    private static readonly (string Table, string[] Columns)[] Shadows =
        [("SearchTerms_data", ["id", "block"]), ("SearchTerms_idx", ["segid", "term", "pgno"]), ("SearchTerms_docsize", ["id", "sz", "origin"])];

    // Nobody reads it after a failure, and its writer is alone.
    private const string Settings = "PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -4096;";

    private readonly SqliteConnection target;
    private readonly SqliteConnection own = new("Data Source=;Pooling=False");
    private readonly NativeStatement insert;

    /// <summary>Begins with what the index of the directory holds.</summary>
    public SqliteSearchScratch(SqliteConnection target)
    {
        this.target = target;
        own.Open();
        Run(own, Settings + SqliteSearchTables.CreateTerms);
        Copy(target, own);
        Run(own, SqliteSearchTerms.Configuration(SqliteSearchTerms.Load) + "BEGIN");
        insert = new NativeStatement(own, SqliteSearchTerms.InsertSql);
    }

    /// <summary>Adds the stems of an entry.</summary>
    public void Insert(in SearchDocument document, StemWriter stems) => SqliteSearchTerms.Insert(insert, document, stems);

    /// <summary>Joins the pieces in which it was written.</summary>
    public void Optimize() => Run(own, SqliteSearchTerms.Optimize + "COMMIT");

    /// <summary>Puts it in the place of the directory's.</summary>
    public void Move()
    {
        // By its own command first: what waits to be written is forgotten too.
        Run(target, SqliteSearchTerms.DeleteAll);
        Copy(own, target);
        // FTS5 remembers which pieces the index has, and what is rolled back makes it look anew.
        Run(target, """SAVEPOINT "moved"; ROLLBACK TO "moved"; RELEASE "moved";""");
    }

    public void Dispose()
    {
        insert.Dispose();
        own.Dispose();
    }

    private static void Copy(SqliteConnection from, SqliteConnection to)
    {
        foreach (var (table, columns) in Shadows)
        {
            Run(to, $"DELETE FROM \"{table}\"");
            var names = string.Join(", ", columns);
            var places = string.Join(", ", columns.Select((_, number) => string.Create(CultureInfo.InvariantCulture, $"?{number + 1}")));
            using var read = new NativeStatement(from, $"SELECT {names} FROM \"{table}\" ORDER BY 1, 2");
            using var write = new NativeStatement(to, $"INSERT INTO \"{table}\" ({names}) VALUES ({places})");
            while (read.Read())
            {
                for (var column = 0; column < columns.Length; column++)
                {
                    Bind(write, read, column);
                }

                write.Run();
            }
        }
    }

    private static void Bind(NativeStatement write, NativeStatement read, int column)
    {
        switch (read.TypeOf(column))
        {
            case raw.SQLITE_INTEGER:
                write.Bind(column + 1, read.Number(column));
                break;
            case raw.SQLITE_NULL:
                write.BindNull(column + 1);
                break;
            default:
                write.BindBlob(column + 1, read.Bytes(column));
                break;
        }
    }

    private static void Run(SqliteConnection connection, string sql) =>
        SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(connection.Handle!, sql), connection.Handle!);
}
