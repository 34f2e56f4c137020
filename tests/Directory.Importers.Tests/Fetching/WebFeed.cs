using System.Text;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Importers.Fetching;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Fetching;

/// <summary>A directory with one source on the web, and the publisher's server, which does as a test says.</summary>
internal sealed class WebFeed : IAsyncDisposable
{
    public const string Path = "/clubs.csv";
    public const string Rows = "id,name\n1,Первый клуб\n2,Второй клуб\n3,Третий клуб\n";

    private readonly TestFeed files = new();

    private WebFeed(ScratchDirectory directory) => Directory = directory;

    public ScratchDirectory Directory { get; }

    public LoopbackServer Server { get; } = new();

    public ImportersOptions Options => Directory.Options;

    public FeedManifest Manifest { get; set; } = null!;

    public static async Task<WebFeed> CreateAsync(string more = "")
    {
        var feed = new WebFeed(await ScratchDirectory.CreateAsync());
        feed.Publish(Rows);
        feed.Manifest = feed.Describe(more);
        return feed;
    }

    /// <summary>The manifest with further keys.</summary>
    public FeedManifest Describe(string more = "") => files.Manifest($$"""
        key: clubs
        title: Клубы
        grace-runs: 0
        schedule: { cron: "0 30 4 * * ?", zone: Europe/Moscow }
        source: { url: "{{Server.Address(Path)}}", format: csv }
        record: Organization
        id-from: [id]
        map: { name: name }
        {{more}}
        """);

    public void Publish(string rows, params string[] headers)
    {
        var body = Encoding.UTF8.GetBytes(rows);
        Server.Answer(Path, "200 OK", body, [$"Content-Length: {body.Length}", .. headers]);
    }

    public Task<ImportOutcome> RunAsync(ImportOptions? options = null) => Directory.RunAsync(Manifest, options);

    public Task<Source> SourceAsync() => Directory.AskAsync(db => db.Sources.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken));

    public Task<string> DumpAsync() => Directory.DumpAsync();

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Directory.DisposeAsync();
        files.Dispose();
    }
}
