using System.Text.Json;
using System.Text.Json.Serialization;
using CenterDirectory.Api.Embedding.Choices;
using CenterDirectory.GraphQL;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Embedding.Twins;

/// <summary>Asks the documents of the widgets, so that a page without script shows what the widget would.</summary>
internal sealed class TwinReader(GraphQLEngine engine, IServiceScopeFactory scopes, TimeProvider clock)
{
    private const int MonthsAhead = 6;
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) } };
    private static readonly Dictionary<string, string> Documents = WidgetDocuments.All.ToDictionary(document => document.Name, document => document.Text);

    /// <summary>Today, for what is still to come. The day is that of UTC; the widget takes the visitor's.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>A page of centers, or what the words find; null if there is no such territory.</summary>
    public async Task<CentersAnswer?> CentersAsync(WidgetChoice choice, CancellationToken cancellationToken)
    {
        if (choice.Text is not { Length: > 1 } text)
        {
            return await AskAsync<CentersAnswer>("centers", Centers(choice), cancellationToken);
        }

        var found = await AskAsync<SearchAnswer>(
            "search", new() { ["locale"] = Locale(choice), ["territory"] = choice.Territory, ["support"] = Some(choice.Support), ["text"] = text }, cancellationToken);
        List<CenterItem> centers = [.. found!.Search.Nodes.Where(center => Fits(center, choice))];
        return new CentersAnswer(null, new CenterPage(centers.Count, centers, null), found.Revision);
    }

    /// <summary>A page of events from today on; null if there is no such territory.</summary>
    public Task<EventsAnswer?> EventsAsync(WidgetChoice choice, CancellationToken cancellationToken) => AskAsync<EventsAnswer>("events", new()
    {
        ["locale"] = Locale(choice), ["territory"] = choice.Territory, ["place"] = choice.Territory ?? "-", ["isPlaced"] = choice.Territory is not null,
        ["kinds"] = Some(choice.EventKind), ["audiences"] = Some(choice.Audience), ["centers"] = choice.Center is null ? null : new[] { choice.Center },
        ["from"] = Today, ["to"] = Today.AddMonths(MonthsAhead), ["first"] = choice.PageSize, ["after"] = choice.After,
    }, cancellationToken);

    /// <summary>One center; null if there is none.</summary>
    public async Task<CenterItem?> CenterAsync(WidgetChoice choice, CancellationToken cancellationToken) =>
        (await AskAsync<CenterAnswer>(
            "center", new() { ["locale"] = Locale(choice), ["slug"] = choice.Center, ["from"] = Today, ["to"] = Today.AddYears(1) }, cancellationToken))!.Center;

    private static Dictionary<string, object?> Centers(WidgetChoice choice) => new()
    {
        ["locale"] = Locale(choice), ["territory"] = choice.Territory, ["place"] = choice.Territory ?? "-", ["isPlaced"] = choice.Territory is not null,
        ["support"] = Some(choice.Support), ["audiences"] = Some(choice.Audience), ["levels"] = Some(choice.Level), ["statuses"] = Some(choice.Status),
        ["first"] = choice.PageSize, ["after"] = choice.After,
    };

    /// <summary>The answer to a document; null if it asks for a territory that does not exist, which is all that a choice can have wrong.</summary>
    private async Task<T?> AskAsync<T>(string document, Dictionary<string, object?> variables, CancellationToken cancellationToken)
        where T : class
    {
        await using var scope = scopes.CreateAsyncScope();
        var request = new GraphQLRequest(Documents[document], null, JsonSerializer.SerializeToElement(variables));
        using var response = await engine.ExecuteAsync(request, scope.ServiceProvider, cancellationToken);
        using var answer = JsonDocument.Parse(response.Body);
        if (response.Errors.Count > 0 && response.Errors.All(error => error.Code == ErrorCodes.CursorInvalid) && variables.ContainsKey("after"))
        {
            // A cursor of another list, or of another day: the list from its start is what the reader can use.
            return await AskAsync<T>(document, variables.Where(variable => variable.Key != "after").ToDictionary(), cancellationToken);
        }

        if (response.Errors.Count > 0 && response.Errors.All(error => error.Code == ErrorCodes.BadUserInput) && variables.GetValueOrDefault("territory") is not null)
        {
            return null;
        }

        if (response.Errors.Count > 0)
        {
            throw new InvalidOperationException($"{document}: {response.Errors[0].Message}");
        }

        return answer.RootElement.GetProperty("data").Deserialize<T>(Names)!;
    }

    private static string Locale(WidgetChoice choice) => choice.Language.Code.ToUpperInvariant();

    private static IReadOnlyList<string>? Some(IReadOnlyList<string> values) => values.Count == 0 ? null : values;

    private static bool Fits(CenterItem center, WidgetChoice choice) =>
        AnyOf(choice.Audience, center.Audiences) && AnyOf(choice.Level, [center.Level]) && AnyOf(choice.Status, [center.Status]);

    private static bool AnyOf<TEnum>(IReadOnlyList<string> wanted, IEnumerable<TEnum> values)
        where TEnum : struct, Enum =>
        wanted.Count == 0 || values.Any(value => wanted.Contains(Naming.EnumValue(value.ToString())));
}
