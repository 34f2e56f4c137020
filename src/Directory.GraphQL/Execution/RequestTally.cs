namespace CenterDirectory.GraphQL.Execution;

/// <summary>Counts what one request reads, wherever in its flow a statement runs.</summary>
internal sealed class RequestTally
{
    private static readonly AsyncLocal<RequestTally?> Flow = new();

    private int statements;
    private long rows;

    /// <summary>Statements so far.</summary>
    public int Statements => statements;

    /// <summary>Rows so far.</summary>
    public long Rows => rows;

    /// <summary>Begins to count for the current flow; whoever called the caller is not counted here.</summary>
    public static RequestTally Begin() => Flow.Value = new RequestTally();

    /// <summary>Adds a statement to the request in whose flow it ran, if it ran in one.</summary>
    public static void Add(int rows)
    {
        if (Flow.Value is { } tally)
        {
            Interlocked.Increment(ref tally.statements);
            Interlocked.Add(ref tally.rows, rows);
        }
    }
}
