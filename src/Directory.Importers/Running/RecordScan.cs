namespace CenterDirectory.Importers.Running;

/// <summary>How all records of a source are best looked at.</summary>
internal static class RecordScan
{
    /// <summary>Records that can be passed in the time in which one is looked for.</summary>
    private const int Passed = 6;

    private const string Last = """SELECT MAX("Id") FROM "SourceRecords" """;

    /// <summary>What stands behind the name of the table: the index of sources finds each record somewhere else.</summary>
    /// <param name="session">The run's connection.</param>
    /// <param name="count">Records of the source.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<string> WayAsync(ImportSession session, long count, CancellationToken cancellationToken) =>
        count > await session.CountAsync(Last, cancellationToken) / Passed ? session.Dialect.RowByRow : "";
}
