using CenterDirectory.Importers.Resolving;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Operations;

/// <summary>Whoever kept the id or the slug of an entry that was joined into another is answered with that one, and again with the old one when they part.</summary>
public sealed class JoinedEntryTests
{
    private const string Manifest = """
        key: KEY
        title: KEY
        source: { file: KEY.csv, delimiter: ";" }
        record: Organization
        id-from: [id]
        map: { name: name }
        """;

    [Fact]
    public async Task Ids_and_slugs_of_a_joined_entry_answer_with_the_one_that_stands_for_it()
    {
        await using var directory = await OwnDirectory.CreateAsync();
        foreach (var (key, name) in new[] { ("a", "Клуб у реки"), ("b", "Речной клуб") })
        {
            directory.Write($"{key}.yaml", Manifest.Replace("KEY", key, StringComparison.Ordinal));
            directory.Write($"{key}.csv", $"id;name\n1;{name}\n");
        }

        await directory.ImportAsync();
        var before = await directory.DataAsync("""{ kept: organization(slug: "klub-u-reki") { id } joined: organization(slug: "rechnoj-klub") { id } }""");
        var (kept, joined) = (before.GetProperty("kept").GetProperty("id").GetString(), before.GetProperty("joined").GetProperty("id").GetString());
        var question = $$"""
            {
              node(id: "{{joined}}") { id ... on Organization { name } }
              nodes(ids: ["{{joined}}", "{{kept}}"]) { id }
              byId: organization(id: "{{joined}}") { id }
              bySlug: organization(slug: "rechnoj-klub") { id }
              own: organization(slug: "klub-u-reki") { id }
            }
            """;

        await JudgeAsync(directory, true);

        var answer = (await directory.DataAsync(question)).GetRawText();
        Assert.DoesNotContain($"\"{joined}\"", answer, StringComparison.Ordinal);
        Assert.Equal(6, answer.Split($"\"{kept}\"").Length - 1);

        await JudgeAsync(directory, null);

        Assert.Equal(4, (await directory.DataAsync(question)).GetRawText().Split($"\"{joined}\"").Length - 1);
    }

    private static Task<JudgementOutcome> JudgeAsync(OwnDirectory directory, bool? isSame) => directory.Services.GetRequiredService<MatchReview>()
        .JudgeAsync("Organization", new("a", "1"), new("b", "1"), isSame, null, TestContext.Current.CancellationToken);
}
