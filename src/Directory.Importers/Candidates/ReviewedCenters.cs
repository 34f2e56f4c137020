using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Candidates;

/// <summary>
/// The centers that a person took out of registries, as a source of its own: what it states comes into the directory by an import, like
/// everything else, and its records can lose to those of stronger sources.
/// </summary>
internal static class ReviewedCenters
{
    /// <summary>Key of the source.</summary>
    public const string Key = "reviewed-centers";

    /// <summary>Says of the source what a manifest says of others; no file describes it.</summary>
    public static FeedManifest Manifest { get; } = new()
    {
        Key = Key,
        Title = "Центры, отобранные из реестров вручную",
        Priority = 35,
        GraceRuns = 0,
        Enabled = false,
        Expect = new FeedExpectations(RemovedAtMost: 1),
        File = Key,
        Hash = "",
        Tables =
        [
            new FeedTable
            {
                Name = nameof(Center), Record = nameof(Center), Line = 1, IdFrom = new RecordIdentity(["id"], false), Map = new ObjectMapping([], 1),
                Source = new FeedLocation { File = Key, Format = "json" },
            },
        ],
    };
}

/// <summary>The accepted centers, each by what the record of its organization states now.</summary>
internal sealed class ReviewedCenterStream(IDbContextFactory<DirectoryDb> databases) : IRecordStream
{
    private static readonly string[] Copied = ["territory", "territoryText", "addressText", "website"];

    public RecordCounts Counts { get; } = new();

    public FeedFailure? Failure => null;

    public async IAsyncEnumerable<ImportRecord> ReadAsync(IssueSink issues, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var accepted = await db.CenterDecisions.Where(decision => decision.IsAccepted)
            .Join(
                db.SourceRecords.Where(record => record.Kind == nameof(Organization)),
                decision => new { decision.Source, decision.ExternalId }, record => new { Source = record.Source.Key, record.ExternalId },
                (decision, record) => new { decision.Source, decision.ExternalId, decision.Name, record.Payload })
            .OrderBy(center => center.Source).ThenBy(center => center.ExternalId).ToListAsync(cancellationToken);
        foreach (var center in accepted)
        {
            Counts.Read++;
            Counts.Records++;
            yield return RecordOf($"{center.Source}:{center.ExternalId}", center.Name, center.Payload, Counts.Read);
        }
    }

    private static ImportRecord RecordOf(string organization, string? name, string payload, int row)
    {
        var stated = JsonNode.Parse(payload)!.AsObject();
        var center = new JsonObject { ["name"] = name ?? (string?)stated["name"] ?? (string?)stated["shortName"] };
        var references = new List<RecordReferenceKey> { new("operator", nameof(Organization), organization) };
        foreach (var field in Copied.Where(stated.ContainsKey))
        {
            center[field] = stated[field]!.DeepClone();
        }

        if ((string?)stated["territory"] is { } territory)
        {
            references.Add(new RecordReferenceKey("territory", nameof(Territory), territory));
        }

        center["operator"] = organization;
        return new ImportRecord(
            nameof(Center), organization, nameof(Center), row, JsonSerializer.SerializeToUtf8Bytes(center, DirectoryJson.Options), null, references);
    }
}
