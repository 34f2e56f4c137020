using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Provenance;
using CenterDirectory.GraphQL.Data;
using CenterDirectory.GraphQL.Types;
using CenterDirectory.Importers.Editing;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Schema.Editing;

/// <summary>What all results of edits give back.</summary>
[BaseType<EditPayload>]
internal static class EditPayloadType
{
    /// <summary>Revision that holds the edit; null if nothing changed.</summary>
    [BatchResolver]
    public static async Task<IReadOnlyDictionary<EditPayload, Revision?>> GetRevisionAsync(
        IReadOnlyList<EditPayload> payloads, DirectoryDb db, CancellationToken cancellationToken)
    {
        int[] numbers = [.. payloads.Select(payload => payload.Outcome.Revision).OfType<long>().Select(number => (int)number)];
        var found = await db.Revisions.AsNoTracking().Where(revision => Enumerable.Contains(numbers, revision.Number)).ToDictionaryAsync(revision => revision.Number, cancellationToken);
        return payloads.ToDictionary(payload => payload, payload => payload.Outcome.Revision is { } number ? found.GetValueOrDefault((int)number) : null);
    }
}

/// <summary>What edits of centers give back.</summary>
[ObjectType<CreateCenterPayload>, ObjectType<UpdateCenterPayload>]
internal static class CenterPayloadType
{
    /// <summary>The result; null if it failed.</summary>
    /// <param name="payload">The result.</param>
    [UseNodes]
    public static NodeReference<Center>? GetCenter([Parent] EditPayload payload) => payload.Entry<Center>(nameof(Center));
}

/// <summary>What edits of services give back.</summary>
[ObjectType<CreateServicePayload>, ObjectType<UpdateServicePayload>]
internal static class ServicePayloadType
{
    /// <summary>The result; null if it failed.</summary>
    /// <param name="payload">The result.</param>
    [UseNodes]
    public static NodeReference<Service>? GetService([Parent] EditPayload payload) => payload.Entry<Service>(nameof(Service));
}

/// <summary>What edits of events give back.</summary>
[ObjectType<CreateEventPayload>, ObjectType<UpdateEventPayload>, ObjectType<PostponeEventPayload>, ObjectType<CancelEventPayload>]
internal static class EventPayloadType
{
    /// <summary>The result; null if it failed.</summary>
    /// <param name="payload">The result.</param>
    [UseNodes]
    public static NodeReference<Event>? GetEvent([Parent] EditPayload payload) => payload.Entry<Event>(nameof(Event));
}

/// <summary>What reportProjectOutcome gives back.</summary>
[ObjectType<ReportProjectOutcomePayload>]
internal static class ReportProjectOutcomePayloadType
{
    /// <summary>The result; null if it failed.</summary>
    /// <param name="payload">The result.</param>
    [UseNodes]
    public static NodeReference<Project>? GetProject([Parent] EditPayload payload) => payload.Entry<Project>(nameof(Project));
}

/// <summary>What confirmEntry gives back.</summary>
[ObjectType<ConfirmEntryPayload>]
internal static class ConfirmEntryPayloadType
{
    /// <summary>The result; null if it failed.</summary>
    /// <param name="payload">The result.</param>
    [UseNodes]
    public static NodeReference<DirectoryEntry>? GetEntry([Parent] ConfirmEntryPayload payload) =>
        payload.Outcome.Entries is [{ } entry, ..] ? new NodeReference<DirectoryEntry>(entry.Kind, entry.Id) : null;
}

/// <summary>What undoEdit gives back.</summary>
[ObjectType<UndoEditPayload>]
internal static class UndoEditPayloadType
{
    /// <summary>The entries after the undo; empty if it failed.</summary>
    /// <param name="payload">The result.</param>
    [UseNodes, GraphQLNonNullType]
    public static IReadOnlyList<NodeReference<DirectoryEntry>> GetEntries([Parent] UndoEditPayload payload) =>
        [.. payload.Outcome.Entries.OfType<EntryKey>().Select(entry => new NodeReference<DirectoryEntry>(entry.Kind, entry.Id))];
}

/// <summary>What linkNews and unlinkNews give back.</summary>
[ObjectType<LinkNewsPayload>, ObjectType<UnlinkNewsPayload>]
internal static class NewsLinkPayloadType
{
    /// <summary>The result; null if it failed.</summary>
    /// <param name="payload">The result.</param>
    [UseNodes]
    public static NodeReference<NewsItem>? GetNewsItem([Parent] EditPayload payload) => payload.Entry<NewsItem>(nameof(NewsItem));
}

/// <summary>What addPersonRole gives back.</summary>
[ObjectType<AddPersonRolePayload>]
internal static class AddPersonRolePayloadType
{
    /// <summary>The result; null if it failed.</summary>
    /// <param name="payload">The result.</param>
    [UseNodes]
    public static NodeReference<PersonRole>? GetPersonRole([Parent] EditPayload payload) => payload.Entry<PersonRole>(nameof(PersonRole));
}
