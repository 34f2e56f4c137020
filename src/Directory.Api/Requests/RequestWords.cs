using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Requests;

/// <summary>What somebody who asks for support entrusts to us. Its text form shows nothing: such things end up in logs by being formatted.</summary>
/// <param name="Text">The need in their words.</param>
/// <param name="ContactName">How to address them.</param>
/// <param name="Kind">Kind of the contact.</param>
/// <param name="Contact">The contact.</param>
/// <param name="Receipt">The secret by which they withdraw, for whoever sends the same request again and never saw the first answer.</param>
internal sealed record RequestWords(string Text, string ContactName, ContactKind Kind, string Contact, string Receipt)
{
    /// <inheritdoc/>
    public override string ToString() => "(a request for support)";
}
