using System.Linq.Expressions;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Data;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Schema.Provenance;

/// <summary>How fresh a confirmation is at this moment.</summary>
internal sealed class Confirmations(TimeProvider clock, IOptions<QualityOptions> options)
{
    /// <summary>What was last confirmed before this instant is stale.</summary>
    public DateTime CutOff => Now.AddDays(-options.Value.ConfirmedDays);

    /// <summary>Of a project that ended before this day it should be known what became of it.</summary>
    public DateOnly EndedBefore => DateOnly.FromDateTime(Now).AddDays(-options.Value.OutcomeDays);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The state of what was confirmed at an instant, or never.</summary>
    public Freshness Of(DateTime? verifiedAt) =>
        verifiedAt is null ? Freshness.Unconfirmed : verifiedAt >= CutOff ? Freshness.Confirmed : Freshness.Stale;

    /// <summary>Since when something is not confirmed lately: the end of the last confirmation, or when the directory first heard of it; null while it is confirmed.</summary>
    public DateTime? StaleSince(DateTime? verifiedAt, DateTime createdAt) =>
        verifiedAt is not { } instant ? createdAt : instant >= CutOff ? null : instant.AddDays(options.Value.ConfirmedDays);

    /// <summary>The last instant before which what was confirmed is stale throughout a day.</summary>
    public DateTime CutOffOn(DateTime day) => day.AddDays(-options.Value.ConfirmedDays);

    /// <summary>1 at the moment of a confirmation, falling evenly to 0 at the end of the period.</summary>
    public double Share(DateTime? verifiedAt) => verifiedAt is { } instant
        ? Math.Round(Math.Clamp(1 - ((Now - instant).TotalDays / options.Value.ConfirmedDays), 0, 1), 3)
        : 0;

    /// <summary>The score of a card that was last confirmed at an instant.</summary>
    public double Score(QualityScore quality, DateTime? verifiedAt)
    {
        var weights = options.Value;
        var sum = (weights.CompletenessWeight * quality.Completeness) + (weights.FreshnessWeight * Share(verifiedAt)) + (weights.VerificationWeight * quality.Verification);
        return Math.Round(sum / weights.Weights, 3);
    }

    /// <summary>The filter by what is known of the outcome of projects.</summary>
    public static CustomFilterChoice Outcomes(string description)
    {
        Expression<Func<Project, DateOnly, bool>> isReported = (project, ended) => project.Outcome != null || project.Status == ProjectStatus.Continued || project.Status == ProjectStatus.Stopped;
        Expression<Func<Project, DateOnly, bool>> isOverdue = (project, ended) =>
            project.Outcome == null && project.Status != ProjectStatus.Continued && project.Status != ProjectStatus.Stopped
            && ((project.PeriodLatest != null && project.PeriodLatest < ended) || (project.PeriodLatest == null && project.Status == ProjectStatus.Completed));
        Expression<Func<Project, DateOnly, bool>> isPending = (project, ended) =>
            project.Outcome == null && project.Status != ProjectStatus.Continued && project.Status != ProjectStatus.Stopped
            && ((project.PeriodLatest != null && project.PeriodLatest >= ended) || (project.PeriodLatest == null && project.Status != ProjectStatus.Completed));
        return new CustomFilterChoice(
            typeof(Project), "outcomeState", description, typeof(OutcomeState), services => services.GetRequiredService<Confirmations>().EndedBefore,
            new Dictionary<Enum, LambdaExpression>
            {
                [OutcomeState.Reported] = isReported, [OutcomeState.Overdue] = isOverdue, [OutcomeState.Pending] = isPending,
            });
    }

    /// <summary>The filter by freshness of a type.</summary>
    public static CustomFilterChoice Filter<T>(string description)
        where T : DirectoryEntry
    {
        Expression<Func<T, DateTime, bool>> isConfirmed = (entry, cutOff) => (entry.ConfirmedAt ?? entry.VerifiedBy!.LastSuccessAt) != null && (entry.ConfirmedAt ?? entry.VerifiedBy!.LastSuccessAt) >= cutOff;
        Expression<Func<T, DateTime, bool>> isStale = (entry, cutOff) => (entry.ConfirmedAt ?? entry.VerifiedBy!.LastSuccessAt) != null && (entry.ConfirmedAt ?? entry.VerifiedBy!.LastSuccessAt) < cutOff;
        Expression<Func<T, DateTime, bool>> isUnconfirmed = (entry, cutOff) => (entry.ConfirmedAt ?? entry.VerifiedBy!.LastSuccessAt) == null;
        return new CustomFilterChoice(
            typeof(T), "freshness", description, typeof(Freshness), services => services.GetRequiredService<Confirmations>().CutOff,
            new Dictionary<Enum, LambdaExpression>
            {
                [Freshness.Confirmed] = isConfirmed, [Freshness.Stale] = isStale, [Freshness.Unconfirmed] = isUnconfirmed,
            });
    }
}
