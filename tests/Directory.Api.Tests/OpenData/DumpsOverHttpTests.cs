using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CenterDirectory.Api.OpenData.Dumps;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.OpenData;

/// <summary>The dump of the shipped feeds as a reader downloads it.</summary>
public sealed class DumpsOverHttpTests(DirectoryServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Latest_leads_to_the_newest_revision()
    {
        var dump = await DumpAsync();

        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Client.BaseAddress };
        using var response = await client.GetAsync("/data/latest/all.ndjson?x=1", Cancellation);
        using var folder = await client.GetAsync("/data/latest", Cancellation);

        Assert.Equal((HttpStatusCode.Found, $"/data/{dump.Revision}/all.ndjson?x=1"), (response.StatusCode, response.Headers.Location?.OriginalString));
        Assert.Equal($"/data/{dump.Revision}", folder.Headers.Location?.OriginalString);
        Assert.Equal(TimeSpan.FromMinutes(1), response.Headers.CacheControl?.MaxAge);
    }

    [Fact]
    public async Task Every_file_has_the_size_hash_and_rows_that_the_package_says()
    {
        var dump = await DumpAsync();
        var hashes = (await server.Client.GetStringAsync("/data/latest/sha256sums.txt", Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split("  ")).ToDictionary(parts => parts[1], parts => parts[0]);

        foreach (var resource in dump.Package.Resources)
        {
            var bytes = await server.Client.GetByteArrayAsync($"/data/{dump.Revision}/{resource.Path}", Cancellation);
            var packed = await server.Client.GetByteArrayAsync($"/data/{dump.Revision}/{resource.Packed.Path}", Cancellation);

            Assert.Equal((resource.Bytes, resource.Hash), (bytes.Length, HashOf(bytes)));
            Assert.Equal((resource.Packed.Bytes, resource.Packed.Hash), (packed.Length, HashOf(packed)));
            Assert.Equal(("sha256:" + hashes[resource.Path], "sha256:" + hashes[resource.Packed.Path]), (resource.Hash, resource.Packed.Hash));
            Assert.Equal(bytes, Unpack(packed));
            Assert.True(resource.Format != "ndjson" || resource.Rows == bytes.Count(letter => letter == '\n'));
        }

        Assert.Equal(hashes.Count, dump.Package.Resources.Count * 2);
    }

    [Fact]
    public async Task All_types_are_the_types_one_after_the_other()
    {
        var dump = await DumpAsync();
        var parts = new StringBuilder();
        foreach (var resource in dump.Package.Resources.Where(resource => resource is { Format: "ndjson", Type: not null }))
        {
            parts.Append(await server.Client.GetStringAsync($"/data/{dump.Revision}/{resource.Path}", Cancellation));
        }

        Assert.Equal(parts.ToString(), await server.Client.GetStringAsync($"/data/{dump.Revision}/all.ndjson", Cancellation));
    }

    [Fact]
    public async Task A_record_says_what_GraphQL_says_and_who_says_so()
    {
        await DumpAsync();
        var answer = await server.QueryAsync("{ center(slug: \"raduzhnyj-podderzhka-so-nko\") { id slug name hostUnit status supportKinds foundingAct { title signedOn } contacts { value } } }");
        var lines = await server.Client.GetStringAsync("/data/latest/centers.ndjson", Cancellation);

        var record = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))
            .Single(line => line.GetProperty("id").GetString() == answer.At("center.id").GetString());

        foreach (var field in answer.At("center").EnumerateObject().Where(field => field.Name != "foundingAct" && (field.Value.ValueKind != JsonValueKind.Array || field.Value.GetArrayLength() > 0)))
        {
            Assert.True(JsonElement.DeepEquals(field.Value, record.GetProperty(field.Name)), field.Name);
        }

        Assert.Equal(answer.At("center.foundingAct.signedOn").GetString(), record.GetProperty("foundingAct").GetProperty("signedOn").GetString());
        Assert.Equal("report-raduzhny", record.GetProperty("sources")[0].GetProperty("source").GetString());
        Assert.NotEmpty(record.GetProperty("sources")[0].GetProperty("externalId").GetString()!);
    }

    [Fact]
    public async Task Parts_and_packed_bytes_are_served_with_tags_of_their_own()
    {
        var dump = await DumpAsync();
        var whole = await server.Client.GetByteArrayAsync($"/data/{dump.Revision}/centers.csv", Cancellation);

        using var part = await SendAsync(dump, request => request.Headers.Range = new RangeHeaderValue(10, 19));
        using var packedPart = await SendAsync(dump, request =>
        {
            request.Headers.Range = new RangeHeaderValue(0, 4);
            request.Headers.AcceptEncoding.ParseAdd("gzip");
        });
        using var packed = await SendAsync(dump, request => request.Headers.AcceptEncoding.ParseAdd("br, gzip;q=0.5"));
        using var plain = await SendAsync(dump, request => request.Headers.AcceptEncoding.ParseAdd("gzip;q=0"));

        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(whole[10..20], await part.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(whole[..5], await packedPart.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(["gzip"], packed.Content.Headers.ContentEncoding);
        Assert.Equal("text/csv", packed.Content.Headers.ContentType?.MediaType);
        Assert.Equal(whole, Unpack(await packed.Content.ReadAsByteArrayAsync(Cancellation)));
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.All([part, packed, plain], response => Assert.Equal(["Accept-Encoding"], response.Headers.Vary));
        Assert.Equal(part.Headers.ETag, plain.Headers.ETag);
        Assert.NotEqual(packed.Headers.ETag, plain.Headers.ETag);
        Assert.False(plain.Headers.ETag!.IsWeak);
    }

    [Fact]
    public async Task Who_has_a_file_is_told_so_and_a_head_has_no_body()
    {
        var dump = await DumpAsync();
        using var first = await SendAsync(dump, _ => { });
        using var again = await SendAsync(dump, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        using var head = await SendAsync(dump, request => request.Method = HttpMethod.Head);
        using var elsewhere = await SendAsync(dump, request => request.Headers.Add("Origin", "https://other.example"));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(first.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(["*"], elsewhere.Headers.GetValues("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("/data/999999/all.ndjson")]
    [InlineData("/data/999999")]
    [InlineData("/data/latest/nothing.csv")]
    [InlineData("/data/latest/..%2f..%2fdirectory.db")]
    [InlineData("/data/latest/%2e%2e%2f%2e%2e%2fdirectory.db")]
    [InlineData("/data/latest/..%5c..%5cdirectory.db")]
    [InlineData("/data/latest/lock")]
    [InlineData("/data/lock")]
    public async Task Only_what_a_package_lists_is_there(string address)
    {
        await DumpAsync();
        using var response = await server.Client.GetAsync(new Uri(server.Client.BaseAddress!, address), Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_difference_needs_an_earlier_dump()
    {
        var dump = await DumpAsync();
        using var response = await server.Client.GetAsync($"/data/{dump.Revision}/delta.ndjson?from={dump.Revision}", Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("\"parameter\":\"from\"", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private async Task<StoredDump> DumpAsync() => await PublishedDump.AsyncOf(server.Services);

    private async Task<HttpResponseMessage> SendAsync(StoredDump dump, Action<HttpRequestMessage> prepare)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/data/{dump.Revision}/centers.csv");
        prepare(request);
        return await server.Client.SendAsync(request, Cancellation);
    }

    private static string HashOf(byte[] bytes) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static byte[] Unpack(byte[] packed)
    {
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var memory = new MemoryStream();
        gzip.CopyTo(memory);
        return memory.ToArray();
    }
}

/// <summary>The dump that the schedule of a server writes.</summary>
internal static class PublishedDump
{
    /// <summary>The newest one, once there is one.</summary>
    public static async Task<StoredDump> AsyncOf(IServiceProvider services)
    {
        var store = services.GetRequiredService<DumpStore>();
        for (var attempt = 0; attempt < 600; attempt++)
        {
            if (store.List() is [var newest, ..])
            {
                return newest;
            }

            // Null if the schedule is at it this moment.
            await services.GetRequiredService<DumpPublisher>().PublishAsync(homepage: null, TestContext.Current.CancellationToken);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("There was no dump within a minute.");
    }
}
