namespace CenterDirectory.Api.Embedding.Choices;

/// <summary>Which widget.</summary>
internal enum WidgetKind
{
    /// <summary>Centers to search.</summary>
    Directory,

    /// <summary>Events as a list or a month.</summary>
    Events,

    /// <summary>One center.</summary>
    Card,
}
