using CenterDirectory.Api.Access;
using CenterDirectory.Api.Pages;
using CenterDirectory.Api.Pages.Entries;
using CenterDirectory.Api.Schema.Editing;
using CenterDirectory.Api.Schema.Editing.Inputs;
using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Api.Schema.Mutations;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Manage;

/// <summary>Entries that somebody wants to work on.</summary>
internal static class ManageEntries
{
    /// <summary>Answers with an entry that the key may change: 404 if there is none, 403 if it is somebody else's.</summary>
    public static async Task<IResult> WithAsync<T>(HttpContext http, string slug, Func<ManageVisit, T, Task<IResult>> answer)
        where T : DirectoryEntry
    {
        var visit = ManageVisit.Of(http);
        var kind = Enum.Parse<EntryType>(typeof(T).Name);
        if (slug.Any(char.IsControl) || await EntryKinds.Of(kind).FindAsync(visit.Reading(), slug) is not T entry)
        {
            return TypedResults.NotFound();
        }

        var verdict = await visit.Get<EditedEntries>().MayEditAsync(visit.Viewer, typeof(T).Name, entry.Id, visit.Cancellation);
        return verdict == AccessVerdict.Permitted ? await answer(visit, entry) : visit.Foreign();
    }

    /// <summary>Says that an entry is still true.</summary>
    public static Task<IResult> ConfirmAsync(ManageVisit visit, DirectoryEntry entry, string back) =>
        MakeAsync(visit, new ConfirmEntryInput(IdOf(entry)), back, back + "?done=confirmed");

    /// <summary>Makes an edit that needs no form, and tells what stands against it.</summary>
    /// <param name="visit">Who makes it.</param>
    /// <param name="input">The input of the mutation.</param>
    /// <param name="back">Where one came from.</param>
    /// <param name="done">Where one goes when it is done.</param>
    public static async Task<IResult> MakeAsync(ManageVisit visit, IRepeatableInput input, string back, string done)
    {
        var outcome = await visit.Get<EditDesk>().MakeAsync(input, visit.Cancellation);
        return outcome.Errors.Count == 0 ? visit.Go(done) : Refused(visit, outcome, back);
    }

    /// <summary>Says why nothing was done.</summary>
    public static IResult Refused(ManageVisit visit, EditOutcome outcome, string back)
    {
        var errors = outcome.Errors.Cast<Error>().ToList();
        var title = visit.T("Не получилось", "It did not work");
        return visit.Page(title, Html.Of($"""
            <h1>{title}</h1>
            <div class="wrong-summary" role="alert">
            <p><strong>{visit.T("Ничего не изменено.", "Nothing was changed.")}</strong></p>
            <ul>{Html.Each(errors, error => Html.Of($"<li>{visit.Language.Pick(error.Text)}</li>"))}</ul>
            </div>
            <p><a class="button" href="{visit.To(back)}">{visit.T("Вернуться", "Go back")}</a></p>
            """), StatusOf(errors[0]));
    }

    /// <summary>Global id of an entry.</summary>
    public static string IdOf(DirectoryEntry entry) => GlobalId.Encode(entry.GetType().Name, entry.Id);

    private static int StatusOf(Error error) => error.Code switch
    {
        ErrorCode.NotPermitted or ErrorCode.OwnCenter => StatusCodes.Status403Forbidden,
        ErrorCode.NotFound => StatusCodes.Status404NotFound,
        ErrorCode.Conflict or ErrorCode.StateNotAllowed => StatusCodes.Status409Conflict,
        ErrorCode.RateLimited => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
