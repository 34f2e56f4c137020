using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Api.Manage.Centers;
using CenterDirectory.Api.Pages;
using CenterDirectory.Api.Pages.Entries;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Editing;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Manage.Cards;

/// <summary>A service or an event: how it looks, and what can be done with it.</summary>
/// <param name="visit">Who reads it.</param>
/// <param name="type">Its type.</param>
/// <param name="entry">The entry.</param>
/// <param name="center">Its center.</param>
internal sealed class EntryDeskPage(ManageVisit visit, EntryType type, DirectoryEntry entry, Center? center)
{
    /// <summary>Its part of addresses.</summary>
    public required string Segment { get; init; }

    /// <summary>The public page.</summary>
    public required EntryPage Preview { get; init; }

    /// <summary>Whether it was added here, so that it can be deleted here.</summary>
    public required bool IsOwn { get; init; }

    private string Place => $"/manage/{Segment}/{entry.Slug}";

    /// <summary>Whether nobody but self-service states an entry.</summary>
    public static async Task<bool> IsOwnAsync(ManageVisit visit, DirectoryEntry entry)
    {
        var kind = entry.GetType().Name;
        var keys = await visit.Db.SourceRecords.Where(record => record.Kind == kind && record.EntityId == entry.Id && record.RetiredAt == null)
            .Select(record => record.Source.Key).ToListAsync(visit.Cancellation);
        return keys.Count > 0 && keys.TrueForAll(key => key == SelfService.Key);
    }

    /// <summary>The page.</summary>
    public IResult Render() => visit.Page(entry.DisplayName, Html.Of($"""
        {(center is null ? Html.Nothing : Html.Of($"""<p class="back"><a href="{visit.To($"/manage/centers/{center.Slug}")}">← {center.DisplayName}</a></p>"""))}
        {Notices.Of(visit)}
        <h1>{entry.DisplayName}</h1>
        <div class="actions">
        <a class="button" href="{visit.To(Place + "/card")}">{visit.T("Исправить", "Change")}</a>
        {visit.Button(Place + "/confirm", visit.T("Всё верно", "All of it is true"))}
        {Moves()}
        {(entry is Service ? Html.Of($"""<a href="{visit.To(Place + "/standards")}">{visit.T("Стандарты", "Standards")}</a>""") : Html.Nothing)}
        <a href="{visit.To(EntryAddress.PathOf(type, entry.Slug)!)}">{visit.T("Публичная страница", "Public page")}</a>
        </div>
        <p>{FreshnessMark.Of(visit, entry)}</p>
        <div class="card-frame">
        <p class="marks">{Html.Each(Preview.Marks, mark => Html.Of($"""<span class="mark">{mark.Text}</span>"""))}</p>
        {Html.Each(Preview.Sections.Where(section => section.Key is "about" or "contacts" or "when"), section => Html.Of($"""
            <h2>{section.Title}</h2>
            {new EntryHtml(visit.Language, "").Blocks(section.Blocks)}
            """))}
        </div>
        {Removal()}
        """));

    private Html Moves() => entry is not Event item || item.Status is EventStatus.Cancelled or EventStatus.Completed ? Html.Nothing : Html.Of($"""
        <a href="{visit.To(Place + "/postpone")}">{visit.T("Перенести", "Postpone")}</a>
        <a href="{visit.To(Place + "/cancel")}">{visit.T("Отменить событие", "Call it off")}</a>
        """);

    private Html Removal() => IsOwn
        ? Html.Of($"""
            <details class="form-group"><summary>{visit.T("Удалить", "Delete")}</summary>
            <p class="help">{visit.T("Запись исчезнет со всех страниц. Если событие не состоится, лучше отменить его: тогда об этом узнают те, у кого оно в календаре.", "The entry will vanish from all pages. If an event will not take place, rather call it off: then those who have it in their calendar are told.")}</p>
            {visit.Button(Place + "/delete", visit.T("Да, удалить", "Yes, delete it"))}
            </details>
            """)
        : Html.Of($"""<p class="help">{visit.T("Эту запись сообщает и другой источник, поэтому удалить её нельзя – можно исправить.", "Another source states this entry too, so it cannot be deleted, only changed.")}</p>""");
}
