namespace CenterDirectory.Api.Tests.Commands;

/// <summary>What an operator does at the console with keys; the first key comes from nowhere else.</summary>
public sealed class KeysCommandTests : IDisposable
{
    private readonly CommandProcess command = new();

    public KeysCommandTests()
    {
        command.Feeds = Path.Combine(command.Folder, "feeds");
        command.Write("feeds/centers.yaml", "key: centers\ntitle: Центры\nsource: { file: centers.csv }\nrecord: Center\nid-from: [id]\nmap: { slug: id, name: name }\n");
        command.Write("feeds/centers.csv", "id,name\nsvoj,Свой\n");
    }

    public void Dispose() => command.Dispose();

    [Fact]
    public async Task Keys_are_made_listed_rotated_and_revoked()
    {
        await command.RunAsync("import", "centers");

        var made = await command.RunAsync("keys", "create", "--label", "Оператор", "--role", "operator", "--until", "2099-12-31", "--Access:MaximumDays", "36500");
        Assert.Equal(0, made.ExitCode);
        Assert.Matches("^cd_[0-9A-Za-z]{49}\r?\n$", made.Output);
        Assert.Contains("Key 1. The secret is shown this once", made.Errors, StringComparison.Ordinal);
        Assert.Equal(0, (await command.RunAsync("keys", "create", "--label", "Редактор", "--role", "editor", "--center", "svoj")).ExitCode);

        var rotated = await command.RunAsync("keys", "rotate", "1");
        Assert.Matches("^cd_[0-9A-Za-z]{49}\r?\n$", rotated.Output);
        Assert.NotEqual(made.Output, rotated.Output);
        Assert.Equal(3L, DatabaseDump.Scalar(command.DatabaseFile, "SELECT COUNT(*) FROM AccessSecrets"));

        var revoked = await command.RunAsync("keys", "revoke", "1");
        Assert.Equal((0, ""), (revoked.ExitCode, revoked.Output));
        var list = (await command.RunAsync("keys", "list")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("2  editor  «Редактор»  svoj  until ", list[0], StringComparison.Ordinal);
        Assert.Equal("1  operator  «Оператор»  revoked, never used", list[1].TrimEnd());

        var audit = (await command.RunAsync("keys", "audit")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["revokeKey  AccessKey:1", "rotateKey  AccessKey:1", "createKey  AccessKey:2", "createKey  AccessKey:1"], audit.Select(line => line.Split("console  ")[1].TrimEnd()));
    }

    [Theory]
    [InlineData("A coordinator needs either a network or a territory", "create", "--label", "Сеть", "--role", "coordinator")]
    [InlineData("There is no center 'nowhere' in the directory.", "create", "--label", "Имя", "--role", "editor", "--center", "nowhere")]
    [InlineData("--label", "create", "--role", "operator")]
    [InlineData("boss", "create", "--label", "Имя", "--role", "boss")]
    [InlineData("'tomorrow' is no day", "create", "--label", "Имя", "--role", "operator", "--until", "tomorrow")]
    [InlineData("There is no such object", "revoke", "7")]
    [InlineData("A key is named by its number", "rotate", "seven")]
    public async Task What_cannot_be_done_is_refused(string reason, params string[] arguments)
    {
        var refused = await command.RunAsync(["keys", .. arguments]);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(reason, refused.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("cd_", refused.Text, StringComparison.Ordinal);
    }
}
