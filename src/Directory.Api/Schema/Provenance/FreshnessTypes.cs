using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Data;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Provenance;

/// <summary>Who confirms entries.</summary>
[InterfaceType<DirectoryEntry>]
internal static class VerifiedEntryType
{
    /// <summary>What the instant of the last confirmation is read from.</summary>
    public const string LastSuccess = $"{nameof(DirectoryEntry.VerifiedBy)}.{nameof(Source.LastSuccessAt)}";

    /// <summary>When who answers for it said so last, else when its live source was last found to.</summary>
    internal static DateTime? InstantOf(DirectoryEntry entry) => entry.ConfirmedAt ?? entry.VerifiedBy?.LastSuccessAt;

    /// <summary>When its owner or a live source last confirmed it; null if never.</summary>
    /// <param name="entry">The entry.</param>
    [Volatile, ComparedBy(LastSuccess, First = nameof(DirectoryEntry.ConfirmedAt))]
    public static DateTime? GetVerifiedAt([Parent(Requires = [LastSuccess, nameof(DirectoryEntry.ConfirmedAt)])] DirectoryEntry entry) => InstantOf(entry);
}

/// <summary>Freshness and quality of a center.</summary>
[ObjectType<Center>]
internal static class CenterQualityType
{
    /// <summary>Whether the card was confirmed lately; depends on the clock.</summary>
    /// <param name="center">The center.</param>
    /// <param name="confirmations">Knows the period and the time.</param>
    [Volatile]
    public static Freshness GetFreshness([Parent(Requires = [VerifiedEntryType.LastSuccess, nameof(DirectoryEntry.ConfirmedAt)])] Center center, Confirmations confirmations) =>
        confirmations.Of(VerifiedEntryType.InstantOf(center));

    /// <summary>How complete, fresh and confirmed the card is.</summary>
    /// <param name="center">The center.</param>
    [ComparedBy(nameof(Center.Quality))]
    public static QualityScore GetQuality([Parent(Requires = [nameof(Center.Quality), VerifiedEntryType.LastSuccess, nameof(DirectoryEntry.ConfirmedAt)])] Center center) =>
        center.Quality.At(VerifiedEntryType.InstantOf(center));
}

/// <summary>Freshness of a service.</summary>
[ObjectType<Service>]
internal static class ServiceFreshnessType
{
    /// <summary>Whether it was confirmed lately; depends on the clock.</summary>
    /// <param name="service">The service.</param>
    /// <param name="confirmations">Knows the period and the time.</param>
    [Volatile]
    public static Freshness GetFreshness([Parent(Requires = [VerifiedEntryType.LastSuccess, nameof(DirectoryEntry.ConfirmedAt)])] Service service, Confirmations confirmations) =>
        confirmations.Of(VerifiedEntryType.InstantOf(service));
}

/// <summary>Freshness of a project.</summary>
[ObjectType<Project>]
internal static class ProjectFreshnessType
{
    /// <summary>Whether its state was confirmed lately; depends on the clock.</summary>
    /// <param name="project">The project.</param>
    /// <param name="confirmations">Knows the period and the time.</param>
    [Volatile]
    public static Freshness GetFreshness([Parent(Requires = [VerifiedEntryType.LastSuccess, nameof(DirectoryEntry.ConfirmedAt)])] Project project, Confirmations confirmations) =>
        confirmations.Of(VerifiedEntryType.InstantOf(project));
}

/// <summary>The parts of a score that depend on the clock.</summary>
[ObjectType<QualityScore>]
internal static class QualityScoreType
{
    /// <summary>From 0 to 1, weighted from the three parts; depends on the clock.</summary>
    /// <param name="quality">The score.</param>
    /// <param name="confirmations">Knows the weights and the time.</param>
    [Volatile]
    public static double GetScore([Parent] QualityScore quality, Confirmations confirmations) => confirmations.Score(quality, quality.VerifiedAt);

    /// <summary>Falls with the age of the newest confirmation; depends on the clock.</summary>
    /// <param name="quality">The score.</param>
    /// <param name="confirmations">Knows the period and the time.</param>
    [Volatile]
    public static double GetFreshness([Parent] QualityScore quality, Confirmations confirmations) => confirmations.Share(quality.VerifiedAt);
}
