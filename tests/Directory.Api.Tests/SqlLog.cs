using System.Collections.Concurrent;
using System.Diagnostics;
using CenterDirectory.GraphQL;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CenterDirectory.Api.Tests;

/// <summary>
/// Hears which SQL the database of this process is given, and for which request: a request carries the trace id of its recording,
/// so tests may run beside each other.
/// </summary>
internal sealed class SqlLog : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentDictionary<ActivityTraceId, Recording> recordings = [];
    private readonly List<IDisposable> subscriptions = [];

    public SqlLog()
    {
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        var statements = new ActivityListener
        {
            ShouldListenTo = source => source.Name == GraphQLTraces.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = Hear,
        };
        ActivitySource.AddActivityListener(statements);
        subscriptions.Add(statements);
    }

    /// <summary>Starts a recording; it ends when disposed.</summary>
    public Recording Record()
    {
        var recording = new Recording(this);
        recordings[recording.TraceId] = recording;
        return recording;
    }

    public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            subscriptions.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData data && Activity.Current is { } activity && recordings.TryGetValue(activity.TraceId, out var recording))
        {
            recording.Add(data.Command.CommandText);
        }
    }

    private void Hear(Activity statement)
    {
        if (recordings.TryGetValue(statement.TraceId, out var recording))
        {
            recording.Add((string)statement.GetTagItem("db.query.text")!);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    /// <summary>The statements of one request.</summary>
    internal sealed class Recording(SqlLog log) : IDisposable
    {
        private readonly ConcurrentQueue<string> statements = [];

        public ActivityTraceId TraceId { get; } = ActivityTraceId.CreateRandom();

        /// <summary>What the request must carry in the header of this name (W3C Trace Context).</summary>
        public string TraceParent => $"00-{TraceId}-{ActivitySpanId.CreateRandom()}-01";

        public IReadOnlyList<string> Statements => [.. statements];

        public void Add(string statement) => statements.Enqueue(statement);

        public void Dispose() => log.recordings.TryRemove(TraceId, out _);
    }
}
