using System.Globalization;

namespace CenterDirectory.Api.Hosting;

/// <summary>Knows the newest revision: imports and edits each make one.</summary>
internal abstract class NewestRevision
{
    /// <summary>Its number; null before the first.</summary>
    public abstract ValueTask<int?> NumberAsync(CancellationToken cancellationToken);

    /// <summary>The same as a text.</summary>
    public async ValueTask<string?> CurrentAsync(CancellationToken cancellationToken) =>
        (await NumberAsync(cancellationToken))?.ToString(CultureInfo.InvariantCulture);
}
