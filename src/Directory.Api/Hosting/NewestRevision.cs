using System.Globalization;
using CenterDirectory.GraphQL.Http;

namespace CenterDirectory.Api.Hosting;

/// <summary>Knows the newest revision: imports and edits each make one.</summary>
internal abstract class NewestRevision : IRevisionSource
{
    /// <summary>Its number; null before the first.</summary>
    public abstract ValueTask<int?> NumberAsync(CancellationToken cancellationToken);

    public async ValueTask<string?> CurrentAsync(CancellationToken cancellationToken) =>
        (await NumberAsync(cancellationToken))?.ToString(CultureInfo.InvariantCulture);
}
