using System.Text;
using CenterDirectory.Api.OpenData.Dumps;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CenterDirectory.Api.Tests.Access;

/// <summary>A secret is nowhere but with its holder; who has keys and what they did is no open data.</summary>
public sealed class SecrecyTests
{
    private const string Label = "Ключ Тамары Ивановны";

    [Fact]
    public async Task No_secret_is_in_database_dumps_or_log()
    {
        using var log = new EverythingLog();
        await using var stage = await KeyStage.OpenAsync(builder =>
        {
            builder.Logging.ClearProviders().AddProvider(log);
            foreach (var category in new[] { "Default", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore" })
            {
                builder.Configuration[$"Logging:LogLevel:{category}"] = "Trace";
            }
        });
        var master = await stage.IssueOperatorAsync();
        var made = await stage.AskAsync(master, $$"""mutation { createKey(input: { label: "{{Label}}", role: OPERATOR, idempotencyKey: "a" }) { secret key { id } } }""");
        var secret = made.At("createKey.secret").GetString()!;
        var rotated = (await stage.AskAsync(master, $$"""mutation { rotateKey(input: { id: "{{made.At("createKey.key.id").GetString()}}", idempotencyKey: "b" }) { secret } }"""))
            .At("rotateKey.secret").GetString()!;
        await stage.StatusAsync(secret);
        await stage.StatusAsync(secret[..^1] + "!");
        await stage.AskAsync(secret, "{ nonsense }");
        await stage.Directory.Services.GetRequiredService<DumpPublisher>().PublishAsync(null, TestContext.Current.CancellationToken);

        var files = System.IO.Directory.EnumerateFiles(stage.Directory.Folder, "*", SearchOption.AllDirectories).ToList();
        Assert.Contains(files, file => file.EndsWith("centers.ndjson.gz", StringComparison.Ordinal) || file.EndsWith("centers.ndjson", StringComparison.Ordinal));
        var texts = files.Select(file => (File: file, Text: Encoding.UTF8.GetString(ReadShared(file)))).Append((File: "log", log.Text)).ToList();
        Assert.Contains("AccessSecrets", log.Text, StringComparison.Ordinal);
        // The body of the secret alone would do as well.
        foreach (var sought in new[] { master, secret, rotated }.SelectMany(known => new[] { known, known[3..46] }))
        {
            Assert.All(texts, text => Assert.DoesNotContain(sought, text.Text, StringComparison.Ordinal));
        }

        Assert.DoesNotContain(Label, log.Text, StringComparison.Ordinal);
        Assert.All(texts.Where(text => text.File.Contains("/dumps/", StringComparison.Ordinal)), text =>
        {
            Assert.DoesNotContain(Label, text.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Access", text.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Audit", text.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Keys_are_no_entries_of_the_directory()
    {
        await using var stage = await KeyStage.OpenAsync();
        var before = (await stage.Directory.DataAsync("{ revision { number } }")).GetRawText();
        var master = await stage.IssueOperatorAsync();
        var id = (await stage.AskAsync(master, "{ viewer { id } }")).At("viewer.id").GetString();

        Assert.Equal(before, (await stage.Directory.DataAsync("{ revision { number } }")).GetRawText());
        Assert.Equal("""{"node":null}""", (await stage.Directory.DataAsync("query($id: ID!) { node(id: $id) { id } }", new { id })).GetRawText());
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
