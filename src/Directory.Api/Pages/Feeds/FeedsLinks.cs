using CenterDirectory.Api.Feeds;
using CenterDirectory.Api.Feeds.Filtering;

namespace CenterDirectory.Api.Pages.Feeds;

/// <summary>The permanent links to what was chosen, each with what it is good for. Without JavaScript an address is marked and copied by hand.</summary>
internal sealed class FeedsLinks(PageLanguage language, string origin, FeedsView view)
{
    /// <summary>The address of the choice in a format.</summary>
    public static string Address(string origin, FeedsView view, FeedFormat format)
    {
        var delimiter = format.Extension == "csv" ? view.Query.Stated.FirstOrDefault(pair => pair.Key == "delimiter").Value : null;
        var language = view.Query.Stated.FirstOrDefault(pair => pair.Key == "lang").Value is "en" ? "en" : null;
        var path = new FeedAddress(view.Feed, format, FeedOwner.Directory, null).Path;
        return origin + path + view.Query.Address(("after", null), ("delimiter", delimiter), ("lang", language));
    }

    /// <summary>The section.</summary>
    public Html Render() => Html.Of($"""
        <section id="links" aria-labelledby="take">
        <h2 id="take">{T("Постоянные ссылки", "Permanent links")}</h2>
        <p>{T(
            "Ссылка помнит ваш выбор и не меняется. Её можно передать коллеге.",
            "A link remembers your choice and does not change. You can hand it to a colleague.")}</p>
        <ul class="feed-links">
        {Html.Each(FeedFormat.Of(view.Feed.Subject), Link)}
        </ul>
        <details class="feed-parameters">
        <summary>{T("Все параметры ссылок", "All parameters of links")}</summary>
        <dl>
        {Html.Each(FeedParameters.Of(view.Feed.Subject), Parameter)}
        </dl>
        </details>
        </section>
        """);

    private Html Link(FeedFormat format)
    {
        var address = Address(origin, view, format);
        return Html.Of($"""
            <li>
            <h3>{format.Name}</h3>
            <p>{language.Pick(format.Meaning)}</p>
            <p class="feed-address"><label for="link-{format.Extension}">{T("Адрес", "Address")}</label>
            <input id="link-{format.Extension}" type="text" readonly value="{address}">
            <button type="button" data-copy="link-{format.Extension}" data-copied="{T("Скопировано", "Copied")}" aria-label="{T("Скопировать", "Copy")}: {format.Name}" hidden>{T("Скопировать", "Copy")}</button></p>
            <p class="feed-ways">{(format.Extension == "ics" ? Subscribing(address) : Html.Of($"""<a href="{address}">{T("Открыть", "Open")} {format.Name}</a>"""))}</p>
            </li>
            """);
    }

    private Html Parameter(FeedParameter parameter) => Html.Of($"""
        <div><dt><code>{parameter.Name}</code></dt><dd>{language.Pick(parameter.Meaning)} <span class="about">{language.Pick(parameter.Values).Replace("`", "", StringComparison.Ordinal)}{(parameter.IsList ? T("; можно несколько через запятую", "; several with commas between them") : "")}</span></dd></div>
        """);

    private Html Subscribing(string address)
    {
        var webcal = "webcal" + address[address.IndexOf(':', StringComparison.Ordinal)..];
        var name = Uri.EscapeDataString(T("Ресурсные центры: события", "Resource centers: events"));
        var escaped = Uri.EscapeDataString(address);
        return Html.Of($"""
            <a href="{webcal}">{T("Подписаться (webcal)", "Subscribe (webcal)")}</a>
            <a href="https://calendar.google.com/calendar/render?cid={Uri.EscapeDataString(webcal)}">Google</a>
            <a href="https://outlook.live.com/calendar/0/addfromweb?url={escaped}&amp;name={name}">Outlook.com</a>
            <a href="https://outlook.office.com/calendar/0/addfromweb?url={escaped}&amp;name={name}">Outlook 365</a>
            <a href="{address}">{T("Скачать файл", "Download the file")}</a>
            """);
    }

    private string T(string russian, string english) => language.Pick(russian, english);
}
