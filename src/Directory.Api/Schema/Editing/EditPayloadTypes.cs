using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Provenance;
using CenterDirectory.GraphQL.Data;
using CenterDirectory.GraphQL.Types;
using CenterDirectory.Importers.Editing;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Schema.Editing;

/// <summary>The revision of an edit.</summary>
internal static class EditRevisions
{
    /// <summary>The revisions of edits, one statement for all of them.</summary>
    public static async Task<IReadOnlyDictionary<T, Revision?>> OfAsync<T>(IReadOnlyList<T> payloads, DirectoryDb db, CancellationToken cancellationToken)
        where T : EditPayload
    {
        int[] numbers = [.. payloads.Select(payload => payload.Outcome.Revision).OfType<long>().Select(number => (int)number)];
        var found = await db.Revisions.AsNoTracking().Where(revision => Enumerable.Contains(numbers, revision.Number)).ToDictionaryAsync(revision => revision.Number, cancellationToken);
        return payloads.ToDictionary(payload => payload, payload => payload.Outcome.Revision is { } number ? found.GetValueOrDefault((int)number) : null);
    }
}

/// <summary>What createCenter gives back.</summary>
[ObjectType<CreateCenterPayload>]
internal static class CreateCenterPayloadType
{
    /// <summary>The result; null if it failed.</summary>
    /// <param name="payload">The result.</param>
    [UseNodes]
    public static NodeReference<Center>? GetCenter([Parent] CreateCenterPayload payload) => payload.Entry<Center>(nameof(Center));

    /// <summary>Revision that holds the edit; null if nothing changed.</summary>
    [BatchResolver]
    public static Task<IReadOnlyDictionary<CreateCenterPayload, Revision?>> GetRevision(IReadOnlyList<CreateCenterPayload> payloads, DirectoryDb db, CancellationToken cancellationToken) =>
        EditRevisions.OfAsync(payloads, db, cancellationToken);
}

/// <summary>What updateCenter gives back.</summary>
[ObjectType<UpdateCenterPayload>]
internal static class UpdateCenterPayloadType
{
    /// <summary>The result; null if it failed.</summary>
    /// <param name="payload">The result.</param>
    [UseNodes]
    public static NodeReference<Center>? GetCenter([Parent] UpdateCenterPayload payload) => payload.Entry<Center>(nameof(Center));

    /// <summary>Revision that holds the edit; null if nothing changed.</summary>
    [BatchResolver]
    public static Task<IReadOnlyDictionary<UpdateCenterPayload, Revision?>> GetRevision(IReadOnlyList<UpdateCenterPayload> payloads, DirectoryDb db, CancellationToken cancellationToken) =>
        EditRevisions.OfAsync(payloads, db, cancellationToken);
}

/// <summary>What createService gives back.</summary>
[ObjectType<CreateServicePayload>]
internal static class CreateServicePayloadType
{
    /// <summary>The result; null if it failed.</summary>
    /// <param name="payload">The result.</param>
    [UseNodes]
    public static NodeReference<Service>? GetService([Parent] CreateServicePayload payload) => payload.Entry<Service>(nameof(Service));

    /// <summary>Revision that holds the edit; null if nothing changed.</summary>
    [BatchResolver]
    public static Task<IReadOnlyDictionary<CreateServicePayload, Revision?>> GetRevision(IReadOnlyList<CreateServicePayload> payloads, DirectoryDb db, CancellationToken cancellationToken) =>
        EditRevisions.OfAsync(payloads, db, cancellationToken);
}

/// <summary>What updateService gives back.</summary>
[ObjectType<UpdateServicePayload>]
internal static class UpdateServicePayloadType
{
    /// <summary>The result; null if it failed.</summary>
    /// <param name="payload">The result.</param>
    [UseNodes]
    public static NodeReference<Service>? GetService([Parent] UpdateServicePayload payload) => payload.Entry<Service>(nameof(Service));

    /// <summary>Revision that holds the edit; null if nothing changed.</summary>
    [BatchResolver]
    public static Task<IReadOnlyDictionary<UpdateServicePayload, Revision?>> GetRevision(IReadOnlyList<UpdateServicePayload> payloads, DirectoryDb db, CancellationToken cancellationToken) =>
        EditRevisions.OfAsync(payloads, db, cancellationToken);
}

