using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.GraphQL.Tests.Data;

/// <summary>SQLite reads a level by the index of its foreign key: only rows of the parents, never a whole table.</summary>
public sealed class QueryPlanTests(LibraryFixture library)
{
    [Theory]
    [InlineData("{ libraries { nodes { books(first: 2, where: {pages: {gt: 1}}) { nodes { title } } } } }", "IX_Books_LibraryId")]
    [InlineData("{ libraries { nodes { books(first: 2) { totalCount } } } }", "IX_Books_LibraryId")]
    [InlineData("{ books { nodes { authors(first: 2) { nodes { name } } } } }", "IX_Authorship_BookId")]
    [InlineData("{ books { nodes { authors(first: 2) { totalCount } } } }", "IX_Authorship_BookId")]
    [InlineData("{ authors { nodes { books(first: 2) { nodes { title } } } } }", "IX_Authorship_AuthorId")]
    [InlineData("{ cities { nodes { libraries(first: 2) { nodes { name } } } } }", "IX_Libraries_CityId")]
    [InlineData("{ cities { nodes { libraries(first: 2) { totalCount } } } }", "IX_Libraries_CityId")]
    public async Task A_level_searches_by_its_foreign_key(string query, string index)
    {
        var answer = await library.AskAsync(query);

        var plan = await PlanOfAsync(answer.Sql[^1]);
        Assert.Contains(plan, step => step.Contains($"INDEX {index} ", StringComparison.Ordinal));
        var scanned = plan.Where(step => step.StartsWith("SCAN", StringComparison.Ordinal)).Where(step => !step.Contains("VIRTUAL TABLE", StringComparison.Ordinal));
        Assert.All(scanned, step => Assert.Matches("^SCAN (s0?|b[01]|a[0-9]|\\(subquery-[0-9]+\\))$", step));
    }

    private async Task<List<string>> PlanOfAsync(string sql)
    {
        using var scope = library.NewScope();
        var db = scope.ServiceProvider.GetRequiredService<LibraryDb>();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (var name in new[] { "@p0", "@p1", "@p2" }.Where(sql.Contains))
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, name == "@p0" ? "[1,2,3]" : 3);
            command.Parameters.Add(parameter);
        }

        var steps = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            steps.Add(reader.GetString(3));
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', steps));
        return steps;
    }
}
