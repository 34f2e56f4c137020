namespace CenterDirectory.Importers.Scheduling;

/// <summary>Whether the files that come with this installation are in the directory: what readiness waits for. How each source fared stands in its row.</summary>
public sealed class FirstImport
{
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource allEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether each enabled file source has been imported, or has been tried.</summary>
    public bool HasEnded => ended.Task.IsCompleted;

    /// <summary>Ends with it.</summary>
    public Task Ended => ended.Task;

    /// <summary>Ends when all that was due at the start has been tried, sources on the web too.</summary>
    internal Task AllEnded => allEnded.Task;

    internal void End() => ended.TrySetResult();

    internal void EndAll() => allEnded.TrySetResult();
}
