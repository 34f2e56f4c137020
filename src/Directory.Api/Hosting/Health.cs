using CenterDirectory.Data;
using CenterDirectory.Importers.Scheduling;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CenterDirectory.Api.Hosting;

/// <summary>Whether the process lives, and whether it is ready to be asked.</summary>
internal static class Health
{
    /// <summary>Maps <c>/health/live</c> and <c>/health/ready</c>.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes, Roles roles)
    {
        routes.MapGet("/health/live", () => TypedResults.Ok(new HealthReport("live", [])));
        routes.MapGet("/health/ready", (DirectoryMigrator migrator, FirstImport first, CancellationToken cancellationToken) =>
            ReadyAsync(roles, migrator, first, cancellationToken));
    }

    /// <summary>Ready when migrations are applied and the first import of the enabled file sources has ended.</summary>
    private static async Task<Results<Ok<HealthReport>, JsonHttpResult<HealthReport>>> ReadyAsync(
        Roles roles, DirectoryMigrator migrator, FirstImport first, CancellationToken cancellationToken)
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
            return TypedResults.Json(new HealthReport("starting", reasons), statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        var troubles = first.Errors.Select(error => $"{error.Source}: {error.Reason.En}").ToList();
        return TypedResults.Ok(new HealthReport(troubles.Count == 0 ? "ready" : "degraded", troubles));
    }
}

/// <summary>A state and what stands behind it.</summary>
/// <param name="Status"><c>live</c>, <c>starting</c>, <c>ready</c> or <c>degraded</c>: ready, but some feeds are not in.</param>
/// <param name="Reasons">Why it is not simply ready.</param>
internal sealed record HealthReport(string Status, IReadOnlyList<string> Reasons);
