using System.Runtime.InteropServices;
using CenterDirectory.Importers.Running;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Running;

/// <summary>A connection goes back to its pool: whoever gets it next is alone on it.</summary>
public sealed partial class ImportSessionTests
{
    [Fact]
    public async Task A_session_without_a_transaction_lets_go_of_what_it_prepared()
    {
        await using var directory = await ScratchDirectory.CreateAsync(on: DatabaseKind.Sqlite);

        await using (var session = await ImportSession.OpenAsync(directory.Databases, TestContext.Current.CancellationToken))
        {
            var rows = session.Rows("""SELECT "Id" FROM "Sources" """);
            rows.Start();
            rows.Read();
        }

        Assert.Equal("", await directory.AskAsync(StatementsAsync));
    }

    [Fact]
    public async Task Imports_leave_no_statement_behind()
    {
        await using var directory = await ScratchDirectory.CreateAsync(on: DatabaseKind.Sqlite);
        foreach (var largeLoad in new[] { 1, 1_000 })
        {
            directory.Pipeline.LargeLoad = largeLoad;
            for (var run = 1; run <= 3; run++)
            {
                await directory.ImportAsync(
                    $"registry{largeLoad}", Enumerable.Range(1, run * 3).Select(id => Invented.Organization($"{id}", $"Организация {id} {largeLoad}")));
                Assert.Equal("", await directory.AskAsync(StatementsAsync));
            }
        }
    }

    private static async Task<string> StatementsAsync(DbContext db)
    {
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var handle = ((SqliteConnection)db.Database.GetDbConnection()).Handle!.DangerousGetHandle();
        var left = new List<string>();
        for (var statement = Next(handle, 0); statement != 0; statement = Next(handle, statement))
        {
            var sql = Marshal.PtrToStringUTF8(SqlOf(statement))!;
            // The index of search has its own, which go with it.
            if (!sql.Contains(" 'main'.", StringComparison.Ordinal))
            {
                left.Add(sql);
            }
        }

        return string.Join('\n', left);
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_next_stmt")]
    private static extern nint Next(nint database, nint statement);

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_sql")]
    private static extern nint SqlOf(nint statement);
}
