using CenterDirectory.Api.Hosting;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Api.Manage;
using CenterDirectory.Api.Pages;
using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Api.Schema.Requests;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Requests.Asking;

/// <summary>Takes requests from people who have a browser and nothing else. What they send goes the way of <c>requestSupport</c>.</summary>
internal static class AskEndpoints
{
    private static readonly LocalizedText Stale = new(
        "Форма устарела. Всё, что вы написали, на месте: проверьте и отправьте ещё раз.", "The form is out of date. All that you wrote is still there: check it and send it again.");

    private static readonly LocalizedText Hasty = new(
        "Форма отправлена слишком быстро. Проверьте, что вы написали, и отправьте ещё раз.", "The form was sent too fast. Check what you wrote and send it again.");

    private static readonly LocalizedText Trapped = new(
        "Заполнено поле, которого не видно на странице: так делают программы. Отправьте ещё раз, не заполняя его.",
        "A field was filled in that cannot be seen on the page, as programs do. Send it again without.");

    private static readonly LocalizedText SentBefore = new(
        "Эта форма уже отправлена, и заявка принята. Если нужна ещё одна, с тем, что написано сейчас, отправьте форму снова.",
        "This form was sent before, and the request was taken. If you want another one, with what stands here now, send the form again.");

    private static readonly LocalizedText CenterGone = new(
        "Центр, который вы выбрали, заявок больше не принимает. Её получит ближайший подходящий: если вы согласны, отправьте ещё раз.",
        "The center that you chose takes no requests any more. The nearest fitting one would get it: if you agree, send it again.");

    /// <summary>Maps the pages.</summary>
    public static void MapAsking(this IEndpointRouteBuilder routes)
    {
        ConsentPage.Map(routes);
        routes.MapGet(AskPage.Path, ShowAsync);
        routes.MapPost(AskPage.Path, TakeAsync);
        routes.MapGet(AskedPage.WithdrawPath, (HttpContext http, SiteOrigin origin) => Answer(http, new AskedPage(PageLanguage.Of(http.Request), origin.Of(http.Request)).Withdraw(null)));
        routes.MapPost(AskedPage.WithdrawPath, WithdrawAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, RequestVault vault, AskTicket tickets, IOptions<RequestsOptions> options)
    {
        var desk = Desk.Of(http);
        if (!vault.IsOpen)
        {
            return Answer(http, desk.Asked.Closed());
        }

        var form = new AskForm { Center = http.Request.Query["center"].ToString(), Ticket = tickets.Next(), Version = options.Value.ConsentVersion };
        var center = await desk.CenterAsync(form.Center);
        return await desk.ShowAsync(form with { Center = center?.Slug ?? "", Territory = center?.Territory?.Slug ?? "" }, center, []);
    }

    private static async Task<IResult> TakeAsync(HttpContext http, RequestVault vault, AskTicket tickets, RequestIntake intake, IOptions<RequestsOptions> options)
    {
        var desk = Desk.Of(http);
        if (!vault.IsOpen)
        {
            return Answer(http, desk.Asked.Closed());
        }

        if (await ManageGate.FormOfAsync(http) is not { } posted)
        {
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        }

        var form = AskForm.Of(posted);
        var center = await desk.CenterAsync(form.Center);
        var ticket = tickets.Read(form.Ticket);
        if (ticket is null || ticket.Value.Age > AskTicket.Longest || form.Version != options.Value.ConsentVersion)
        {
            return await desk.ShowAsync(form with { Ticket = tickets.Next(), Version = options.Value.ConsentVersion, HasConsent = false }, center, new() { [""] = Stale });
        }

        if (form.IsTrapped || ticket.Value.Age < AskTicket.Shortest)
        {
            return await desk.ShowAsync(form, center, new() { [""] = form.IsTrapped ? Trapped : Hasty });
        }

        if (form.Center.Length > 0 && center is null)
        {
            return await desk.ShowAsync(form with { Center = "" }, null, new() { [""] = CenterGone });
        }

        var input = form.ToInput(center is null ? null : GlobalId.Encode(nameof(Center), center.Id), ticket.Value.Number);
        var written = await intake.TakeAsync(input, http.Connection.RemoteIpAddress, http.RequestAborted);
        if (written.Errors.Any(error => error is IdempotencyError))
        {
            return await desk.ShowAsync(form with { Ticket = tickets.Next() }, center, new() { [""] = SentBefore });
        }

        return written.Result is { Receipt: { } receipt } kept
            ? Answer(http, desk.Asked.Taken(receipt, await desk.RequestAsync(kept.Id)))
            : await desk.ShowAsync(form, center, written.Errors.GroupBy(FieldOf).ToDictionary(group => group.Key, group => group.First().Text), StatusOf(written.Errors));
    }

    private static async Task<IResult> WithdrawAsync(HttpContext http, RequestIntake intake)
    {
        var desk = Desk.Of(http);
        if (await ManageGate.FormOfAsync(http) is not { } posted)
        {
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        }

        var written = await intake.WithdrawAsync(new WithdrawSupportRequestInput(posted["receipt"].ToString().Trim(), null), http.RequestAborted);
        return written.Result is not null
            ? Answer(http, desk.Asked.Withdrawn())
            : Answer(http, desk.Asked.Withdraw(written.Errors is [NotFoundError, ..] ? RequestErrors.UnknownReceipt : written.Errors[0].Text), StatusOf(written.Errors));
    }

    private static int StatusOf(IReadOnlyList<Error> errors) =>
        errors.Any(error => error is RateLimitedError) ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity;

    /// <summary>The box that an error is about.</summary>
    private static string FieldOf(Error error) => error.Path is [_, var field, ..]
        ? field switch { "contactName" => "name", "text" or "territory" or "contact" or "consent" => field, _ => "" }
        : "";

    private static IResult Answer(HttpContext http, Html page, int status = StatusCodes.Status200OK)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = SecurityHeaders.PolicyWithForm;
        headers.CacheControl = "private, no-store";
        headers["X-Robots-Tag"] = "noindex";
        headers.ContentLanguage = PageLanguage.Of(http.Request).Code;
        return TypedResults.Text(page.Markup, "text/html; charset=utf-8", statusCode: status);
    }

