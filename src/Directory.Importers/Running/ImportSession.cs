using System.Data;
using System.Data.Common;
using CenterDirectory.Data;
using CenterDirectory.Data.Bulk;
using CenterDirectory.Importers.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CenterDirectory.Importers.Running;

/// <summary>
/// The one connection of a run: temporary tables live on it, set-based statements and prepared commands go through it,
/// EF serves the few book-keeping rows beside them.
/// </summary>
internal sealed class ImportSession : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly List<IDisposable> prepared = [];
    private IDbContextTransaction? transaction;
    private Task bringing = Task.CompletedTask;
    private bool isAlone;

    private ImportSession(DirectoryDb db)
    {
        Db = db;
        Bulk = BulkConnection.Of(db.Database.GetDbConnection());
        Rules = SessionRules.Of(Bulk);
    }

    public DirectoryDb Db { get; }

    public DbConnection Connection => Db.Database.GetDbConnection();

    /// <summary>Statements past EF.</summary>
    public BulkConnection Bulk { get; }

    /// <summary>The words of the database.</summary>
    public SqlDialect Dialect => Bulk.Dialect;

    /// <summary>What the database wants of a run.</summary>
    public SessionRules Rules { get; }

    /// <summary>What is staged of kinds of which there was no record before, beside the temporary tables.</summary>
    public Dictionary<string, PayloadSpool> FirstPayloads { get; } = [];

    /// <summary>Opens one.</summary>
    /// <param name="databases">The directory.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <param name="patience">How long a server may be away, at least; a pool of connections that died with it is emptied in any case.</param>
    public static async Task<ImportSession> OpenAsync(
        IDbContextFactory<DirectoryDb> databases, CancellationToken cancellationToken, TimeSpan patience = default)
    {
        var pauses = 1 + (int)(patience / Pause);
        while (true)
        {
            try
            {
                return await OpenOnceAsync(databases, cancellationToken);
            }
            catch (DbException problem) when (problem.IsTransient && pauses-- > 0)
            {
                if (patience > TimeSpan.Zero)
                {
                    await Task.Delay(Pause, TimeProvider.System, cancellationToken);
                }
            }
        }
    }

    private static async Task<ImportSession> OpenOnceAsync(IDbContextFactory<DirectoryDb> databases, CancellationToken cancellationToken)
    {
        var db = await databases.CreateDbContextAsync(cancellationToken);
        try
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            var session = new ImportSession(db);
            await session.ExecuteAsync(session.Rules.Opened, cancellationToken);
            return session;
        }
        catch
        {
            SessionRules.EmptyPool(db.Database.GetDbConnection());
            await db.DisposeAsync();
            throw;
        }
    }

    /// <summary>Begins the transaction that may write; it is the only one, in this process and others.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken) => transaction ??= await Rules.BeginAsync(Db, cancellationToken);

    /// <summary>The same for a transaction that fills the directory; while it lasts nobody else can open the database, unless somebody has it open by now.</summary>
    public Task BeginAloneAsync(CancellationToken cancellationToken)
    {
        isAlone = Rules.TryHaveAlone(Connection);
        return BeginAsync(cancellationToken);
    }

    /// <summary>Prepares for many writes in the open transaction: entities may point at others that are written after them; the commit checks that all are there.</summary>
    public Task ExpectManyWritesAsync(CancellationToken cancellationToken) => ExecuteAsync(Rules.ManyWrites, cancellationToken);

    /// <summary>Runs statements that sort much, such as the building of indexes.</summary>
    public async Task SortAsync(IReadOnlyList<string> statements, CancellationToken cancellationToken)
    {
        if (statements.Count == 0)
        {
            return;
        }

        await ExecuteAsync(Rules.Sorting, cancellationToken);
        foreach (var sql in statements)
        {
            await ExecuteAsync(sql, cancellationToken);
        }

        await ExecuteAsync(Rules.Sorted, cancellationToken);
    }

    /// <summary>Has another thread bring to the disk what is written so far, so that less is left to wait for in the end.</summary>
    public void BringToDisk()
    {
        if (bringing.IsCompleted)
        {
            var connection = Connection;
            bringing = Task.Run(() => Rules.BringToDisk(connection));
        }
    }

    /// <summary>Begins a transaction that touches temporary tables only and therefore takes no lock on the directory.</summary>
    public void BeginPrivate() => transaction = Db.Database.UseTransaction(Rules.BeginPrivate(Connection));

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        Bulk.Settle();
        ReleaseStatements();
        await transaction!.CommitAsync(cancellationToken);
        await EndAsync();
    }

    public async Task RollbackAsync()
    {
        try
        {
            Bulk.Discard();
            ReleaseStatements();
            if (transaction is null)
            {
                Share();
                return;
            }

            if (Connection.State == ConnectionState.Open)
            {
                await transaction.RollbackAsync(CancellationToken.None);
            }

            await EndAsync();
        }
        catch (DbException lost) when (lost.IsTransient)
        {
            // The server has rolled back when it lost the connection.
            transaction = null;
        }
    }

    /// <summary>Runs statements and returns the number of rows they touched.</summary>
    public async Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        if (sql.Length == 0)
        {
            return 0;
        }

        await using var command = Bulk.Command(sql, parameters);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Runs a query of one value; NULL is 0.</summary>
    public async Task<long> CountAsync(string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        await using var command = Bulk.Command(sql, parameters);
        var value = await command.ExecuteScalarAsync(cancellationToken);
        return value is null or DBNull ? 0 : Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Runs a query and reads each row of it.</summary>
    public async Task<List<T>> QueryAsync<T>(
        string sql, Func<DbDataReader, T> read, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        var rows = new List<T>();
        await ReadAsync(sql, reader => rows.Add(read(reader)), cancellationToken, parameters);
        return rows;
    }

    /// <summary>Runs a query and hands over each row of it.</summary>
    public async Task ReadAsync(
        string sql, Action<DbDataReader> take, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        await using var command = Bulk.Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            take(reader);
        }
    }

    /// <summary>Tells the planner how tables look now, where it cannot see that by itself.</summary>
    public Task AnalyzeAsync(CancellationToken cancellationToken, params string[] tables) => ExecuteAsync(Dialect.Analyze(tables), cancellationToken);

    /// <summary>Tells tables which ids were given past them, so that no id is given twice.</summary>
    public async Task NoteIdsAsync(IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        Bulk.Settle();
        await ExecuteAsync(string.Concat(tables.Select(Dialect.NoteIds)), cancellationToken);
    }

    /// <summary>A statement that is prepared once and runs for many rows; it ends with the transaction.</summary>
    public RowStatement Prepare(string sql, params IReadOnlyList<string> parameters) => Keep(Bulk.Prepare(sql, parameters));

    /// <summary>A query whose rows are read without a string for each value; it ends with the transaction.</summary>
    public RowReader Rows(string sql) => Keep(Bulk.Rows(sql));

    /// <summary>Lets go of all rows that were read: indexes of their tables can be dropped then.</summary>
    public void EndReads()
    {
        foreach (var rows in prepared.OfType<RowReader>())
        {
            rows.End();
        }
    }

    /// <summary>A query that is prepared once; it ends with the transaction.</summary>
    public RowQuery PrepareQuery(string sql, params IReadOnlyList<string> parameters) => Keep(Bulk.Query(sql, parameters));

    /// <summary>A writer of many rows into one table, see <see cref="BulkConnection.Write"/>.</summary>
    public BulkWriter Write(string table, IReadOnlyList<string> columns, IReadOnlyList<string>? key = null, TakenKey taken = TakenKey.Skip) =>
        Bulk.Write(table, columns, key, taken);

    /// <summary>A writer that ends with the transaction.</summary>
    public BulkWriter KeepWriting(string table, IReadOnlyList<string> columns, IReadOnlyList<string>? key = null, TakenKey taken = TakenKey.Skip) =>
        Keep(Write(table, columns, key, taken));

    public async ValueTask DisposeAsync()
    {
        await RollbackAsync();
        if (Connection.State == ConnectionState.Open)
        {
            // The connection goes back to its pool: what is temporary must not go with it.
            await ExecuteAsync(Rules.Cleanup, CancellationToken.None);
        }

        foreach (var payloads in FirstPayloads.Values)
        {
            payloads.Dispose();
        }

        await Db.DisposeAsync();
    }

    private T Keep<T>(T statement)
        where T : IDisposable
    {
        prepared.Add(statement);
        return statement;
    }

    private async Task EndAsync()
    {
        await bringing;
        await transaction!.DisposeAsync();
        transaction = null;
        Share();
    }

    private void Share()
    {
        if (isAlone && Connection.State == ConnectionState.Open)
        {
            Rules.Share(Connection);
        }

        isAlone = false;
    }

    private void ReleaseStatements()
    {
        prepared.ForEach(statement => statement.Dispose());
        prepared.Clear();
    }
}
