using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Pages;

/// <summary>A query that can be copied from the start page and asked as it stands; a test asks them all.</summary>
/// <param name="Title">What it finds.</param>
/// <param name="Document">The GraphQL document.</param>
internal sealed record ExampleQuery(LocalizedText Title, string Document)
{
    /// <summary>Where a browser asks it: a query string, so a link is enough.</summary>
    public string Address => "/graphql?query=" + Uri.EscapeDataString(Document);

    /// <summary>The one whose answer stands beside it.</summary>
    public static readonly ExampleQuery Shown = new(new("Кто консультирует и учит", "Who advises and teaches"), """
        {
          centers(
            first: 2
            where: {
              supportKinds: { some: { in: [CONSULTING, TRAINING] } }
            }
          ) {
            totalCount
            nodes {
              displayName
              territoryText
              services(first: 2) {
                nodes { name }
              }
            }
          }
        }
        """);

    /// <summary>Others.</summary>
    public static readonly IReadOnlyList<ExampleQuery> More =
    [
        new(new("Центры одного региона, по его коду", "Centers of one region, by its code"), """
            {
              territory(key: "55") { name timeZone }
              centers(where: { territory: { within: "55" } }) {
                totalCount
                nodes { displayName territoryText status }
              }
            }
            """),
        new(new("События, сначала поздние", "Events, latest first"), """
            {
              events(first: 5, order: [{ date: DESC }]) {
                nodes {
                  title
                  date
                  territory { name }
                }
              }
            }
            """),
    ];

    /// <summary>The body of the curl line; no quotation mark in it ends the argument in a shell.</summary>
    public const string CurlBody = """{"query": "{ centers(first: 5) { totalCount nodes { displayName territoryText } } }"}""";
}
