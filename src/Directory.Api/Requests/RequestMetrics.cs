using System.Diagnostics.Metrics;

namespace CenterDirectory.Api.Requests;

/// <summary>How many requests come, how soon they are answered, and whether word of them arrives: figures without people.</summary>
internal static class RequestMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "CenterDirectory.Requests";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Counter<long> Taken = Meter.CreateCounter<long>("requests.taken", "{request}", "Requests for support that were taken.");

    private static readonly Histogram<double> FirstAnswers = Meter.CreateHistogram<double>("requests.first_answer", "h", "Hours until a request was first answered.");

    private static readonly Counter<long> Attempts = Meter.CreateCounter<long>("requests.deliveries", "{attempt}", "Attempts to tell somebody of a request.");

    /// <summary>A request came.</summary>
    /// <param name="isRouted">Whether a center has it, or the coordinator.</param>
    public static void Took(bool isRouted) => Taken.Add(1, new KeyValuePair<string, object?>("to", isRouted ? "center" : "coordinator"));

    /// <summary>A request was answered for the first time.</summary>
    public static void Answered(TimeSpan after) => FirstAnswers.Record(after.TotalHours);

    /// <summary>Somebody was told, or was not to be reached.</summary>
    public static void Tried(string route, bool hasArrived) => Attempts.Add(
        1, new KeyValuePair<string, object?>("route", route), new KeyValuePair<string, object?>("arrived", hasArrived));
}
