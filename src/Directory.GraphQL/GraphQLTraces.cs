using System.Diagnostics;

namespace CenterDirectory.GraphQL;

/// <summary>Traces of the engine, for OpenTelemetry and tests: one activity a statement, its text in <c>db.query.text</c>.</summary>
public static class GraphQLTraces
{
    /// <summary>Name of the source.</summary>
    public const string SourceName = "CenterDirectory.GraphQL";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Traces a statement, if anybody listens.</summary>
    internal static Activity? Statement(string sql)
    {
        var trace = Source.StartActivity("query", ActivityKind.Client);
        trace?.SetTag("db.query.text", sql);
        return trace;
    }
}
