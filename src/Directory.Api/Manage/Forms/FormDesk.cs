using CenterDirectory.Api.Manage.Controls;
using CenterDirectory.Api.Pages.Entries;
using CenterDirectory.Api.Schema.Editing;
using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Manage.Forms;

/// <summary>Shows a form and takes it. What is to change goes to the desk that takes the mutations: the same rights, checks, record and audit.</summary>
/// <param name="visit">Who fills it in.</param>
/// <param name="form">The form.</param>
/// <param name="entry">The entry; a fresh one that is nowhere yet for a new one.</param>
internal sealed class FormDesk(ManageVisit visit, EntryForm form, DirectoryEntry entry)
{
    private readonly bool isNew = entry.Id == 0;
    private FormReading reading = null!;
    private Dictionary<string, string> current = [];
    private IReadOnlyDictionary<string, FieldBackground> background = new Dictionary<string, FieldBackground>();

    /// <summary>Where the form is sent.</summary>
    public required string Address { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>Where one goes without saving.</summary>
    public required string Back { get; init; }

    /// <summary>Where one goes after saving.</summary>
    public required Func<EditOutcome, Task<string>> Done { get; init; }

    /// <summary>The center that a new entry belongs to.</summary>
    public Center? Center { get; init; }

    /// <summary>The form as the directory fills it.</summary>
    public async Task<IResult> ShowAsync()
    {
        await LookAsync();
        var revision = await visit.RevisionAsync();
        var state = isNew ? FormState.Blank(form.Fields, current, revision) : FormState.Open(form.Fields, current, revision);
        return await PageAsync(state, isPreviewed: false);
    }

    /// <summary>A form that came back.</summary>
    public async Task<IResult> TakeAsync(IFormCollection posted)
    {
        await LookAsync();
        var state = FormState.Posted(form.Fields, posted);
        reading.With(state.Texts);
        var wish = posted["do"].ToString().Split(':');
        switch (wish)
        {
            case ["rows", var name]:
                state.Growing = name;
                return await PageAsync(state, isPreviewed: false);
            case ["take", var name, var number] when form.Find(name) is { } field && Offer(name, number) is { } offer:
                state.Take(field, offer.Text, offer.IsWithdrawal);
                return await PageAsync(state, isPreviewed: true);
            case ["theirs", var name] when form.Find(name) is { } field:
                state.See(field, current[name]);
                return await PageAsync(state, isPreviewed: true);
            case ["preview"]:
                return await PageAsync(state, isPreviewed: true, isChecked: true);
            default:
                return await SaveAsync(state);
        }
    }

    private FormOffer? Offer(string name, string number) =>
        int.TryParse(number, out var index) && background.GetValueOrDefault(name) is { } known && index >= 0 && index < known.Offers.Count ? known.Offers[index] : null;

    /// <summary>Reads what the directory says now, and what others do.</summary>
    private async Task LookAsync()
    {
        reading = new FormReading(visit.Db, form.PlaceOf(entry)?.TimeZone ?? Center?.Territory?.TimeZone, visit.Cancellation);
        await reading.LookAtAsync(form.PlaceOf(entry));
        if (entry is Center { Id: > 0 })
        {
            await reading.LookAtAreasAsync(entry.Id);
        }

        current = form.Fields.ToDictionary(field => field.Name, field => field.Of(entry, reading));
        background = await FormOffers.ReadAsync(visit.Db, form, entry, visit.Cancellation);
    }

    private async Task<IResult> SaveAsync(FormState state)
    {
        var draft = new CardDraft();
        foreach (var field in state.Changed.ToList())
        {
            await PutAsync(field, state, draft);
        }

        if (state.Flaws.Count > 0)
        {
            return await PageAsync(state, isPreviewed: true);
        }

        if (draft.IsEmpty)
        {
            return visit.Go(Back + (Back.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "done=same");
        }

        var input = isNew
            ? form.Create(Center is null ? null : GlobalId.Encode(nameof(Center), Center.Id), draft, "manage/" + state.Once)
            : form.Update(GlobalId.Encode(form.Type.ToString(), entry.Id), draft, state.Revision);
        var outcome = await visit.Get<EditDesk>().MakeAsync(input, visit.Cancellation);
        if (outcome.Errors.Count == 0)
        {
            return visit.Go(await Done(outcome));
        }

        foreach (var error in outcome.Errors)
        {
            Blame(state, (Error)error);
        }

        return await PageAsync(state, isPreviewed: true);
    }

    /// <summary>What a field changes: a value, nothing at all, or no word of ours any more.</summary>
    private async Task PutAsync(FormField field, FormState state, CardDraft draft)
    {
        var text = state.Texts[field.Name];
        if (state.IsWithdrawn(field))
        {
            draft.Set(field, null);
        }
        else if (text.Length == 0)
        {
            if (field.IsRequired)
            {
                state.Blame(field.Name, visit.T("Без этого нельзя; заполните.", "This cannot be left out; fill it in."));
            }
            else if (!isNew && background.GetValueOrDefault(field.Name)?.IsSaidByOthers == true && field.Locale is null or Locale.Ru && field.Entry is not ("name" or "title"))
            {
                // Others have a value, and would show it again: who clears a field means that there is none.
                draft.Empty(field);
            }
            else
            {
                draft.Set(field, null);
            }
        }
        else
        {
            var read = await field.Control.ReadAsync(text, reading);
            if (read.Flaw is { } flaw)
            {
                state.Blame(field.Name, visit.Language.Pick(flaw));
            }
            else
            {
                draft.Set(field, read.Value);
            }
        }
    }

    /// <summary>Puts an error of the desk where it belongs.</summary>
    private void Blame(FormState state, Error error)
    {
        if (error is ConflictError conflict)
        {
            state.Revision = conflict.CurrentRevision;
            foreach (var field in form.Fields)
            {
                if (conflict.Fields.Any(clash => clash.Field == field.Stated))
                {
                    state.Clashes[field.Name] = current[field.Name];
                    state.SeeBeside(field, current[field.Name]);
                }
                else if (!state.Changed.Contains(field))
                {
                    state.See(field, current[field.Name]);
                }
            }

            return;
        }

        var steps = error.Path.SkipWhile(step => step != form.CardName).Skip(1).ToList();
        var input = steps is ["emptyFields", ..] ? null : steps.FirstOrDefault();
        var blamed = form.Fields.FirstOrDefault(one => one.Input == input && (one.Locale is null || steps.Contains(one.Name.Split('.')[1])))
            ?? form.Fields.FirstOrDefault(one => one.Input == input || error.Path is [.., var last] && one.Stated == last);
        state.Blame(blamed?.Name ?? "", visit.Language.Pick(error.Text));
    }

    private async Task<IResult> PageAsync(FormState state, bool isPreviewed, bool isChecked = false)
    {
        var hasPlace = form.Fields.Any(field => field.Control is PlaceControl);
        return new FormPage(visit, form, state)
        {
            Address = Address, Title = Title, Back = Back, IsNew = isNew, Background = background, IsPreviewed = isPreviewed,
            Preview = await PreviewAsync(state, isPreviewed, isChecked), Regions = hasPlace ? await reading.RegionsAsync() : [],
        }.Render();
    }

    /// <summary>The card with what was typed, as far as it makes sense.</summary>
    private async Task<EntryPage?> PreviewAsync(FormState state, bool isPreviewed, bool isChecked)
    {
        if (isNew && !isPreviewed)
        {
            return null;
        }

        foreach (var field in isPreviewed ? state.Changed.ToList() : [])
        {
            var text = state.Texts[field.Name];
            var value = text.Length == 0 ? default : await field.Control.ReadAsync(text, reading);
            if (value.Flaw is null)
            {
                field.Show(entry, value.Shown);
            }
            else if (isChecked)
            {
                state.Blame(field.Name, visit.Language.Pick(value.Flaw));
            }
        }

        return await EntryKinds.Of(form.Type).DescribeAsync(visit.Reading(), entry);
    }
}
