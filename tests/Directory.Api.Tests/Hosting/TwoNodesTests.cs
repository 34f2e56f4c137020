using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Hosting;

/// <summary>Two processes on one database: what one of them has kept is not told once somebody has committed.</summary>
public sealed class TwoNodesTests
{
    private readonly SteppingClock clock = new();

    [Fact]
    public async Task Both_answer_anew_within_the_bound_after_a_commit_of_somebody_else()
    {
        await using var database = await PostgresDatabase.CreateMigratedAsync();
        await using var one = await StartAsync(database);
        await using var other = await StartAsync(database);
        await one.CommitRevisionAsync(1);
        HttpClient[] clients = [one.Client(), other.Client()];
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.All(await NewestAsync(clients), number => Assert.Equal(1, number));

        await one.CommitRevisionAsync(2);
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.All(await NewestAsync(clients), number => Assert.Equal(2, number));
    }

    private Task<HostedDirectory> StartAsync(PostgresDatabase database) => HostedDirectory.StartAsync(
        builder => builder.Services.AddSingleton<TimeProvider>(clock), $"--ConnectionStrings:Directory={database.ConnectionString}", "--Roles=api", "--Telemetry:Metrics=false");

    private static async Task<int[]> NewestAsync(HttpClient[] clients)
    {
        var numbers = new List<int>();
        foreach (var client in clients)
        {
            using var answer = await client.PostAsJsonAsync("/graphql", new { query = "{ revision { number } }" }, TestContext.Current.CancellationToken);
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
            numbers.Add(body.GetProperty("data").GetProperty("revision").GetProperty("number").GetInt32());
        }

        return [.. numbers];
    }
}
