using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using CenterDirectory.Api.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CenterDirectory.Benchmarks;

/// <summary>What the endpoint costs without Kestrel: a request that was answered before at the same revision.</summary>
[MemoryDiagnoser]
public class EndpointBenchmarks
{
    private const string Document = "{ centers(first: 20) { nodes { id name level addressText territory { name } } } }";

    private readonly byte[] body = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { query = Document }));
    private readonly DefaultHttpContext http = new();
    private WebApplication app = null!;
    private RequestDelegate endpoint = null!;

    /// <summary>Builds the application over the database of the benchmark and asks once.</summary>
    [GlobalSetup]
    public async Task OpenAsync()
    {
        var file = Environment.GetEnvironmentVariable("BENCH_DATABASE")
            ?? throw new InvalidOperationException("BENCH_DATABASE names the SQLite file that bench/load.sh made.");
        app = DirectoryHost.BuildServer(["--Roles=api", $"--ConnectionStrings:Directory=Data Source={file}", "--Logging:LogLevel:Default=Warning"]);
        endpoint = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .First(route => route.RoutePattern.RawText == "/graphql").RequestDelegate!;
        http.RequestServices = app.Services;
        http.Request.Method = HttpMethods.Post;
        http.Request.ContentType = "application/json";
        http.Request.ContentLength = body.Length;
        http.Request.Body = new MemoryStream(body);
        http.Response.Body = Stream.Null;
        await RepeatedAnswerAsync();
        if (http.Response.StatusCode != StatusCodes.Status200OK)
        {
            throw new InvalidOperationException($"The answer has the status {http.Response.StatusCode}.");
        }
    }

    /// <summary>Ends the application.</summary>
    [GlobalCleanup]
    public async Task CloseAsync() => await app.DisposeAsync();

    /// <summary>The same request at the same revision.</summary>
    [Benchmark]
    public Task RepeatedAnswerAsync()
    {
        http.Request.Body.Position = 0;
        http.Response.Headers.Clear();
        return endpoint(http);
    }
}
