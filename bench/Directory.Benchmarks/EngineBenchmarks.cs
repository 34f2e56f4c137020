using System.Text.Json;
using BenchmarkDotNet.Attributes;
using CenterDirectory.Api.Hosting;
using CenterDirectory.Api.Schema;
using CenterDirectory.Data;
using CenterDirectory.GraphQL;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Language;
using CenterDirectory.GraphQL.Validation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Benchmarks;

/// <summary>What the engine costs without HTTP: a document the first time, a known document, a page, a nested page.</summary>
[MemoryDiagnoser]
public class EngineBenchmarks : IDisposable
{
    private const string Page = """
        query ($region: String!, $first: Int!) {
          centers(where: { territory: { code: { eq: $region } } }, order: [{ id: ASC }], first: $first) {
            edges { node { id name level addressText website territory { name } } }
            pageInfo { hasNextPage endCursor }
          }
        }
        """;

    private const string NestedPage = """
        query ($region: String!, $first: Int!) {
          centers(where: { territory: { code: { eq: $region } } }, order: [{ id: ASC }], first: $first) {
            edges { node { id name level services(first: 5, order: [{ id: ASC }]) { edges { node { id name fee } } } } }
            pageInfo { hasNextPage endCursor }
          }
        }
        """;

    private static readonly JsonElement Variables = JsonDocument.Parse("""{"region": "77", "first": 20}""").RootElement;

    private readonly string source = NestedPage;
    private ServiceProvider services = null!;
    private GraphQLEngine engine = null!;
    private DocumentNode parsed = null!;

    /// <summary>Opens the database of the benchmark.</summary>
    [GlobalSetup]
    public async Task OpenAsync()
    {
        var file = Environment.GetEnvironmentVariable("BENCH_DATABASE")
            ?? throw new InvalidOperationException("BENCH_DATABASE names the SQLite file that bench/load.sh made.");
        services = new ServiceCollection().AddDirectoryData($"Data Source={file}").AddReading($"Data Source={file}").BuildServiceProvider();
        engine = new GraphQLEngine(DirectorySchema.Build(), Options.Create(new EngineOptions()), NullLogger<GraphQLEngine>.Instance);
        parsed = Parser.Parse(NestedPage, ParserLimits.Default);
        var answer = await NestedPageAsync();
        if (answer.Errors.Count > 0)
        {
            throw new InvalidOperationException(answer.Errors[0].Message);
        }
    }

    /// <summary>Closes it.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        engine.Dispose();
        services.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Lexer and parser.</summary>
    [Benchmark]
    public DocumentNode Parse() => Parser.Parse(source, ParserLimits.Default);

    /// <summary>All rules of chapter 5.</summary>
    [Benchmark]
    public IReadOnlyList<GraphQLError> Validate() => Validator.Validate(engine.Schema, parsed);

    /// <summary>A known document: hash, plan, variables, cost.</summary>
    [Benchmark]
    public PreparedRequest PlanCacheHit() => engine.Prepare(new GraphQLRequest(Page, null, Variables), services);

    /// <summary>20 centers of a region.</summary>
    [Benchmark]
    public Task<GraphQLResponse> PageAsync() => RunAsync(Page);

    /// <summary>20 centers of a region with 5 services each.</summary>
    [Benchmark]
    public Task<GraphQLResponse> NestedPageAsync() => RunAsync(NestedPage);

    private async Task<GraphQLResponse> RunAsync(string document)
    {
        await using var scope = services.CreateAsyncScope();
        using var answer = await engine.ExecuteAsync(new GraphQLRequest(document, null, Variables), scope.ServiceProvider);
        return answer;
    }
}
