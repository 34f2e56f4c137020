using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CenterDirectory.Api.Schema.Editing;
using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Data;
using CenterDirectory.Data.Access;
using CenterDirectory.Importers.Running;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CenterDirectory.Api.Schema.Mutations;

/// <summary>
/// Lets a client send a write again when it does not know what came of it. The same key with the same input answers the first result for 24 hours;
/// with another input it is an error. Only what was written is remembered, together with the write in one transaction: a write that failed has
/// changed nothing, and may be tried again under the same key.
/// </summary>
internal sealed class Idempotency(DirectoryDb db, TimeProvider clock, WriteGate? gate = null)
{
    /// <summary>Characters of a key at most.</summary>
    public const int LongestName = 64;

    /// <summary>How long a write waits for an import: less than a request may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>What is wrong with an idempotency key; null if nothing is, or none is given.</summary>
    public static ValidationError? FlawOf(string? name) => name is null || (name.Length is > 0 and <= LongestName && !name.Any(char.IsControl))
        ? null
        : ValidationError.Wrong(
            $"idempotencyKey – от 1 до {LongestName} печатных знаков.", $"idempotencyKey has 1 to {LongestName} printable characters.", "input", "idempotencyKey");

    /// <summary>Runs a write in a transaction, unless its client has sent it before.</summary>
    /// <param name="keyId">Whose it is.</param>
    /// <param name="name">The idempotency key; null if the write is not meant to be sent again.</param>
    /// <param name="input">The input, of a class that only this mutation has.</param>
    /// <param name="write">Does it, on the context of this scope; what it leaves unsaved is saved.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<Written<T>> OnceAsync<T>(long keyId, string? name, object input, Func<Task<Written<T>>> write, CancellationToken cancellationToken)
        where T : class => NamedAsync(keyId, name, input, named => InTransactionAsync(named, write, cancellationToken), cancellationToken);

    /// <summary>Runs a write that has a transaction and a context of its own, unless its client has sent it before.</summary>
    /// <param name="keyId">Whose it is.</param>
    /// <param name="name">The idempotency key; null if the write is not meant to be sent again.</param>
    /// <param name="input">The input, of a class that only this mutation has.</param>
    /// <param name="write">Does it; what it is given is to be remembered in its transaction.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<Written<T>> OnceApartAsync<T>(long keyId, string? name, object input, Func<NamedWrite?, Task<Written<T>>> write, CancellationToken cancellationToken)
        where T : class => NamedAsync(
            keyId, name, input, async named => named is not null && await FindAsync<T>(named, cancellationToken) is { } earlier ? earlier : await write(named), cancellationToken);

    /// <summary>What came of a write that was sent before, or the error that its key came with another input; null if it is new.</summary>
    public async Task<Written<T>?> FindAsync<T>(NamedWrite write, CancellationToken cancellationToken)
        where T : class
    {
        var since = Now - Kept;
        var earlier = await db.RememberedWrites.AsNoTracking()
            .FirstOrDefaultAsync(known => known.KeyId == write.KeyId && known.Name == write.Name && known.WrittenAt > since, cancellationToken);
        return earlier is null ? null
            : earlier.InputHash.AsSpan().SequenceEqual(write.InputHash) ? Written<T>.Of(JsonSerializer.Deserialize<T>(earlier.Result, DirectoryJson.Options)!)
            : Written<T>.Failed(IdempotencyError.Reused);
    }

    /// <summary>Adds the result of a write to what will be saved with it, and drops what is too old to be asked for.</summary>
    public async Task RememberAsync<T>(NamedWrite write, T result, CancellationToken cancellationToken)
        where T : class
    {
        var since = Now - Kept;
        await db.RememberedWrites.Where(known => known.WrittenAt <= since).ExecuteDeleteAsync(cancellationToken);
        db.RememberedWrites.Add(new RememberedWrite
        {
            KeyId = write.KeyId, Name = write.Name, InputHash = write.InputHash, Result = JsonSerializer.Serialize(result, DirectoryJson.Options), WrittenAt = Now,
        });
    }

    private async Task<Written<T>> NamedAsync<T>(long keyId, string? name, object input, Func<NamedWrite?, Task<Written<T>>> write, CancellationToken cancellationToken)
        where T : class
    {
        if (FlawOf(name) is { } flaw)
        {
            return Written<T>.Failed(flaw);
        }

        var named = name is null ? null : NamedWrite.Of(keyId, name, input);
        try
        {
            return await write(named);
        }
        catch (DbUpdateException) when (named is not null)
        {
            // The same write was sent twice at once, and the other was faster: this one has changed nothing.
            db.ChangeTracker.Clear();
            if (await FindAsync<T>(named, cancellationToken) is { } other)
            {
                return other;
            }

            throw;
        }
    }

    private async Task<Written<T>> InTransactionAsync<T>(NamedWrite? named, Func<Task<Written<T>>> write, CancellationToken cancellationToken)
        where T : class
    {
        if (await BeginAsync(cancellationToken) is not { } begun)
        {
            return Written<T>.Failed(EditErrors.Busy((int)Patience.TotalSeconds));
        }

        using var turn = begun.Turn;
        await using var transaction = begun.Transaction;
        if (named is not null && await FindAsync<T>(named, cancellationToken) is { } earlier)
        {
            return earlier;
        }

        var written = await write();
        if (written.Result is null)
        {
            db.ChangeTracker.Clear();
            return written;
        }

        if (named is not null)
        {
            await RememberAsync(named, written.Result, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return written;
    }

    /// <summary>Begins the transaction; null if an import keeps the one writer of SQLite for too long. Servers have many writers, and need no queue.</summary>
    private async Task<(IDbContextTransaction Transaction, IDisposable? Turn)?> BeginAsync(CancellationToken cancellationToken)
    {
        if (gate is null || !DatabaseProviders.IsSqlite(db))
        {
            return (await db.Database.BeginTransactionAsync(cancellationToken), null);
        }

        using var impatient = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, impatient.Token);
        IDbContextTransaction? transaction = null;
        try
        {
            var turn = await gate.BeginAsync(async stop => transaction = await db.Database.BeginTransactionAsync(stop), either.Token);
            return (transaction!, turn);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (SqliteException error) when (error.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
        {
            // The import is another process, such as a command.
            return null;
        }
    }
}

/// <summary>A write that can be told from others when it is sent again.</summary>
/// <param name="KeyId">Whose it is.</param>
/// <param name="Name">The idempotency key.</param>
/// <param name="InputHash">SHA-256 of the mutation and its input.</param>
internal sealed record NamedWrite(long KeyId, string Name, byte[] InputHash)
{
    /// <summary>Names a write.</summary>
    /// <param name="keyId">Whose it is.</param>
    /// <param name="name">The idempotency key.</param>
    /// <param name="input">The input, of a class that only this mutation has.</param>
    public static NamedWrite Of(long keyId, string name, object input)
    {
        var type = input.GetType();
        return new(keyId, name, SHA256.HashData([.. Encoding.UTF8.GetBytes(type.Name), .. JsonSerializer.SerializeToUtf8Bytes(input, type, DirectoryJson.Options)]));
    }
}
