using System.Text.Json;
using CenterDirectory.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace CenterDirectory.GraphQL.Http;

/// <summary>Reads the parameters of a request from a JSON body or from a query string: never more than the limit, and nothing of the wrong kind.</summary>
internal static class RequestReader
{
    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 32 };

    /// <summary>The parameters in a body, or what is wrong with it.</summary>
    public static async Task<(HttpGraphQLRequest? Request, GraphQLError? Problem)> ReadBodyAsync(HttpRequest http, int maximumBytes, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var buffer = new byte[8192];
        int read;
        while ((read = await http.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > maximumBytes)
            {
                return (null, TooLarge(http.ContentLength ?? body.Length + read, maximumBytes));
            }

            body.Write(buffer, 0, read);
        }

        return body.Length == 0
            ? (null, Bad("The body is empty; send a JSON object with the member query."))
            : Parsed(() => OfObject(JsonDocument.Parse(body.GetBuffer().AsMemory(0, (int)body.Length), Json).RootElement), "The body");
    }

    /// <summary>The parameters in a query string, or what is wrong with it.</summary>
    public static (HttpGraphQLRequest? Request, GraphQLError? Problem) ReadQueryString(HttpRequest http, int maximumBytes)
    {
        if (http.QueryString.Value?.Length > maximumBytes)
        {
            return (null, TooLarge(http.QueryString.Value.Length, maximumBytes));
        }

        return Parsed(
            () =>
            {
                var (variables, areVariablesValid) = Member("variables");
                var (extensions, areExtensionsValid) = Member("extensions");
                return !areVariablesValid ? (null, Bad("The parameter variables must be a JSON object."))
                    : !areExtensionsValid ? (null, Bad("The parameter extensions must be a JSON object."))
                    : Checked(new HttpGraphQLRequest(Text("query"), Text("documentId"), Text("operationName"), variables, extensions));
            },
            "A parameter");

        string? Text(string name) => http.Query.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;

        (JsonElement?, bool) Member(string name)
        {
            if (string.IsNullOrEmpty(Text(name)))
            {
                return (null, true);
            }

            var value = JsonDocument.Parse(Text(name)!, Json).RootElement;
            return value.ValueKind == JsonValueKind.Null ? (null, true) : (value, value.ValueKind == JsonValueKind.Object);
        }
    }

    /// <summary>An error of the request as HTTP carries it.</summary>
    public static GraphQLError Bad(string message) => new(message, ErrorCodes.BadRequest, []);

    private static (HttpGraphQLRequest?, GraphQLError?) OfObject(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            return (null, Bad("Batches of requests are not supported; send each request by itself."));
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            return (null, Bad("The body must be a JSON object with the member query."));
        }

        var (query, isQueryValid) = Optional(root, "query", JsonValueKind.String);
        var (id, isIdValid) = Optional(root, "documentId", JsonValueKind.String);
        var (name, isNameValid) = Optional(root, "operationName", JsonValueKind.String);
        var (variables, areVariablesValid) = Optional(root, "variables", JsonValueKind.Object);
        var (extensions, areExtensionsValid) = Optional(root, "extensions", JsonValueKind.Object);
        var wrong = !isQueryValid ? "query must be a string with a GraphQL document"
            : !isIdValid ? "documentId must be a string"
            : !isNameValid ? "operationName must be a string"
            : !areVariablesValid ? "variables must be an object"
            : !areExtensionsValid ? "extensions must be an object"
            : null;
        return wrong is null
            ? Checked(new HttpGraphQLRequest(query?.GetString(), id?.GetString(), name?.GetString(), variables, extensions))
            : (null, Bad($"The member {wrong}, null or absent."));
    }

    private static (HttpGraphQLRequest?, GraphQLError?) Checked(HttpGraphQLRequest request) =>
        string.IsNullOrEmpty(request.Query) && string.IsNullOrEmpty(request.DocumentId) && request.Extensions is null
            ? (null, Bad("There is no document: send query, or the documentId of a document that this server knows."))
            : (request, null);

    private static (JsonElement? Value, bool IsValid) Optional(JsonElement root, string name, JsonValueKind kind) =>
        !root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null
            ? (null, true)
            : (value, value.ValueKind == kind);

    private static (HttpGraphQLRequest?, GraphQLError?) Parsed(Func<(HttpGraphQLRequest?, GraphQLError?)> parse, string what)
    {
        try
        {
            return parse();
        }
        catch (JsonException error)
        {
            return (null, Bad($"{what} is not valid JSON (line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1})."));
        }
        catch (InvalidOperationException)
        {
            return (null, Bad($"{what} holds a string that is not valid Unicode."));
        }
    }

    private static GraphQLError TooLarge(long actual, int maximum)
    {
        var refusal = Limits.Exceeded("bytes", actual, maximum, "The request is too large");
        return new GraphQLError(refusal.Message, refusal.Code, [], Extensions: refusal.Extensions);
    }
}
