using System.Text;
using System.Text.Json;

namespace CenterDirectory.GraphQL.Execution;

/// <summary>Writes the envelope of an answer (7.1): errors first, then data.</summary>
internal static class ResponseWriter
{
    /// <summary>An answer to a request that was not executed.</summary>
    public static GraphQLResponse RequestError(IReadOnlyList<GraphQLError> errors)
    {
        var json = new JsonBuffer(512);
        json.StartObject();
        WriteErrors(json, errors);
        json.EndObject();
        return new GraphQLResponse(json.Written, IsRequestError: true, errors);
    }

    /// <summary>An answer with data.</summary>
    public static GraphQLResponse Data(JsonBuffer data, IReadOnlyList<GraphQLError> errors, RequestCost? cost, EngineOptions limits)
    {
        var json = new JsonBuffer(data.Position + 32 + (errors.Count * 256));
        json.StartObject();
        if (errors.Count > 0)
        {
            WriteErrors(json, errors);
            json.Comma();
        }

        json.Raw("\"data\":"u8);
        json.Raw(data.Written.Span);
        if (cost is not null)
        {
            json.Comma();
            WriteCost(json, cost.Value, limits);
        }

        json.EndObject();
        return new GraphQLResponse(json.Written, IsRequestError: false, errors);
    }

    /// <summary>An answer that tells only what the request would cost.</summary>
    public static GraphQLResponse Cost(RequestCost cost, EngineOptions limits)
    {
        var json = new JsonBuffer(256);
        json.StartObject();
        WriteCost(json, cost, limits);
        json.EndObject();
        return new GraphQLResponse(json.Written, IsRequestError: false, []);
    }

    private static void WriteCost(JsonBuffer json, RequestCost cost, EngineOptions limits)
    {
        json.Raw("\"extensions\":{\"cost\":"u8);
        json.Raw(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["rows"] = cost.Rows,
            ["maxRows"] = limits.Rows,
            ["statements"] = cost.Statements,
            ["maxStatements"] = limits.Statements,
        }));
        json.EndObject();
    }

    private static void WriteErrors(JsonBuffer json, IReadOnlyList<GraphQLError> errors)
    {
        json.Raw("\"errors\":["u8);
        for (var i = 0; i < errors.Count; i++)
        {
            if (i > 0)
            {
                json.Comma();
            }

            WriteError(json, errors[i]);
        }

        json.EndArray();
    }

    private static void WriteError(JsonBuffer json, GraphQLError error)
    {
        json.StartObject();
        json.Name("message");
        json.String(error.Message);
        if (error.Locations.Count > 0)
        {
            json.Raw(",\"locations\":["u8);
            for (var i = 0; i < error.Locations.Count; i++)
            {
                json.Raw(Encoding.UTF8.GetBytes($"{(i > 0 ? "," : "")}{{\"line\":{error.Locations[i].Line},\"column\":{error.Locations[i].Column}}}"));
            }

            json.EndArray();
        }

        if (error.Path is not null)
        {
            json.Raw(",\"path\":"u8);
            json.Raw(JsonSerializer.SerializeToUtf8Bytes(error.Path));
        }

        json.Raw(",\"extensions\":{\"code\":"u8);
        json.String(error.Code);
        foreach (var (name, value) in error.Extensions ?? new Dictionary<string, object?>())
        {
            json.Comma();
            json.Name(name);
            json.Raw(JsonSerializer.SerializeToUtf8Bytes(value));
        }

        json.EndObject();
        json.EndObject();
    }
}
