namespace CenterDirectory.Api.Tests.Access;

/// <summary>One stage for all tests of a class, with the key of an operator; for tests that neither set the clock nor count.</summary>
public sealed class SharedStage : IAsyncLifetime
{
    internal KeyStage Stage { get; private set; } = null!;

    internal string Master { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Stage = await KeyStage.OpenAsync();
        Master = await Stage.IssueOperatorAsync();
    }

    public ValueTask DisposeAsync() => Stage.DisposeAsync();
}