/// <summary>What createEvent gives back.</summary>
[ObjectType<CreateEventPayload>]
internal static class CreateEventPayloadType
{
    /// <summary>The result; null if it failed.</summary>
    /// <param name="payload">The result.</param>
    [UseNodes]
    public static NodeReference<Event>? GetEvent([Parent] CreateEventPayload payload) => payload.Entry<Event>(nameof(Event));

    /// <summary>Revision that holds the edit; null if nothing changed.</summary>
    [BatchResolver]
    public static Task<IReadOnlyDictionary<CreateEventPayload, Revision?>> GetRevision(IReadOnlyList<CreateEventPayload> payloads, DirectoryDb db, CancellationToken cancellationToken) =>
        EditRevisions.OfAsync(payloads, db, cancellationToken);
}

/// <summary>What updateEvent gives back.</summary>
[ObjectType<UpdateEventPayload>]
internal static class UpdateEventPayloadType
{
    /// <summary>The result; null if it failed.</summary>
    /// <param name="payload">The result.</param>
    [UseNodes]
    public static NodeReference<Event>? GetEvent([Parent] UpdateEventPayload payload) => payload.Entry<Event>(nameof(Event));

    /// <summary>Revision that holds the edit; null if nothing changed.</summary>
    [BatchResolver]
    public static Task<IReadOnlyDictionary<UpdateEventPayload, Revision?>> GetRevision(IReadOnlyList<UpdateEventPayload> payloads, DirectoryDb db, CancellationToken cancellationToken) =>
        EditRevisions.OfAsync(payloads, db, cancellationToken);
}

/// <summary>What postponeEvent gives back.</summary>
[ObjectType<PostponeEventPayload>]
internal static class PostponeEventPayloadType
{
    /// <summary>The result; null if it failed.</summary>
    /// <param name="payload">The result.</param>
    [UseNodes]
    public static NodeReference<Event>? GetEvent([Parent] PostponeEventPayload payload) => payload.Entry<Event>(nameof(Event));

    /// <summary>Revision that holds the edit; null if nothing changed.</summary>
    [BatchResolver]
    public static Task<IReadOnlyDictionary<PostponeEventPayload, Revision?>> GetRevision(IReadOnlyList<PostponeEventPayload> payloads, DirectoryDb db, CancellationToken cancellationToken) =>
        EditRevisions.OfAsync(payloads, db, cancellationToken);
}

/// <summary>What cancelEvent gives back.</summary>
[ObjectType<CancelEventPayload>]
internal static class CancelEventPayloadType
{
    /// <summary>The result; null if it failed.</summary>
    /// <param name="payload">The result.</param>
    [UseNodes]
    public static NodeReference<Event>? GetEvent([Parent] CancelEventPayload payload) => payload.Entry<Event>(nameof(Event));

    /// <summary>Revision that holds the edit; null if nothing changed.</summary>
    [BatchResolver]
    public static Task<IReadOnlyDictionary<CancelEventPayload, Revision?>> GetRevision(IReadOnlyList<CancelEventPayload> payloads, DirectoryDb db, CancellationToken cancellationToken) =>
        EditRevisions.OfAsync(payloads, db, cancellationToken);
}

/// <summary>What reportProjectOutcome gives back.</summary>
[ObjectType<ReportProjectOutcomePayload>]
internal static class ReportProjectOutcomePayloadType
{
    /// <summary>The result; null if it failed.</summary>
    /// <param name="payload">The result.</param>
    [UseNodes]
    public static NodeReference<Project>? GetProject([Parent] ReportProjectOutcomePayload payload) => payload.Entry<Project>(nameof(Project));

    /// <summary>Revision that holds the edit; null if nothing changed.</summary>
    [BatchResolver]
    public static Task<IReadOnlyDictionary<ReportProjectOutcomePayload, Revision?>> GetRevision(IReadOnlyList<ReportProjectOutcomePayload> payloads, DirectoryDb db, CancellationToken cancellationToken) =>
        EditRevisions.OfAsync(payloads, db, cancellationToken);
}

/// <summary>What deleteEntry gives back.</summary>
[ObjectType<DeleteEntryPayload>]
internal static class DeleteEntryPayloadType
{
    /// <summary>Revision that holds the edit; null if nothing changed.</summary>
    [BatchResolver]
    public static Task<IReadOnlyDictionary<DeleteEntryPayload, Revision?>> GetRevision(IReadOnlyList<DeleteEntryPayload> payloads, DirectoryDb db, CancellationToken cancellationToken) =>
        EditRevisions.OfAsync(payloads, db, cancellationToken);
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

