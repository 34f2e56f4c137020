using CenterDirectory.Api.Pages;
using CenterDirectory.Api.Pages.Words;
using CenterDirectory.Api.Schema.Provenance;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Manage.Centers;

/// <summary>The centers of a key.</summary>
/// <param name="visit">Who reads it.</param>
internal sealed class MyCentersPage(ManageVisit visit)
{
    private const int PerPage = 50;

    private static readonly Noun Noun = new("центр", "центра", "центров", "center", "centers");

    /// <summary>The page; whoever has one center and nothing else gets that one at once.</summary>
    public async Task<IResult> RenderAsync()
    {
        var words = visit.Http.Request.Query["q"].ToString().Trim();
        var page = int.TryParse(visit.Http.Request.Query["page"], out var number) && number > 0 ? Math.Min(number, 10_000) : 1;
        var all = await MyCenters.OfAsync(visit);
        if (SearchText.Fold(words) is { Length: > 0 } folded)
        {
            all = all.Where(center => center.DisplayNameFolded.Contains(folded) || center.Slug == words || center.Territory!.DisplayNameFolded.Contains(folded));
        }

        var count = await all.CountAsync(visit.Cancellation);
        var found = await all.AsNoTracking().Include(center => center.Territory).Include(center => center.VerifiedBy)
            .OrderBy(center => center.DisplayNameFolded).ThenBy(center => center.Id).Skip((page - 1) * PerPage).Take(PerPage).ToListAsync(visit.Cancellation);
        return count == 1 && words.Length == 0 && page == 1 && visit.Session.Key.Role == AccessRole.Editor
            ? visit.Go($"/manage/centers/{found[0].Slug}")
            : Page(words, page, count, found);
    }

    private IResult Page(string words, int page, int count, List<Center> found) => visit.Page(visit.T("Центры", "Centers"), Html.Of($"""
        <h1>{(visit.Session.Key.Role == AccessRole.Editor ? visit.T("Мои центры", "My centers") : visit.T("Центры", "Centers"))}</h1>
        <form method="get" action="/manage" class="finder" role="search">
        <input type="hidden" name="lang" value="{visit.Language.Code}">
        <label>{visit.T("Название или место", "Name or place")}<input type="search" name="q" value="{words}" maxlength="200"></label>
        <button type="submit">{visit.T("Найти", "Find")}</button>
        </form>
        <p class="hint" role="status">{visit.Language.Number(count)} {visit.Language.Noun(count, Noun)}</p>
        {(count == 0 ? Html.Of($"<p>{visit.T("Таких центров у вашего ключа нет.", "Your key has no such centers.")}</p>") : Html.Of($"""
            <ul class="cards">
            {Html.Each(found, Card)}
            </ul>
            """))}
        {Pages(words, page, count)}
        {(visit.Session.Key.Role == AccessRole.Editor ? Html.Nothing : Html.Of($"""<p><a class="button" href="{visit.To("/manage/centers/new")}">{visit.T("Добавить центр", "Add a center")}</a></p>"""))}
        """));

    private Html Card(Center center) => Html.Of($"""
        <li><span class="title"><a href="{visit.To($"/manage/centers/{center.Slug}")}">{center.DisplayName}</a></span>
        <span class="about">{center.Territory?.DisplayName ?? center.TerritoryText ?? ""}{(center.Status == CenterStatus.Unknown ? "" : " · " + Labels.Inner(visit.Language, center.Status))}</span>
        {FreshnessMark.Of(visit, center)}</li>
        """);

    private Html Pages(string words, int page, int count) => count <= PerPage ? Html.Nothing : Html.Of($"""
        <nav class="pages" aria-label="{visit.T("Страницы", "Pages")}">
        {(page > 1 ? Link(words, page - 1, visit.T("← Раньше", "← Before")) : Html.Nothing)}
        {(page * PerPage < count ? Link(words, page + 1, visit.T("Дальше →", "Next →")) : Html.Nothing)}
        </nav>
        """);

    private Html Link(string words, int page, string text) => Html.Of($"""<a href="{visit.To($"/manage?q={Uri.EscapeDataString(words)}&page={page}")}">{text}</a>""");
}

/// <summary>Whether somebody has said lately that a card is true.</summary>
internal static class FreshnessMark
{
    /// <summary>A line for people.</summary>
    public static Html Of(ManageVisit visit, DirectoryEntry entry)
    {
        var freshness = visit.Get<Confirmations>().Of(entry.ConfirmedAt);
        return (freshness, entry.ConfirmedAt) switch
        {
            (Freshness.Confirmed, { } at) => Html.Of($"""<span class="about good">{visit.T("Вы подтвердили", "You confirmed it")} {DateWords.Of(visit.Language, DateOnly.FromDateTime(at))}</span>"""),
            (_, { } at) => Html.Of($"""<span class="about bad">{visit.T("Подтверждено давно:", "Confirmed long ago:")} {DateWords.Of(visit.Language, DateOnly.FromDateTime(at))}</span>"""),
            _ => Html.Of($"""<span class="about">{visit.T("Сам центр ещё не подтвердил карточку", "The center itself has not confirmed the card yet")}</span>"""),
        };
    }
}
