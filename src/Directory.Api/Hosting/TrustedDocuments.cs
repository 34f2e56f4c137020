using CenterDirectory.Api.Embedding;
using CenterDirectory.Api.Pages;
using CenterDirectory.GraphQL;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Http;
using CenterDirectory.GraphQL.Language;
using CenterDirectory.GraphQL.Validation;

namespace CenterDirectory.Api.Hosting;

/// <summary>A document that somebody relies on and that may be asked for by its hash.</summary>
/// <param name="Name">File it comes from.</param>
/// <param name="Text">The document.</param>
internal sealed record TrustedDocument(string Name, string Text)
{
    /// <summary>What is wrong with it by a schema; none if it can be executed.</summary>
    public IReadOnlyList<string> Problems(GraphQL.Types.Schema schema, EngineOptions limits)
    {
        try
        {
            var document = Parser.Parse(Text, new ParserLimits(limits.Tokens));
            return [.. Validator.Validate(schema, document).Select(Describe)];
        }
        catch (GraphQLSyntaxException problem)
        {
            return [problem.Message];
        }
    }

    private static string Describe(GraphQLError error) =>
        error.Locations.Count == 0 ? error.Message : $"{error.Locations[0].Line}:{error.Locations[0].Column}: {error.Message}";
}

/// <summary>The trusted documents: those that the program ships, and the files <c>*.graphql</c> in a folder of the operator's.</summary>
internal static class TrustedDocuments
{
    /// <summary>Key of the configuration that names the folder.</summary>
    public const string Setting = "GraphQL:TrustedDocuments";

    /// <summary>All of them.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<TrustedDocument> All(IConfiguration configuration) =>
    [
        .. ReadyQuery.All.Select(query => new TrustedDocument(query.Purpose.En, query.Document)),
        .. WidgetDocuments.All,
        .. configuration[Setting] is { Length: > 0 } folder ? In(HostPaths.FromConfiguration(folder)) : [],
    ];

    /// <summary>The documents in a file or folder.</summary>
    public static IEnumerable<TrustedDocument> In(string place) =>
        (File.Exists(place) ? (IEnumerable<string>)[place] : System.IO.Directory.EnumerateFiles(place, "*.graphql", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            .Select(file => new TrustedDocument(file, File.ReadAllText(file)));

    /// <summary>Lets them be asked for.</summary>
    public static void Trust(this WebApplication app)
    {
        var persisted = app.Services.GetRequiredService<PersistedDocuments>();
        foreach (var document in All(app.Configuration))
        {
            persisted.Trust(document.Text);
        }
    }
}
