using CenterDirectory.Api.Access;
using CenterDirectory.Api.Manage.Centers;
using CenterDirectory.Api.Pages;
using CenterDirectory.Api.Pages.Words;
using CenterDirectory.Api.Schema.Standards;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Manage.Standards;

/// <summary>Which standards a service meets: the center declares, a coordinator judges.</summary>
/// <param name="visit">Who reads it.</param>
/// <param name="service">The service.</param>
internal sealed class StandardsPage(ManageVisit visit, Service service)
{
    private const int Most = 50;

    private readonly string place = $"/manage/services/{service.Slug}";

    /// <summary>The page.</summary>
    public async Task<IResult> RenderAsync()
    {
        var standards = await FittingAsync();
        var declared = await visit.Db.StandardDeclarations.AsNoTracking().Include(one => one.Standard).Where(one => one.ServiceId == service.Id)
            .OrderByDescending(one => one.DeclaredAt).ThenByDescending(one => one.Id).ToListAsync(visit.Cancellation);
        var title = visit.T("Стандарты услуги", "Standards of the service");
        var parts = new List<Html>();
        foreach (var standard in standards.UnionBy(declared.Select(one => one.Standard), standard => standard.Id))
        {
            parts.Add(await OneAsync(standard, declared.Find(one => one.StandardId == standard.Id)));
        }

        return visit.Page(title, Html.Of($"""
            <p class="back"><a href="{visit.To(place)}">← {service.DisplayName}</a></p>
            {Notices.Of(visit)}
            <h1>{title}</h1>
            <p class="help">{visit.T(
                "Отметьте требования, которые услуга выполняет. Координатор сети или территории подтвердит или возразит; своему центру оценку не ставит никто.",
                "Mark the criteria that the service meets. The coordinator of the network or territory confirms or objects; nobody judges a center of their own.")}</p>
            {(parts.Count == 0 ? Html.Of($"<p>{visit.T("Стандартов для этой услуги в справочнике нет.", "The directory has no standards for this service.")}</p>") : Html.Each(parts, part => part))}
            """));
    }

    /// <summary>Standards that hold for the service where it is.</summary>
    private async Task<List<ServiceStandard>> FittingAsync()
    {
        var found = await visit.Db.ServiceStandards.AsNoTracking()
            .Where(standard => (standard.NetworkId == null || visit.Db.NetworkMembers.Any(member => member.NetworkId == standard.NetworkId && member.CenterId == service.CenterId))
                && (standard.TerritoryId == null || visit.Db.TerritoryClosures.Any(pair => pair.AncestorId == standard.TerritoryId && pair.DescendantId == service.TerritoryId)))
            .OrderBy(standard => standard.DisplayNameFolded).ThenBy(standard => standard.Id).Take(Most).ToListAsync(visit.Cancellation);
        return found.FindAll(standard => standard.SupportKinds.Count == 0 || service.SupportKinds.Count == 0 || standard.SupportKinds.Intersect(service.SupportKinds).Any());
    }

    private async Task<Html> OneAsync(ServiceStandard standard, StandardDeclaration? known)
    {
        var verdict = service.CenterId is { } center && known is not null
            ? await visit.Viewer.MayReviewAsync(center, standard.NetworkId, standard.TerritoryId, visit.Cancellation)
            : AccessVerdict.NotPermitted;
        return Html.Of($"""
            <section aria-labelledby="s-{standard.Slug}"><h2 id="s-{standard.Slug}">{standard.DisplayName}</h2>
            {(standard.Description is null ? Html.Nothing : Html.Of($"<p>{standard.Description}</p>"))}
            {State(known)}
            <form method="post" action="{visit.To(place + "/standards")}" class="card-form">{visit.Token}
            <input type="hidden" name="standard" value="{standard.Slug}"><input type="hidden" name="do" value="declare">
            <fieldset class="field"><legend>{visit.T("Требования", "Criteria")}</legend>
            <div class="choices">
            {Html.Each(standard.Criteria, criterion => Html.Of($"""
                <label class="choice-box"><input type="checkbox" name="criteria" value="{criterion.Key}"{(known?.MetCriteria.Contains(criterion.Key) == true ? new Html(" checked") : Html.Nothing)}>{criterion.Title}</label>
                """))}
            </div></fieldset>
            <p><button type="submit" class="button">{(known is null ? visit.T("Заявить", "Declare") : visit.T("Заявить заново", "Declare anew"))}<span class="sr">: {standard.DisplayName}</span></button></p></form>
            {(verdict == AccessVerdict.Permitted ? Review(standard) : Html.Nothing)}
            </section>
            """);
    }

    private Html State(StandardDeclaration? known)
    {
        if (known is null)
        {
            return Html.Of($"""<p class="quiet">{visit.T("Пока не заявлено.", "Not declared yet.")}</p>""");
        }

        var state = DeclarationStanding.StateOf(known, DateOnly.FromDateTime(visit.Now));
        return Html.Of($"""
            <p><strong>{Labels.Of(visit.Language, state)}</strong> <span class="quiet">{DateWords.Of(visit.Language, DateOnly.FromDateTime(known.ReviewedAt ?? known.DeclaredAt))}{(known.ExpiresOn is { } end ? $" · {visit.T("действует до", "until")} {DateWords.Of(visit.Language, end)}" : "")}</span></p>
            {(known.Reason is null ? Html.Nothing : Html.Of($"""<p class="says">{known.Reason}</p>"""))}
            """);
    }

    private Html Review(ServiceStandard standard) => Html.Of($"""
        <form method="post" action="{visit.To(place + "/standards")}" class="card-form narrow">{visit.Token}
        <input type="hidden" name="standard" value="{standard.Slug}">
        <div class="field"><label for="r-{standard.Slug}">{visit.T("Решение координатора: обоснование", "Verdict of the coordinator: reason")}</label>
        <p class="help" id="rh-{standard.Slug}">{visit.T("Для возражения обязательно: центр должен знать, что исправить.", "Needed for an objection: the center must know what to mend.")}</p>
        <textarea id="r-{standard.Slug}" name="reason" rows="3" maxlength="2000" aria-describedby="rh-{standard.Slug}"></textarea></div>
        <div class="actions"><button type="submit" name="do" value="confirm" class="button">{visit.T("Подтвердить", "Confirm")}<span class="sr">: {standard.DisplayName}</span></button>
        <button type="submit" name="do" value="object">{visit.T("Возразить", "Object")}<span class="sr">: {standard.DisplayName}</span></button></div></form>
        """);
}
