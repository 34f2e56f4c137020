using CenterDirectory.Api.Hosting;
using CenterDirectory.GraphQL.Http;

namespace CenterDirectory.Api.Embedding;

/// <summary>The trusted documents that the widgets ask for, by their hash alone.</summary>
internal static class WidgetDocuments
{
    private static readonly string[] Names = ["centers", "search", "events", "center"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<TrustedDocument> All { get; } =
        [.. Names.Select(name => new TrustedDocument(name, EmbeddedText.Read($"Documents/{name}.graphql")))];

    /// <summary>What to ask for, by name.</summary>
    public static IReadOnlyDictionary<string, string> Ids { get; } = All.ToDictionary(document => document.Name, document => PersistedDocuments.IdOf(document.Text));
}
