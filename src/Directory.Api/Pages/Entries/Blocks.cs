namespace CenterDirectory.Api.Pages.Entries;

/// <summary>Makes blocks out of what is there; null where nothing is.</summary>
internal static class Blocks
{
    /// <summary>Names with values.</summary>
    public static Block? Facts(params IEnumerable<Fact?> facts) => facts.OfType<Fact>().ToArray() is { Length: > 0 } present ? new Facts(present) : null;

    /// <summary>A list of texts.</summary>
    public static Block? Points(IReadOnlyCollection<string> texts) => texts.Count == 0 ? null : new Points([.. texts.Select(text => (Line)text)]);

    /// <summary>A list of things.</summary>
    public static Block? List<T>(IEnumerable<T> items, Func<T, Card> card) => items.Select(card).ToArray() is { Length: > 0 } cards ? new Cards(cards) : null;
}
