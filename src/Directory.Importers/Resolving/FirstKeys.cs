using CenterDirectory.Data.Entities;
using CenterDirectory.Importers.Applying;
using CenterDirectory.Importers.Planning;
using CenterDirectory.Importers.Resolving.Rules;
using CenterDirectory.Importers.Resolving.Storage;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Resolving;

/// <summary>
/// Keys of the first records of a kind: there is nothing that these could be joined with, so nobody asks for the keys before another run
/// comes. A thread computes them while records and entities are written, which is the work of one core, and they are written last.
/// </summary>
internal sealed class FirstKeys : IAsyncDisposable
{
    // What people have said may hold of records that come only now.
    private const string IsFirst =
        """
        SELECT NOT EXISTS (SELECT 1 FROM "SourceRecords" WHERE "Kind" = @kind) AND NOT EXISTS (SELECT 1 FROM "MatchJudgements" WHERE "Kind" = @kind)
        """;

    private const string LastStaged = """SELECT MAX("Id") FROM staged""";

    private const int Window = 200;

    private readonly CancellationTokenSource abandoned = new();
    private readonly KeySpool spool = new();
    private readonly ImportSession session;
    private readonly long source;
    private readonly long lastRecordId;
    private readonly Task computing;
    private Task? sorting;
    private Task reading = Task.CompletedTask;

    private FirstKeys(ImportSession session, string kind, PayloadSpool payloads, long source, long lastRecordId)
    {
        (this.session, Kind, this.source, this.lastRecordId) = (session, kind, source, lastRecordId);
        computing = Task.Factory.StartNew(() => Compute(payloads), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>The kind.</summary>
    public string Kind { get; }

    /// <summary>Whether what is staged of a kind now would be the first of it. Territories are too few.</summary>
    public static async Task<bool> IsFirstAsync(ImportSession session, string kind, CancellationToken cancellationToken) =>
        kind != nameof(Territory) && RulesByKind.Kinds.Contains(kind) && await session.CountAsync(IsFirst, cancellationToken, ("@kind", kind)) > 0;

    /// <summary>Begins, if a large load brings the first records of a kind.</summary>
    /// <param name="session">The connection of the run.</param>
    /// <param name="run">The run.</param>
    /// <param name="kind">Record kind.</param>
    /// <param name="added">How many records of the kind are new.</param>
    /// <param name="lastRecordId">Id behind which new records get theirs.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Null if the records of the kind are to be resolved as always.</returns>
    public static async Task<FirstKeys?> BeginAsync(ImportSession session, ApplyRun run, string kind, long added, long lastRecordId, CancellationToken cancellationToken) =>
        session.FirstPayloads.GetValueOrDefault(kind) is { Holds: true } payloads && payloads.Count >= run.LargeLoad
            && payloads.Count == added && await IsFirstAsync(session, kind, cancellationToken)
            ? new FirstKeys(session, kind, payloads, run.SourceId, lastRecordId)
            : null;

    /// <summary>Sorts the keys as soon as all are computed, while the connection has something else to do for a while.</summary>
    public void BeginSorting() => sorting ??= SortAsync();

    /// <summary>Writes the keys of all of them.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        BeginSorting();
        await sorting!;
        var records = new RunRecords { LastKnownId = lastRecordId };
        var last = await session.CountAsync(LastStaged, cancellationToken);
        for (var staged = 1L; staged <= last; staged++)
        {
            records.Add(lastRecordId + staged, staged, source);
        }

        var table = new MatchKeyTable(session);
        var (keys, following) = (new List<KeyRow>(), new List<KeyRow>());
        spool.Read(0, keys);
        for (var part = 1; part <= KeySpool.Parts; part++)
        {
            var (behind, place) = (following, part);
            reading = part < KeySpool.Parts ? Task.Run(() => spool.Read(place, behind), CancellationToken.None) : Task.CompletedTask;
            table.Write(keys, records);
            await reading;
            (keys, following) = (following, keys);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await abandoned.CancelAsync();
        await computing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await (sorting ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        spool.Dispose();
        abandoned.Dispose();
    }

    private async Task SortAsync()
    {
        await computing;
        await Task.Run(spool.Sort, CancellationToken.None);
    }

    private void Compute(PayloadSpool payloads)
    {
        var rules = RulesByKind.For(Kind)!;
        var keys = new List<KeyRow>();
        var taken = 0;
        foreach (var (staged, payload) in payloads.ReadAll())
        {
            KeyComputer.Compute(rules, checked((int)staged) - 1, payload.Span, keys);
            if (++taken % Window == 0)
            {
                abandoned.Token.ThrowIfCancellationRequested();
                spool.Add(keys);
                keys.Clear();
            }
        }

        spool.Add(keys);
        // What they took of the page cache is wanted for the directory.
        payloads.Dispose();
    }
}
