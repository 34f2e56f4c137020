namespace CenterDirectory.Api.Delivering;

/// <summary>A letter.</summary>
/// <param name="Id">The same for the same letter, however often it is sent.</param>
/// <param name="To">The address.</param>
/// <param name="Subject">What stands above it.</param>
/// <param name="Text">The text.</param>
internal sealed record Letter(string Id, string To, string Subject, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => Id;
}
