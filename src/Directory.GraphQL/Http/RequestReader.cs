using System.Text.Json;
using CenterDirectory.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace CenterDirectory.GraphQL.Http;

/// <summary>Reads a request from an HTTP body: never more than the limit, and nothing that is not one JSON object.</summary>
internal static class RequestReader
{
    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 32 };

    /// <summary>The request, or what is wrong with it.</summary>
    public static async Task<(GraphQLRequest? Request, GraphQLError? Problem)> ReadAsync(HttpRequest http, int maximumBytes, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var buffer = new byte[8192];
        int read;
        while ((read = await http.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > maximumBytes)
            {
                var refusal = Limits.Exceeded("bytes", http.ContentLength ?? body.Length + read, maximumBytes, "The body is too large");
                return (null, new GraphQLError(refusal.Message, refusal.Code, [], Extensions: refusal.Extensions));
            }

            body.Write(buffer, 0, read);
        }

        try
        {
            return Parse(body.ToArray());
        }
        catch (JsonException error)
        {
            return (null, Bad($"The body is not valid JSON (line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1})."));
        }
    }

    private static (GraphQLRequest?, GraphQLError?) Parse(byte[] body)
    {
        var document = JsonDocument.Parse(body, Json);
        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Array)
        {
            return (null, Bad("Batches of requests are not supported; send each request by itself."));
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            return (null, Bad("The body must be a JSON object with the member query."));
        }

        if (!root.TryGetProperty("query", out var query) || query.ValueKind != JsonValueKind.String)
        {
            return (null, Bad("The member query must be a string with a GraphQL document."));
        }

        var (name, isNameValid) = Optional(root, "operationName", JsonValueKind.String);
        var (variables, areVariablesValid) = Optional(root, "variables", JsonValueKind.Object);
        var (_, areExtensionsValid) = Optional(root, "extensions", JsonValueKind.Object);
        if (!isNameValid || !areVariablesValid || !areExtensionsValid)
        {
            var wrong = !isNameValid ? "operationName must be a string" : !areVariablesValid ? "variables must be an object" : "extensions must be an object";
            return (null, Bad($"The member {wrong}, null or absent."));
        }

        return (new GraphQLRequest(query.GetString()!, name?.GetString(), variables), null);
    }

    private static (JsonElement? Value, bool IsValid) Optional(JsonElement root, string name, JsonValueKind kind) =>
        !root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null
            ? (null, true)
            : (value, value.ValueKind == kind);

    private static GraphQLError Bad(string message) => new(message, ErrorCodes.BadRequest, []);
}
