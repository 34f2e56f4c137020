namespace CenterDirectory.GraphQL.Http;

/// <summary>Tells which state of the data answers are made from: the same revision and the same request give the same answer.</summary>
public interface IRevisionSource
{
    /// <summary>The revision as a short text, fit for an ETag; null if there is none yet.</summary>
    ValueTask<string?> CurrentAsync(CancellationToken cancellationToken);
}