    /// <summary>One visit of the form.</summary>
    private sealed record Desk(HttpContext Http, DirectoryDb Db, PageLanguage Language, string Origin)
    {
        public AskedPage Asked => new(Language, Origin);

        public static Desk Of(HttpContext http) => new(
            http, http.RequestServices.GetRequiredService<DirectoryDb>(), PageLanguage.Of(http.Request), http.RequestServices.GetRequiredService<SiteOrigin>().Of(http.Request));

        /// <summary>The center of choice, if it takes requests; links to it outlive its slugs.</summary>
        public Task<Center?> CenterAsync(string slug) => Db.Centers.AsNoTracking().Include(center => center.Territory)
            .Called(Db, slug).Where(center => center.Status != CenterStatus.Closed).OrderBy(center => center.Id).FirstOrDefaultAsync(Http.RequestAborted);

        public Task<Data.Requests.SupportRequest> RequestAsync(long id) =>
            Db.SupportRequests.AsNoTracking().Include(request => request.Center).SingleAsync(request => request.Id == id, Http.RequestAborted);

        public async Task<IResult> ShowAsync(AskForm form, Center? center, Dictionary<string, LocalizedText> wrong, int? status = null)
        {
            var regions = await Db.Territories.AsNoTracking().Where(territory => territory.Kind == TerritoryKind.Region || territory.Slug == form.Territory)
                .OrderBy(territory => territory.DisplayNameFolded).ToListAsync(Http.RequestAborted);
            var page = new AskPage(Language, Origin, form) { Center = center, Territories = regions, Wrong = wrong };
            return Answer(Http, page.Render(), status ?? (wrong.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity));
        }
    }
}