    /// <summary>Revision that holds the edit; null if nothing changed.</summary>
    [BatchResolver]
    public static Task<IReadOnlyDictionary<ConfirmEntryPayload, Revision?>> GetRevision(IReadOnlyList<ConfirmEntryPayload> payloads, DirectoryDb db, CancellationToken cancellationToken) =>
        EditRevisions.OfAsync(payloads, db, cancellationToken);
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

    /// <summary>Revision that holds the edit; null if nothing changed.</summary>
    [BatchResolver]
    public static Task<IReadOnlyDictionary<UndoEditPayload, Revision?>> GetRevision(IReadOnlyList<UndoEditPayload> payloads, DirectoryDb db, CancellationToken cancellationToken) =>
        EditRevisions.OfAsync(payloads, db, cancellationToken);
}

/// <summary>What applyEdits gives back.</summary>
[ObjectType<ApplyEditsPayload>]
internal static class ApplyEditsPayloadType
{
    /// <summary>Revision that holds the edit; null if nothing changed.</summary>
    [BatchResolver]
    public static Task<IReadOnlyDictionary<ApplyEditsPayload, Revision?>> GetRevision(IReadOnlyList<ApplyEditsPayload> payloads, DirectoryDb db, CancellationToken cancellationToken) =>
        EditRevisions.OfAsync(payloads, db, cancellationToken);
}

/// <summary>What linkNews gives back.</summary>
[ObjectType<LinkNewsPayload>]
internal static class LinkNewsPayloadType
{
    /// <summary>The result; null if it failed.</summary>
    /// <param name="payload">The result.</param>
    [UseNodes]
    public static NodeReference<NewsItem>? GetNewsItem([Parent] LinkNewsPayload payload) => payload.Entry<NewsItem>(nameof(NewsItem));

    /// <summary>Revision that holds the edit; null if nothing changed.</summary>
    [BatchResolver]
    public static Task<IReadOnlyDictionary<LinkNewsPayload, Revision?>> GetRevision(IReadOnlyList<LinkNewsPayload> payloads, DirectoryDb db, CancellationToken cancellationToken) =>
        EditRevisions.OfAsync(payloads, db, cancellationToken);
}

/// <summary>What addPersonRole gives back.</summary>
[ObjectType<AddPersonRolePayload>]
internal static class AddPersonRolePayloadType
{
    /// <summary>The result; null if it failed.</summary>
    /// <param name="payload">The result.</param>
    [UseNodes]
    public static NodeReference<PersonRole>? GetPersonRole([Parent] AddPersonRolePayload payload) => payload.Entry<PersonRole>(nameof(PersonRole));

    /// <summary>Revision that holds the edit; null if nothing changed.</summary>
    [BatchResolver]
    public static Task<IReadOnlyDictionary<AddPersonRolePayload, Revision?>> GetRevision(IReadOnlyList<AddPersonRolePayload> payloads, DirectoryDb db, CancellationToken cancellationToken) =>
        EditRevisions.OfAsync(payloads, db, cancellationToken);
}

/// <summary>What removePersonRole gives back.</summary>
[ObjectType<RemovePersonRolePayload>]
internal static class RemovePersonRolePayloadType
{
    /// <summary>Revision that holds the edit; null if nothing changed.</summary>
    [BatchResolver]
    public static Task<IReadOnlyDictionary<RemovePersonRolePayload, Revision?>> GetRevision(IReadOnlyList<RemovePersonRolePayload> payloads, DirectoryDb db, CancellationToken cancellationToken) =>
        EditRevisions.OfAsync(payloads, db, cancellationToken);
}

/// <summary>What unlinkNews gives back.</summary>
[ObjectType<UnlinkNewsPayload>]
internal static class UnlinkNewsPayloadType
{
    /// <summary>The result; null if it failed.</summary>
    /// <param name="payload">The result.</param>
    [UseNodes]
    public static NodeReference<NewsItem>? GetNewsItem([Parent] UnlinkNewsPayload payload) => payload.Entry<NewsItem>(nameof(NewsItem));

    /// <summary>Revision that holds the edit; null if nothing changed.</summary>
    [BatchResolver]
    public static Task<IReadOnlyDictionary<UnlinkNewsPayload, Revision?>> GetRevision(IReadOnlyList<UnlinkNewsPayload> payloads, DirectoryDb db, CancellationToken cancellationToken) =>
        EditRevisions.OfAsync(payloads, db, cancellationToken);
}
