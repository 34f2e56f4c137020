using System.Text.Json;
using CenterDirectory.Api.Commands;
using CenterDirectory.Api.Hosting;
using CenterDirectory.Data;
using CenterDirectory.Importers;
using CenterDirectory.Importers.Scheduling;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Schema;

/// <summary>Revisions as they are told to listeners, while another process imports.</summary>
public sealed class SubscriptionTests : IAsyncLifetime
{
    private const string Manifest = """
        key: invented
        title: Придуманные центры
        publisher: { name: Испытатели, url: https://example.org/, licence: CC0 }
        grace-runs: 0
        tables:
          - source: { file: territories.csv }
            record: Territory
            id-from: [code]
            map: { code: code, name: name, kind: { const: REGION } }
          - source: { file: centers.csv }
            record: Center
            id-from: [id]
            map: { slug: id, name: name, territory: territory }
          - source: { file: services.csv }
            record: Service
            id-from: [id]
            map: { slug: id, name: name, center: center }
        expect: { removed-at-most: 100% }
        """;

    private const string Centers = "id,name,territory\nfirst,Первый,27\nsecond,Второй,55\n";
    private const string Services = "id,name,center\nadvice,Советы,first\n";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("center-directory-");
    private readonly HttpClient client = new();
    private WebApplication? app;

    public async ValueTask InitializeAsync()
    {
        Write("invented.yaml", Manifest);
        Write("territories.csv", "code,name\n27,Хабаровский край\n55,Омская область\n");
        Write("centers.csv", Centers);
        Write("services.csv", Services);
        app = DirectoryHost.BuildServer([.. Settings, "--urls=http://127.0.0.1:0"]);
        await app.Services.GetRequiredService<DirectoryMigrator>().MigrateAsync(CancellationToken.None);
        await app.StartAsync();
        client.BaseAddress = new Uri(app.Urls.Single());
        await app.Services.GetRequiredService<FirstImport>().Ended.WaitAsync(Patience);
        Assert.Empty(app.Services.GetRequiredService<FeedCatalog>().Problems);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (app is not null)
        {
            await app.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task An_import_of_another_process_is_told_to_who_wants_to_know()
    {
        using var all = await ListenAsync("changed { number changeCount run { status source { key } issues(first: 1) { nodes { code } } } }");
        using var centers = await ListenAsync("changed(types: [CENTER]) { number }");
        using var services = await ListenAsync("changed(types: [SERVICE, EVENT]) { number }");
        using var omsk = await ListenAsync("changed(territory: \"55\") { number }");
        using var khabarovsk = await ListenAsync("changed(territory: \"27\", types: [CENTER]) { number }");

        Write("centers.csv", Centers.Replace("Второй", "Вторая", StringComparison.Ordinal));
        await ImportAsync();
        Assert.Equal(
            """{"changed":{"number":2,"changeCount":1,"run":{"status":"APPLIED","source":{"key":"invented"},"issues":{"nodes":[]}}}}""", await all.NextAsync());
        Assert.Equal("""{"changed":{"number":2}}""", await centers.NextAsync());
        Assert.Equal("""{"changed":{"number":2}}""", await omsk.NextAsync());

        Write("services.csv", Services.Replace("Советы", "Добрые советы", StringComparison.Ordinal));
        await ImportAsync();
        Assert.Contains("\"number\":3", await all.NextAsync(), StringComparison.Ordinal);
        Assert.Equal("""{"changed":{"number":3}}""", await services.NextAsync());

        // Removed, it is nowhere any more: each territory is told.
        Write("centers.csv", Centers.Split("second", StringSplitOptions.None)[0]);
        await ImportAsync();
        Assert.Contains("\"number\":4", await all.NextAsync(), StringComparison.Ordinal);
        Assert.Equal("""{"changed":{"number":4}}""", await centers.NextAsync());
        Assert.Equal("""{"changed":{"number":4}}""", await omsk.NextAsync());
        Assert.Equal("""{"changed":{"number":4}}""", await khabarovsk.NextAsync());
    }

    [Fact]
    public async Task A_territory_that_does_not_exist_is_an_error()
    {
        using var listening = await ListenAsync("changed(territory: \"nowhere\") { number }", isRefused: true);

        var answer = await listening.AnswerAsync();

        Assert.Equal("BAD_USER_INPUT", answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    private string[] Settings =>
    [
        $"--ConnectionStrings:Directory=Data Source={Path.Combine(folder.FullName, "directory.db")}",
        $"--Feeds:Paths:0={folder.FullName}", "--Dumps:Path=",
        "--Logging:LogLevel:Default=Warning",
    ];

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder.FullName, name), text);

    /// <summary>Imports as the command does: a host of its own, which shares the database alone.</summary>
    private async Task ImportAsync()
    {
        await using var other = CommandHost.Build(Settings);
        var manifest = other.Services.GetRequiredService<FeedCatalog>().Manifests.Single();
        var outcome = await other.Services.GetRequiredService<ImportPipeline>()
            .RunAsync(manifest, new ImportOptions(), progress: null, TestContext.Current.CancellationToken);
        Assert.True(outcome.IsSuccess, outcome.Reason?.En);
    }

    private async Task<Listener> ListenAsync(string field, bool isRefused = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString($"subscription {{ {field} }}")}");
        request.Headers.Accept.ParseAdd("text/event-stream");
        var listening = app!.Services.GetRequiredService<RevisionWatch>().Listening;
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        while (!isRefused && app.Services.GetRequiredService<RevisionWatch>().Listening == listening)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        return new Listener(response, new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)));
    }

    /// <summary>The client's end of a stream.</summary>
    private sealed record Listener(HttpResponseMessage Response, StreamReader Reader) : IDisposable
    {
        /// <summary>The data of the next answer.</summary>
        public async Task<string> NextAsync()
        {
            var answer = await AnswerAsync();
            return answer.TryGetProperty("data", out var data) ? data.GetRawText() : answer.GetRawText();
        }

        /// <summary>The next answer.</summary>
        public async Task<JsonElement> AnswerAsync()
        {
            while (true)
            {
                var line = await Reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience);
                Assert.NotNull(line);
                if (line.StartsWith("data: ", StringComparison.Ordinal))
                {
                    return JsonDocument.Parse(line["data: ".Length..]).RootElement;
                }
            }
        }

        public void Dispose()
        {
            Reader.Dispose();
            Response.Dispose();
        }
    }
}
