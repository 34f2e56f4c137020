using System.Text.Encodings.Web;
using System.Text.Json;
using CenterDirectory.Api.Hosting;
using CenterDirectory.Data;
using CenterDirectory.GraphQL;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.Importers.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages;

/// <summary>Reads what the start page tells. Entries change only with a revision, so they are counted, and the example is asked, once for each.</summary>
internal sealed class OverviewReader(IServiceScopeFactory scopes, GraphQLEngine engine, FirstImport first, IConfiguration configuration)
{
    // The page encodes what it inserts; here Cyrillic and quotation marks stay as they are.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly bool runsImports = Roles.Of(configuration).Importers;
    private volatile RevisionFacts? known;

    /// <summary>Reads it.</summary>
    public async Task<Overview> ReadAsync(CancellationToken cancellationToken)
    {
        // Asked before the database is: the numbers may then be newer than the notice says, never the other way round.
        var isImporting = runsImports && !first.HasEnded;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DirectoryDb>();
        var revision = await db.Revisions.OrderByDescending(revision => revision.Number)
            .Select(revision => new NewestRevision(revision.Number, revision.CommittedAt, revision.ChangeCount))
            .FirstOrDefaultAsync(cancellationToken);
        var sources = await SourcesReader.ListAsync(db, cancellationToken);
        var facts = known is { } last && last.Number == revision?.Number ? last : await FactsAsync(scope.ServiceProvider, revision?.Number, cancellationToken);
        known = facts.IsLasting ? facts : null;
        return new Overview(facts.Counts, facts.Answer, revision, sources, isImporting);
    }

    private async Task<RevisionFacts> FactsAsync(IServiceProvider services, int? revision, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<DirectoryDb>();
        var counts = new EntryCounts(
            await db.Centers.LongCountAsync(cancellationToken),
            await db.Services.LongCountAsync(cancellationToken),
            await db.Organizations.LongCountAsync(cancellationToken),
            await db.Events.LongCountAsync(cancellationToken),
            await db.News.LongCountAsync(cancellationToken),
            await db.Networks.LongCountAsync(cancellationToken),
            await db.Territories.LongCountAsync(cancellationToken));
        var response = await engine.ExecuteAsync(new GraphQLRequest(ExampleQuery.Shown.Document), services, cancellationToken);
        using var answer = JsonDocument.Parse(response.Body);
        return new RevisionFacts(revision, counts, JsonSerializer.Serialize(answer.RootElement, Readable), IsLasting: response.Errors.Count == 0);
    }

    /// <param name="Number">The revision that they belong to.</param>
    /// <param name="Counts">Entries.</param>
    /// <param name="Answer">Answer to the example.</param>
    /// <param name="IsLasting">Not an answer that ran out of time, say.</param>
    private sealed record RevisionFacts(int? Number, EntryCounts Counts, string Answer, bool IsLasting);
}
