using CenterDirectory.Api.Tests.Access;
using CenterDirectory.Api.Tests.Schema;

namespace CenterDirectory.Api.Tests.Requests;

/// <summary>Everything that the schema promises of requests can be asked for, filtered and sorted by, with a key.</summary>
public sealed class RequestFieldTests(RequestFieldTests.Cast cast) : IClassFixture<RequestFieldTests.Cast>
{
    public static TheoryData<string> Documents() =>
    [
        .. SchemaProbes.All().Select(SchemaProbes.DocumentOf)
            .Concat(FilterProbes.Filters().Where(IsOfRequests).Select(FilterProbes.FilterDocument))
            .Concat(FilterProbes.Sorts().Where(IsOfRequests).Select(FilterProbes.SortDocument))
            .Where(document => document.Contains("myRequests", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Can_be_asked(string document)
    {
        var answer = await cast.Stage.AskAsync(cast.Secret, document);

        Assert.False(answer.Json.TryGetProperty("errors", out _), $"{document}\n{answer.Body}");
    }

    private static bool IsOfRequests(string probe) => probe.StartsWith("myRequests.", StringComparison.Ordinal);

    /// <summary>A directory with a request and an operator.</summary>
    public sealed class Cast : IAsyncLifetime
    {
        internal KeyStage Stage { get; private set; } = null!;

        internal string Secret { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            Stage = await RequestStage.OpenAsync();
            Secret = await Stage.IssueOperatorAsync();
            await Stage.SendAsync(RequestStage.Input());
        }

        public ValueTask DisposeAsync() => Stage.DisposeAsync();
    }
}
