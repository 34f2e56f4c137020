using System.Data.Common;
using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.Importers;
using CenterDirectory.Importers.Scheduling;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Hosting;

/// <summary>Whether the process lives, and whether it is ready to be asked.</summary>
internal static class Health
{
    /// <summary>A paused source is as the operator or the publisher wants it.</summary>
    private static readonly SourceHealthState[] Sick = [SourceHealthState.Stale, SourceHealthState.Failing, SourceHealthState.Quarantined];

    /// <summary>Maps <c>/health/live</c> and <c>/health/ready</c>.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes, Roles roles)
    {
        routes.MapGet("/health/live", () => TypedResults.Ok(new HealthReport("live", [])));
        routes.MapGet("/health/ready", async (
            HttpContext http, Draining draining, DirectoryMigrator migrator, FirstImport first, FeedCatalog catalog, IDbContextFactory<DirectoryDb> databases) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            if (draining.HasBegun)
            {
                return NotReady("draining", ["The process is about to end; ask another one."]);
            }

            try
            {
                return await ReadyAsync(roles, migrator, first, catalog, databases, http.RequestAborted);
            }
            catch (Exception error) when (error is DbException || Outage.Is(error))
            {
                return NotReady("unavailable", [$"The database cannot be read: {ReasonOf(error)}"]);
            }
        });
    }

    /// <summary>Ready when migrations are applied and the first import of the enabled file sources has ended.</summary>
    private static async Task<Results<Ok<HealthReport>, JsonHttpResult<HealthReport>>> ReadyAsync(
        Roles roles, DirectoryMigrator migrator, FirstImport first, FeedCatalog catalog, IDbContextFactory<DirectoryDb> databases, CancellationToken cancellationToken)
    {
        var reasons = new List<string>();
        foreach (var migration in await migrator.GetPendingAsync(cancellationToken))
        {
            reasons.Add($"The migration {migration} is not applied.");
        }

        if (roles.Importers && !first.HasEnded)
        {
            reasons.Add("The first import of the bundled feeds is running.");
        }

        if (reasons.Count > 0)
        {
            return NotReady("starting", reasons);
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var sick = await db.Sources.Where(source => Sick.Contains(source.Health.State)).OrderBy(source => source.Key)
            .Select(source => $"{source.Key}: {source.Health.MessageEn}").ToListAsync(cancellationToken);
        // A manifest that cannot be read has no row. Only who imports reads manifests.
        var unusable = roles.Importers ? catalog.Problems.Select(problem => problem.WithoutFolder.En) : [];
        var troubles = unusable.Concat(sick).ToList();
        return TypedResults.Ok(new HealthReport(troubles.Count == 0 ? "ready" : "degraded", troubles));
    }

    private static JsonHttpResult<HealthReport> NotReady(string status, IReadOnlyList<string> reasons) =>
        TypedResults.Json(new HealthReport(status, reasons), statusCode: StatusCodes.Status503ServiceUnavailable);

    /// <summary>Anybody may ask: what a driver says may name hosts and users, the kind of the trouble may be known.</summary>
    private static string ReasonOf(Exception error) => Outage.Is(error) ? "it is away." : $"{error.GetType().Name}; see the log.";
}

/// <summary>A state and what stands behind it.</summary>
/// <param name="Status">
/// <c>live</c>; <c>starting</c>, <c>unavailable</c> or <c>draining</c>: not ready; <c>ready</c>, or <c>degraded</c>: ready, but some feeds are
/// not in or not well.
/// </param>
/// <param name="Reasons">Why it is not simply ready.</param>
internal sealed record HealthReport(string Status, IReadOnlyList<string> Reasons);
