using System.Diagnostics;
using System.Diagnostics.Metrics;
using CenterDirectory.GraphQL.Execution;

namespace CenterDirectory.GraphQL;

/// <summary>
/// Measurements of the engine, for OpenTelemetry. Labels are bounded: an operation goes by its name only if its document is trusted, for
/// anybody may invent names.
/// </summary>
public static class GraphQLMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "CenterDirectory.GraphQL";

    /// <summary>Label of an operation whose document is not trusted.</summary>
    public const string OtherOperation = "other";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "graphql.request.duration", "s", "Time from the first byte of a request to the last of its answer.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });

    private static readonly Histogram<long> Rows = Meter.CreateHistogram(
        "graphql.request.rows", "{row}", "Rows that a request read.", tags: null,
        new InstrumentAdvice<long> { HistogramBucketBoundaries = [0, 1, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000] });

    private static readonly Histogram<long> Statements = Meter.CreateHistogram(
        "graphql.request.statements", "{statement}", "SQL statements that a request ran.", tags: null,
        new InstrumentAdvice<long> { HistogramBucketBoundaries = [0, 1, 2, 3, 5, 8, 12, 18, 25] });

    private static readonly Counter<long> Plans = Meter.CreateCounter<long>(
        "graphql.plans", "{lookup}", "Documents looked up among those that are compiled already, by what came of it.");

    private static readonly Counter<long> Answers = Meter.CreateCounter<long>(
        "graphql.answers", "{answer}", "Answers by where they came from: kept ones, the client's own copy, or executed.");

    private static readonly UpDownCounter<long> Executing = Meter.CreateUpDownCounter<long>(
        "graphql.requests.executing", "{request}", "Requests that read data or wait for their turn.");

    private static readonly UpDownCounter<long> Streams = Meter.CreateUpDownCounter<long>(
        "graphql.streams", "{stream}", "Open streams of events.");

    /// <summary>A request was answered.</summary>
    internal static void Answered(long started, in RequestLabels labels)
    {
        if (Duration.Enabled)
        {
            Duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, labels.ToTags());
        }

        Answers.Add(1, new KeyValuePair<string, object?>("source", labels.Source));
    }

    /// <summary>A document was looked up.</summary>
    internal static void Planned(bool isKnown) => Plans.Add(1, new KeyValuePair<string, object?>("result", isKnown ? "hit" : "miss"));

    /// <summary>A request has read its data.</summary>
    internal static void Read(RequestTally tally, string operation)
    {
        var label = new KeyValuePair<string, object?>("operation", operation);
        Rows.Record(tally.Rows, label);
        Statements.Record(tally.Statements, label);
    }

    /// <summary>A request begins (1) or ends (-1) to be executed.</summary>
    internal static void Executes(int change) => Executing.Add(change);

    /// <summary>A stream begins (1) or ends (-1).</summary>
    internal static void Streaming(int change) => Streams.Add(change);
}

/// <summary>What is told of a request beside its time.</summary>
internal record struct RequestLabels()
{
    /// <summary>Name of the operation, if its document is trusted.</summary>
    public string Operation { get; set; } = GraphQLMetrics.OtherOperation;

    /// <summary>How it ended: <c>ok</c>, <c>errors</c> (data with errors), <c>refused</c> (not executed), <c>unavailable</c>, <c>gone</c> (the client).</summary>
    public string Outcome { get; set; } = "gone";

    /// <summary>Where the answer came from: <c>kept</c>, <c>client</c>, <c>executed</c>, <c>none</c>.</summary>
    public string Source { get; set; } = "none";

    /// <summary>As tags of a measurement.</summary>
    public readonly TagList ToTags() => new() { { "operation", Operation }, { "outcome", Outcome }, { "source", Source } };
}
