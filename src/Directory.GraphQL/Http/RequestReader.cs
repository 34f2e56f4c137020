using System.Text.Json;
using System.Text.Unicode;
using CenterDirectory.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace CenterDirectory.GraphQL.Http;

/// <summary>Why the parameters of a request could not be read.</summary>
/// <param name="Error">The error.</param>
/// <param name="Status">Status of the answer, whatever its media type.</param>
internal sealed record ReadProblem(GraphQLError Error, int Status = StatusCodes.Status400BadRequest);

/// <summary>Reads the parameters of a request from a JSON body or from a query string: never more than the limit, and nothing of the wrong kind.</summary>
internal static class RequestReader
{
    private const int MaximumDepth = 32;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaximumDepth };

    /// <summary>The parameters in a body, or what is wrong with it.</summary>
    public static (HttpGraphQLRequest? Request, ReadProblem? Problem) ReadBody(ReadOnlyMemory<byte> body)
    {
        if (body.Length == 0)
        {
            return (null, Wrong("The body is empty; send a JSON object with the member query."));
        }

        var (json, problem) = Parse(body, "The body");
        return json is { } root ? OfObject(root) : (null, problem);
    }

    /// <summary>The parameters in a query string, or what is wrong with it.</summary>
    public static (HttpGraphQLRequest? Request, ReadProblem? Problem) ReadQueryString(HttpRequest http)
    {
        var (variables, wrongVariables) = Member("variables");
        var (extensions, wrongExtensions) = Member("extensions");
        var problem = wrongVariables ?? wrongExtensions;
        return problem is null ? Checked(new HttpGraphQLRequest(Text("query"), Text("documentId"), Text("operationName"), variables, extensions)) : (null, problem);

        string? Text(string name) => http.Query.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;

        (JsonElement?, ReadProblem?) Member(string name)
        {
            if (Text(name) is not { Length: > 0 } text)
            {
                return (null, null);
            }

            var (json, problem) = Parse(System.Text.Encoding.UTF8.GetBytes(text), $"The parameter {name}");
            return json switch
            {
                null => (null, problem),
                { ValueKind: JsonValueKind.Null } => (null, null),
                { ValueKind: JsonValueKind.Object } => (json, null),
                _ => (null, Wrong($"The parameter {name} must be a JSON object.")),
            };
        }
    }

    /// <summary>An error of the request as HTTP carries it.</summary>
    public static GraphQLError Bad(string message) => new(message, ErrorCodes.BadRequest, []);

    /// <summary>A limit as an error of the request.</summary>
    public static GraphQLError Refusal(GraphQLException refusal) => new(refusal.Message, refusal.Code, [], Extensions: refusal.Extensions);

    private static (JsonElement?, ReadProblem?) Parse(ReadOnlyMemory<byte> text, string what)
    {
        if (!Utf8.IsValid(text.Span))
        {
            return (null, Wrong($"{what} is not valid UTF-8."));
        }

        try
        {
            var root = JsonDocument.Parse(text, Options).RootElement;
            // Only an escape can still be half of a character.
            return text.Span.IndexOf("\\u"u8) >= 0 && !IsUnicode(root) ? (null, Wrong($"{what} holds a string that is not valid Unicode.")) : (root, null);
        }
        catch (JsonException error)
        {
            return (null, DepthOf(text.Span) is > MaximumDepth and var depth
                ? TooDeep(what, depth)
                : Wrong($"{what} is not valid JSON (line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1})."));
        }
    }

    /// <summary>How deep JSON is nested, as far as it is JSON.</summary>
    private static int DepthOf(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = int.MaxValue });
        var deepest = 0;
        try
        {
            while (reader.Read())
            {
                deepest = Math.Max(deepest, reader.CurrentDepth + (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject ? 1 : 0));
            }
        }
        catch (JsonException)
        {
            // Not JSON to its end: what was read until here counts.
        }

        return deepest;
    }

    private static bool IsUnicode(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString() is not null,
                JsonValueKind.Array => value.EnumerateArray().All(IsUnicode),
                JsonValueKind.Object => value.EnumerateObject().All(member => member.Name is not null && IsUnicode(member.Value)),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static (HttpGraphQLRequest?, ReadProblem?) OfObject(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            return (null, Wrong("Batches of requests are not supported; send each request by itself."));
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            return (null, Wrong("The body must be a JSON object with the member query."));
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
            : (null, Wrong($"The member {wrong}, null or absent."));
    }

    private static (HttpGraphQLRequest?, ReadProblem?) Checked(HttpGraphQLRequest request) =>
        string.IsNullOrEmpty(request.Query) && string.IsNullOrEmpty(request.DocumentId) && request.Extensions is null
            ? (null, Wrong("There is no document: send query, or the documentId of a document that this server knows."))
            : (request, null);

    private static (JsonElement? Value, bool IsValid) Optional(JsonElement root, string name, JsonValueKind kind) =>
        !root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null
            ? (null, true)
            : (value, value.ValueKind == kind);

    private static ReadProblem Wrong(string message) => new(Bad(message));

    private static ReadProblem TooDeep(string what, int depth) => new(Refusal(Limits.Exceeded("jsonDepth", depth, MaximumDepth, $"{what} is nested too deeply")));
}
