using System.Text.RegularExpressions;
using CenterDirectory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests;

/// <summary>How SQLite would run a statement.</summary>
internal static partial class QueryPlan
{
    /// <summary>The steps of its plan; values do not matter for it.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(IServiceProvider services, string sql)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DirectoryDb>();
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (var name in Parameter().Matches(sql).Select(match => match.Value).Distinct())
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, "[1]");
            command.Parameters.Add(parameter);
        }

        var steps = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            steps.Add(reader.GetString(3));
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', [sql, .. steps]));
        return steps;
    }

    [GeneratedRegex("@[a-z0-9_]+")]
    private static partial Regex Parameter();
}
