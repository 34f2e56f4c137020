using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Language;
using CenterDirectory.GraphQL.Tests.Golden;

namespace CenterDirectory.GraphQL.Tests.Execution;

public sealed class DocumentCacheTests
{
    [Fact]
    public void Keeps_what_was_added()
    {
        var cache = new DocumentCache(2);
        var plan = Plan("{ echo }");
        cache.Add("a", plan);

        Assert.Same(plan, cache.Find("a"));
        Assert.Null(cache.Find("b"));
    }

    [Fact]
    public void The_longest_unused_goes_first()
    {
        var cache = new DocumentCache(2);
        cache.Add("a", Plan("{ echo }"));
        cache.Add("b", Plan("{ echo }"));
        _ = cache.Find("a");
        cache.Add("c", Plan("{ echo }"));

        Assert.NotNull(cache.Find("a"));
        Assert.Null(cache.Find("b"));
        Assert.NotNull(cache.Find("c"));
    }

    [Fact]
    public void The_first_plan_of_a_document_stays()
    {
        var cache = new DocumentCache(2);
        var first = Plan("{ echo }");
        cache.Add("a", first);
        cache.Add("a", Plan("{ echo }"));

        Assert.Same(first, cache.Find("a"));
    }

    [Fact]
    public void A_key_tells_documents_and_operations_apart() => Assert.Equal(
        4,
        new[]
        {
            DocumentCache.KeyOf("query A { a } query B { b }", "A"), DocumentCache.KeyOf("query A { a } query B { b }", "B"),
            DocumentCache.KeyOf("query A { a } query B { b }", null), DocumentCache.KeyOf("query A { a } query B { b } ", "A"),
        }.Distinct().Count());

    [Fact]
    public void Many_threads_may_use_it_at_once()
    {
        var cache = new DocumentCache(8);
        var plan = Plan("{ echo }");

        Parallel.For(0, 1_000, new ParallelOptions { CancellationToken = TestContext.Current.CancellationToken }, i =>
        {
            cache.Add($"{i % 20}", plan);
            _ = cache.Find($"{i % 7}");
        });

        Assert.InRange(Enumerable.Range(0, 20).Count(i => cache.Find($"{i}") is not null), 1, 8);
    }

    private static OperationPlan Plan(string document)
    {
        var parsed = Parser.Parse(document, ParserLimits.Default);
        return OperationCompiler.Compile(TestSchema.Instance, parsed, (OperationDefinitionNode)parsed.Definitions[0], new EngineOptions());
    }
}
