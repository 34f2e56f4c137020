namespace CenterDirectory.Importers.Editing;

/// <summary>What centers say of themselves: one more source, whose records outweigh those of all feeds.</summary>
public static class SelfService
{
    /// <summary>Key of the source; no manifest may have it.</summary>
    public const string Key = "self-service";

    /// <summary>Above what a manifest can ask for.</summary>
    internal const int Priority = 1_001;

    internal const string Title = "Сами центры";

    /// <summary>What stands between source and id in the key of a record that amends what another source states.</summary>
    private const char Anchor = ':';

    /// <summary>The key of the record that amends an entry of another source: it can be told from the entry, in any directory.</summary>
    internal static string AmendmentOf(string source, string externalId) => source + Anchor + externalId;

    /// <summary>Whether a record amends what others state; else it states an entry of its own.</summary>
    internal static bool IsAmendment(string externalId) => externalId.Contains(Anchor, StringComparison.Ordinal);
}
