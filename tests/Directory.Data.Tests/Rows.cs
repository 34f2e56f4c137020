using System.Text.Json;
using System.Text.Json.Serialization;

namespace CenterDirectory.Data.Tests;

/// <summary>Rows of a query as lines of a snapshot.</summary>
internal static class Rows
{
    private static readonly JsonSerializerOptions Compact = new(DirectoryJson.Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    public static string Write<T>(IEnumerable<T> rows) => string.Join('\n', rows.Select(row => "-- " + JsonSerializer.Serialize(row, Compact)));
}
