using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CenterDirectory.Importers.Running;

/// <summary>Measurements and traces of runs, for OpenTelemetry. Sources are as many as there are manifests, so each has its label.</summary>
public static class ImportMetrics
{
    /// <summary>Name of the meter and of the source of traces.</summary>
    public const string Name = "CenterDirectory.Importers";

    private static readonly Meter Meter = new(Name);
    private static readonly ActivitySource Source = new(Name);

    private static readonly Counter<long> Runs = Meter.CreateCounter<long>("import.runs", "{run}", "Runs that ended, by source and state.");

    private static readonly Counter<long> Rows = Meter.CreateCounter<long>("import.rows", "{row}", "Rows read by runs, by source.");

    private static readonly Counter<long> Records = Meter.CreateCounter<long>("import.records", "{record}", "Records by source and what became of them.");

    private static readonly UpDownCounter<long> Running = Meter.CreateUpDownCounter<long>("import.running", "{run}", "Runs that are going on in this process.");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "import.run.duration", "s", "Time that a run took, by state.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 0.5, 1, 5, 15, 60, 300, 900, 3600, 14400] });

    /// <summary>Measures a run.</summary>
    internal static async Task<ImportOutcome> MeasureAsync(string source, long run, Func<Task<ImportOutcome>> act)
    {
        using var trace = Source.StartActivity("import");
        trace?.SetTag("import.source", source).SetTag("import.run", run);
        var started = Stopwatch.GetTimestamp();
        Running.Add(1);
        try
        {
            var outcome = await act();
            Ended(outcome, Stopwatch.GetElapsedTime(started));
            trace?.SetTag("import.status", outcome.Status.ToString()).SetStatus(outcome.IsSuccess ? ActivityStatusCode.Ok : ActivityStatusCode.Error, outcome.Reason?.En);
            return outcome;
        }
        finally
        {
            Running.Add(-1);
        }
    }

    private static void Ended(ImportOutcome outcome, TimeSpan time)
    {
        var status = new KeyValuePair<string, object?>("status", outcome.Status.ToString().ToLowerInvariant());
        var source = new KeyValuePair<string, object?>("source", outcome.Source);
        Runs.Add(1, source, status);
        Duration.Record(time.TotalSeconds, status);
        Rows.Add(outcome.Read, source);
        foreach (var (result, count) in new[] { ("added", outcome.Added), ("changed", outcome.Changed), ("unchanged", outcome.Unchanged), ("retired", outcome.Retired) })
        {
            Records.Add(count, source, new KeyValuePair<string, object?>("result", result));
        }
    }
}
