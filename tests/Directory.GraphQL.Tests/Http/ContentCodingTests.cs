using System.IO.Compression;
using System.Text;
using CenterDirectory.GraphQL.Http;
using Microsoft.AspNetCore.Http;

namespace CenterDirectory.GraphQL.Tests.Http;

/// <summary>Answers travel compressed to clients that take that, and say so.</summary>
public sealed class ContentCodingTests : IAsyncLifetime
{
    // Long enough to be worth it.
    private static readonly string Query = $"{{ {string.Concat(Enumerable.Range(0, 20).Select(number => $"a_field_with_quite_a_long_name_that_makes_the_answer_longer_{number:00}: hello "))} }}";

    private TinyServer server = null!;

    public async ValueTask InitializeAsync() => server = await TinyServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData(null, "Identity")]
    [InlineData("", "Identity")]
    [InlineData("deflate, zstd", "Identity")]
    [InlineData("gzip", "Gzip")]
    [InlineData("gzip, deflate, br", "Brotli")]
    [InlineData("br;q=0.5, gzip", "Gzip")]
    [InlineData("br;q=0, gzip;q=0", "Identity")]
    [InlineData("*", "Brotli")]
    [InlineData("br;q=0, *", "Gzip")]
    public void Client_prefers(string? header, string coding)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.AcceptEncoding = header;

        Assert.Equal(Enum.Parse<ContentCoding>(coding), ContentCodings.Negotiate(http.Request));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Answer_is_the_same_whether_it_is_executed_or_known(string coding)
    {
        var plain = await server.PostAsync(Query);
        server.Revision.Current = "8";

        foreach (var reply in new[] { await RawAsync(coding), await RawAsync(coding), await RawAsync(coding) })
        {
            Assert.Equal(coding, Assert.Single(reply.Content.Headers.ContentEncoding));
            Assert.Contains("Accept-Encoding", reply.Headers.Vary);
            Assert.Equal(plain.Body, await DecodedAsync(reply, coding));
        }
    }

    [Fact]
    public async Task Each_coding_has_a_tag_of_its_own()
    {
        var (brotli, gzip) = (await RawAsync("br"), await RawAsync("gzip"));

        Assert.NotEqual(brotli.Headers.ETag, gzip.Headers.ETag);
        Assert.Equal(304, (int)(await RawAsync("br", brotli.Headers.ETag!.ToString())).StatusCode);
        Assert.Equal(200, (int)(await RawAsync("gzip", brotli.Headers.ETag!.ToString())).StatusCode);
    }

    [Fact]
    public async Task Small_answers_stay_as_they_are()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={hello}");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br");

        using var reply = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Empty(reply.Content.Headers.ContentEncoding);
    }

    private async Task<HttpResponseMessage> RawAsync(string coding, string? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString(Query)}");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", coding);
        if (known is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
        }

        return await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<string> DecodedAsync(HttpResponseMessage reply, string coding)
    {
        var bytes = await reply.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        using var coded = new MemoryStream(bytes);
        using Stream plain = coding == "br" ? new BrotliStream(coded, CompressionMode.Decompress) : new GZipStream(coded, CompressionMode.Decompress);
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
