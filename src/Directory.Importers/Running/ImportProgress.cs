namespace CenterDirectory.Importers.Running;

/// <summary>How far a run is, for a console or a log.</summary>
/// <param name="Phase">What it is doing.</param>
/// <param name="Done">How many records or entries of that phase are done.</param>
public readonly record struct ImportProgress(ImportPhase Phase, int Done);

/// <summary>What a run is doing.</summary>
public enum ImportPhase
{
    /// <summary>Reading the source into the staging table.</summary>
    Reading,

    /// <summary>Comparing with what is known.</summary>
    Planning,

    /// <summary>Writing entries, inside the transaction.</summary>
    Applying,

    /// <summary>All is written, the commit follows.</summary>
    Committing,
}

internal static class ImportProgressExtensions
{
    private const int Step = 500;

    /// <summary>Reports at the first and at each 500th object.</summary>
    public static void Every(this IProgress<ImportProgress>? progress, ImportPhase phase, int done)
    {
        if (progress is not null && done % Step == 1)
        {
            progress.Report(new ImportProgress(phase, done));
        }
    }
}
