using System.Text;
using System.Text.Json;

namespace CenterDirectory.GraphQL.Execution;

/// <summary>Writes the envelope of an answer (7.1): errors first, then data.</summary>
internal static class ResponseWriter
{
    private static ReadOnlySpan<byte> Data => "{\"data\":"u8;

    /// <summary>An answer to a request that was not executed.</summary>
    public static GraphQLResponse RequestError(IReadOnlyList<GraphQLError> errors)
    {
        var json = new JsonBuffer(512);
        json.StartObject();
        WriteErrors(json, errors);
        json.EndObject();
        return new GraphQLResponse(json, isRequestError: true, errors);
    }

    /// <summary>Begins an answer with data; the data are written next.</summary>
    public static JsonBuffer BeginData()
    {
        var json = new JsonBuffer();
        json.Raw(Data);
        return json;
    }

    /// <summary>Ends an answer whose data have been written.</summary>
    public static GraphQLResponse EndData(JsonBuffer json, IReadOnlyList<GraphQLError> errors, RequestCost? cost, EngineOptions limits)
    {
        if (errors.Count > 0)
        {
            json = WithErrors(json, errors);
        }

        if (cost is not null)
        {
            json.Comma();
            WriteCost(json, cost.Value, limits);
        }

        json.EndObject();
        return new GraphQLResponse(json, isRequestError: false, errors);
    }

    /// <summary>Errors stand first, but are known last.</summary>
    private static JsonBuffer WithErrors(JsonBuffer data, IReadOnlyList<GraphQLError> errors)
    {
        var json = new JsonBuffer(data.Position + 32 + (errors.Count * 256));
        json.StartObject();
        WriteErrors(json, errors);
        json.Comma();
        json.Raw(data.Written.Span[1..]);
        data.Dispose();
        return json;
    }

    /// <summary>An answer that tells only what the request would cost.</summary>
    public static GraphQLResponse Cost(RequestCost cost, EngineOptions limits)
    {
        var json = new JsonBuffer(256);
        json.StartObject();
        WriteCost(json, cost, limits);
        json.EndObject();
        return new GraphQLResponse(json, isRequestError: false, []);
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
