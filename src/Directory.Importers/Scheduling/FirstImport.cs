using CenterDirectory.Data.Values;

namespace CenterDirectory.Importers.Scheduling;

/// <summary>Whether the files that come with this installation are in the directory: what readiness waits for.</summary>
public sealed class FirstImport
{
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource allEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile IReadOnlyList<FirstImportError> errors = [];

    /// <summary>Whether each enabled file source has been imported, or has been tried.</summary>
    public bool HasEnded => ended.Task.IsCompleted;

    /// <summary>Ends with it.</summary>
    public Task Ended => ended.Task;

    /// <summary>The sources that did not succeed so far.</summary>
    public IReadOnlyList<FirstImportError> Errors => errors;

    internal void Report(string source, LocalizedText reason) => errors = [.. errors, new FirstImportError(source, reason)];

    /// <summary>Ends when all that was due at the start has been tried, sources on the web too.</summary>
    internal Task AllEnded => allEnded.Task;

    internal void End() => ended.TrySetResult();

    internal void EndAll() => allEnded.TrySetResult();
}

/// <summary>A source that is not in the directory as it should be.</summary>
/// <param name="Source">Key of the source, or place of its manifest if that is the trouble.</param>
/// <param name="Reason">Why.</param>
public sealed record FirstImportError(string Source, LocalizedText Reason);
