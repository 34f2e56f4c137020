using System.Data.Common;
using System.Threading.Channels;
using CenterDirectory.Data;
using CenterDirectory.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Access;

/// <summary>
/// Writes down on which day a key was used last, beside the request and once a day: an answer waits for no writer, and what is not written today is
/// written with the next use.
/// </summary>
internal sealed partial class KeyUses(IDbContextFactory<DirectoryDb> databases, TimeProvider clock, ILogger<KeyUses> log) : BackgroundService
{
    private readonly Channel<long> used = Channel.CreateBounded<long>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite });

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>The key was used.</summary>
    public void Note(AccessKey key)
    {
        if (key.LastUsedOn != Today)
        {
            used.Writer.TryWrite(key.Id);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var id in used.Reader.ReadAllAsync(stoppingToken))
            {
                await TryWriteAsync(id, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process ends; what was not written is written with the next use.
        }
    }

    private async Task TryWriteAsync(long id, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(id, Today, cancellationToken);
        }
        catch (DbException error)
        {
            LogLost(id, error);
        }
    }

    private async Task WriteAsync(long id, DateOnly day, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.AccessKeys.Where(key => key.Id == id && (key.LastUsedOn == null || key.LastUsedOn < day))
            .ExecuteUpdateAsync(key => key.SetProperty(known => known.LastUsedOn, day), cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "The last use of key {Key} could not be written down; it will be with the next one.")]
    private partial void LogLost(long key, Exception error);
}
