using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Api.Pages;
using CenterDirectory.Data.Values;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Requests;

/// <summary>The text that people consent to when they ask for support, with its version, at an address that lasts.</summary>
internal sealed class ConsentPage(PageLanguage language, string address, RequestsOptions options)
{
    /// <summary>Its address.</summary>
    public const string Path = "/privacy/requests";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods(Path, Reading, (HttpContext http, SiteOrigin origin, IOptions<RequestsOptions> options) =>
        PageEndpoints.Page(http, language => new ConsentPage(language, origin.Of(http.Request), options.Value).Render()));

    /// <summary>The page.</summary>
    public Html Render() => PageLayout.Render(
        language,
        T("Согласие на обработку данных – CenterDirectory", "Consent to processing – CenterDirectory"),
        new PageHead(language, address)
        {
            Path = Path,
            Title = T("Согласие на обработку персональных данных", "Consent to the processing of personal data"),
            Description = T("С чем соглашается тот, кто отправляет заявку на поддержку.", "What one consents to by sending a request for support."),
        }.Render(),
        PageLayout.Languages(language, Path),
        Html.Of($"""
            <section class="hero">
            <h1>{T("Согласие на обработку персональных данных", "Consent to the processing of personal data")}</h1>
            <p class="lead">{T("Версия текста", "Version of the text")}: <code>{options.ConsentVersion}</code></p>
            </section>
            {Html.Each(Paragraphs(), paragraph => Html.Of($"<p>{paragraph}</p>"))}
            """));

    private IEnumerable<string> Paragraphs() => TextOf(language == PageLanguage.English).Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private string TextOf(bool inEnglish)
    {
        var stated = inEnglish ? options.ConsentTextEn : options.ConsentTextRu;
        return stated.Length > 0 ? stated : language.Pick(Usual());
    }

    private LocalizedText Usual()
    {
        var who = options.Operator.Length > 0 ? options.Operator : T("оператор этого справочника", "the operator of this directory");
        return new LocalizedText(
            $"""
            Отправляя заявку, я даю согласие на обработку моих персональных данных. Оператор: {who}.

            Данные: имя, контакт для ответа, текст заявки. Цель: передать заявку ресурсному центру, который оказывает такую поддержку, и ответить на неё.

            Что с ними делают: записывают, хранят в зашифрованном виде, показывают центру или координатору, которому передана заявка, используют для ответа, стирают. Никому больше их не передают и не публикуют.

            Срок: {options.RetentionDays} дн. со дня отправки; после этого данные стираются. Согласие можно отозвать в любой момент квитанцией, которую отправитель получает вместе с принятой заявкой, или письмом оператору: данные стираются сразу.
            """,
            $"""
            By sending a request I consent to the processing of my personal data. Operator: {who}.

            Data: name, contact for the answer, text of the request. Purpose: to pass the request to a resource center that gives such support, and to answer it.

            What is done with them: they are written down, kept encrypted, shown to the center or coordinator that the request goes to, used for the answer, and erased. They are passed to nobody else and not published.

            Term: {options.RetentionDays} days from sending; then the data are erased. Consent can be withdrawn at any time with the receipt that comes with a request that was taken, or by a letter to the operator: the data are erased at once.
            """);
    }

    private string T(string russian, string english) => language.Pick(russian, english);
}
