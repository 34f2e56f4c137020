namespace CenterDirectory.Api.Tests.Commands;

/// <summary>What an operator does at the console with records that may be of one entry, and with organizations that may be centers.</summary>
public sealed class MatchesCommandTests : IDisposable
{
    private const string Registry = """
        key: registry
        title: Реестр
        grace-runs: 0
        priority: 70
        source: { file: registry.csv, delimiter: ";" }
        record: Organization
        id-from: [id]
        map: { name: Название, ogrn: ogrn, territoryText: Место }
        """;

    private readonly CommandProcess command = new();

    public MatchesCommandTests()
    {
        command.Feeds = Path.Combine(command.Folder, "feeds");
        command.Write("feeds/registry.yaml", Registry);
        command.Write("feeds/grants.yaml", Registry.Replace("registry", "grants", StringComparison.Ordinal).Replace("priority: 70", "priority: 30", StringComparison.Ordinal));
        command.Write("feeds/registry.csv", "id;Название;ogrn;Место\n1;АНО «Казачий круг»;1025501246814;Омская область\n2;АНО «Ресурсный центр поддержки НКО»;;Омская область\n");
        command.Write("feeds/grants.csv", "id;Название;ogrn;Место\n7;Фонд «Мамина радость»;1025501246814;Омская область\n");
    }

    public void Dispose() => command.Dispose();

    [Fact]
    public async Task A_conflict_is_listed_joined_by_a_person_and_parted_again()
    {
        await command.RunAsync("import", "registry");
        await command.RunAsync("import", "grants");
        Assert.Contains("Another source states the same number", (await command.RunAsync("import", "issues", "2")).Output, StringComparison.Ordinal);

        var list = await command.RunAsync("matches", "list");
        Assert.Contains("conflict: same ОГРН; names differ", list.Output, StringComparison.Ordinal);
        Assert.Contains("grants:7  Фонд «Мамина радость»", list.Output, StringComparison.Ordinal);

        Assert.Equal(0, (await command.RunAsync("matches", "same", "grants:7", "registry:1", "--why", "переименован")).ExitCode);
        Assert.Equal(2L, Organizations());
        Assert.Contains("joined, judged by a person", (await command.RunAsync("matches", "show", "grants:7")).Output, StringComparison.Ordinal);
        Assert.Equal("", (await command.RunAsync("matches", "list")).Output.Trim());

        // The judgement is about records, not about rows of entries: a new import changes nothing about it.
        command.Write("feeds/grants.csv", "id;Название;ogrn;Место\n7;Фонд «Мамина радость»;1025501246814;Омск\n");
        await command.RunAsync("import", "grants");
        Assert.Equal(2L, Organizations());

        Assert.Equal(0, (await command.RunAsync("matches", "undo", "registry:1", "grants:7")).ExitCode);
        Assert.Equal(3L, Organizations());
        Assert.Equal(0, (await command.RunAsync("matches", "different", "registry:1", "grants:7")).ExitCode);
        Assert.Contains("apart, judged by a person", (await command.RunAsync("matches", "list", "--judged")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_judged_is_refused()
    {
        await command.RunAsync("import", "registry");

        Assert.Equal(2, (await command.RunAsync("matches", "same", "registry:1", "registry:2")).ExitCode);
        Assert.Equal(2, (await command.RunAsync("matches", "same", "registry:1", "grants:7")).ExitCode);
        Assert.Equal(2, (await command.RunAsync("matches", "same", "registry", "grants:7")).ExitCode);
        Assert.Equal(2, (await command.RunAsync("matches", "undo", "registry:1", "grants:7")).ExitCode);
    }

    [Fact]
    public async Task A_center_is_proposed_and_comes_into_the_directory_only_when_accepted()
    {
        await command.RunAsync("import", "registry");

        var proposed = await command.RunAsync("centers", "candidates");
        Assert.Contains("registry:2  АНО «Ресурсный центр поддержки НКО» (Омская область)  [resource-center]", proposed.Output, StringComparison.Ordinal);
        Assert.Equal(0L, Centers());

        Assert.Equal(0, (await command.RunAsync("centers", "accept", "registry:2", "--name", "Ресурсный центр Прииртышья")).ExitCode);
        Assert.Equal(
            "Ресурсный центр Прииртышья|АНО «Ресурсный центр поддержки НКО»",
            DatabaseDump.Scalar(command.DatabaseFile, "SELECT c.Name || '|' || o.Name FROM Centers AS c JOIN Organizations AS o ON o.Id = c.OperatorId"));
        Assert.Equal("", (await command.RunAsync("centers", "candidates")).Output.Trim());
        Assert.Contains("registry:2  center", (await command.RunAsync("centers", "decided")).Output, StringComparison.Ordinal);

        await command.RunAsync("import", "registry");
        Assert.Equal(1L, Centers());

        Assert.Equal(0, (await command.RunAsync("centers", "reject", "registry:2", "--why", "это проект")).ExitCode);
        Assert.Equal(0L, Centers());
        Assert.Equal("", (await command.RunAsync("centers", "candidates")).Output.Trim());
        Assert.Equal(0, (await command.RunAsync("centers", "undo", "registry:2")).ExitCode);
        Assert.Contains("registry:2", (await command.RunAsync("centers", "candidates")).Output, StringComparison.Ordinal);
        Assert.Equal(2, (await command.RunAsync("centers", "accept", "registry:99")).ExitCode);
    }

    private long Organizations() => (long)DatabaseDump.Scalar(command.DatabaseFile, "SELECT COUNT(*) FROM Organizations")!;

    private long Centers() => (long)DatabaseDump.Scalar(command.DatabaseFile, "SELECT COUNT(*) FROM Centers")!;
}
