namespace CenterDirectory.Importers.Fetching;

/// <summary>Ends a request that takes too long as a whole, or in which nothing moves.</summary>
internal sealed class Patience : IDisposable
{
    private readonly TimeSpan longestSilence;
    private readonly CancellationTokenSource whole;
    private readonly CancellationTokenSource silence;
    private readonly CancellationTokenSource either;

    public Patience(FetchTerms terms, TimeProvider clock, CancellationToken caller)
    {
        longestSilence = terms.Stall;
        whole = new CancellationTokenSource(terms.Timeout, clock);
        silence = new CancellationTokenSource(terms.Stall, clock);
        either = CancellationTokenSource.CreateLinkedTokenSource(caller, whole.Token, silence.Token);
    }

    public CancellationToken Token => either.Token;

    /// <summary>Whether silence has ended it, not length.</summary>
    public bool IsStalled => silence.IsCancellationRequested && !whole.IsCancellationRequested;

    /// <summary>Something has come.</summary>
    public void Renew() => silence.CancelAfter(longestSilence);

    public void Dispose()
    {
        either.Dispose();
        silence.Dispose();
        whole.Dispose();
    }
}
