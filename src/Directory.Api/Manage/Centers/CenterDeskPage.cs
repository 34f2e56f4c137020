using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Api.Pages;
using CenterDirectory.Api.Pages.Entries;
using CenterDirectory.Api.Pages.Words;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Manage.Centers;

/// <summary>One center: what can be done with it.</summary>
/// <param name="visit">Who reads it.</param>
/// <param name="center">The center.</param>
internal sealed class CenterDeskPage(ManageVisit visit, Center center)
{
    private const int Most = 200;

    private readonly string place = $"/manage/centers/{center.Slug}";

    /// <summary>The page.</summary>
    public async Task<IResult> RenderAsync()
    {
        var services = await visit.Db.Services.AsNoTracking().Include(service => service.VerifiedBy).Where(service => service.CenterId == center.Id)
            .OrderBy(service => service.DisplayNameFolded).ThenBy(service => service.Id).Take(Most).ToListAsync(visit.Cancellation);
        var links = visit.Db.Set<EventCenter>().Where(link => link.CenterId == center.Id).Select(link => link.EventId);
        var events = await visit.Db.Events.AsNoTracking().Include(item => item.Territory).Where(item => links.Contains(item.Id))
            .OrderByDescending(item => item.DateEarliest ?? DateOnly.MinValue).ThenBy(item => item.Id).Take(Most).ToListAsync(visit.Cancellation);
        return visit.Page(center.DisplayName, Html.Of($"""
            {Notices.Of(visit)}
            <h1>{center.DisplayName}</h1>
            <p class="lead">{visit.T("Публичная страница:", "Public page:")} <a href="{visit.To(EntryAddress.PathOf(EntryType.Center, center.Slug)!)}">{center.DisplayName}</a></p>
            <section aria-labelledby="card"><h2 id="card">{visit.T("Карточка", "Card")}</h2>
            <p>{FreshnessMark.Of(visit, center)}</p>
            <div class="actions">
            {visit.Button(place + "/confirm", visit.T("Всё верно", "All of it is true"), "button")}
            <a class="button second" href="{visit.To(place + "/card")}">{visit.T("Исправить карточку", "Change the card")}</a>
            <a href="{visit.To(place + "/history")}">{visit.T("Что менялось", "What was changed")}</a>
            </div>
            <p class="help">{visit.T("«Всё верно» – раз в несколько месяцев, когда вы просмотрели карточку: люди увидят дату.", "“All of it is true” every few months, after you have looked through the card: people will see the day.")}</p>
            </section>
            <section aria-labelledby="services"><h2 id="services">{visit.T("Услуги", "Services")}</h2>
            {Services(services)}
            <p><a class="button" href="{visit.To(place + "/services/new")}">{visit.T("Добавить услугу", "Add a service")}</a></p>
            </section>
            <section aria-labelledby="events"><h2 id="events">{visit.T("События", "Events")}</h2>
            {Events(events)}
            <p><a class="button" href="{visit.To(place + "/events/new")}">{visit.T("Добавить событие", "Add an event")}</a></p>
            </section>
            """));
    }

    private Html Services(List<Service> services) => services.Count == 0
        ? Html.Of($"<p>{visit.T("Пока ни одной. Что центр делает для НКО? Каждая услуга найдётся в поиске по виду поддержки.", "None yet. What does the center do for non-profits? Each service is found by its kind of support.")}</p>")
        : Html.Of($"""
            <ul class="cards">
            {Html.Each(services, service => Html.Of($"""
                <li><span class="title"><a href="{visit.To($"/manage/services/{service.Slug}")}">{service.DisplayName}</a></span>
                <span class="about">{(service.SupportKinds.Count == 0 ? visit.T("вид поддержки не указан", "kind of support not stated") : Labels.List(visit.Language, service.SupportKinds))}</span></li>
                """))}
            </ul>
            """);

    private Html Events(List<Event> events)
    {
        var cards = new EntryCards(visit.Language, DateOnly.FromDateTime(visit.Now));
        return events.Count == 0
            ? Html.Of($"<p>{visit.T("Пока ни одного. Семинар, консультация, набор на курс – всё попадёт в календари.", "None yet. A seminar, a consultation, a course: all of it gets into calendars.")}</p>")
            : Html.Of($"""
                <ul class="cards">
                {Html.Each(events, item => Html.Of($"""
                    <li><span class="title"><a href="{visit.To($"/manage/events/{item.Slug}")}">{item.DisplayName}</a></span>
                    <span class="about">{cards.When(item).Text}{(item.Status is EventStatus.Postponed or EventStatus.Cancelled ? " · " + Labels.Of(visit.Language, item.Status) : "")}</span></li>
                    """))}
                </ul>
                """);
    }
}
