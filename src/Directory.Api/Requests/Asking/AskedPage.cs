using CenterDirectory.Api.Pages;
using CenterDirectory.Data.Requests;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Requests.Asking;

/// <summary>What one sees after asking, and how one takes it back.</summary>
internal sealed class AskedPage(PageLanguage language, string address)
{
    /// <summary>Where a request is taken back.</summary>
    public const string WithdrawPath = "/ask/withdraw";

    /// <summary>It was taken.</summary>
    public Html Taken(string receipt, SupportRequest request)
    {
        var title = T("Заявка принята", "The request was taken");
        var who = request.Center is { } center
            ? T($"Её получил центр «{center.DisplayName}».", $"The center “{AskPage.NameOf(language, center)}” has got it.")
            : T("Подходящего центра рядом нет, поэтому её получил координатор.", "There is no fitting center nearby, so the coordinator has got it.");
        return Frame(AskPage.Path, title, Html.Of($"""
            <p class="lead">{who} {T("Ответ придёт туда, куда вы указали.", "The answer comes to where you said.")}</p>
            <p>{T("Сохраните эту квитанцию: с ней заявку можно отозвать, и всё, что вы написали, будет сразу стёрто.", "Keep this receipt: with it you can take the request back, and all that you wrote is erased at once.")}</p>
            <p><code class="receipt">{receipt}</code></p>
            <p><a href="{SitePaths.InLanguage(WithdrawPath, language)}">{T("Отозвать заявку", "Take the request back")}</a></p>
            <p>{T("Без отзыва личные данные будут стёрты", "Otherwise personal data will be erased on")} {request.ErasesOn.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture)}.</p>
            """));
    }

    /// <summary>The form to take it back.</summary>
    public Html Withdraw(LocalizedText? flaw) => Frame(WithdrawPath, T("Отозвать заявку", "Take a request back"), Html.Of($"""
        {(flaw is null ? Html.Nothing : Html.Of($"""<div class="wrong-summary" role="alert"><p id="flaw">{language.Pick(flaw)}</p></div>"""))}
        <form method="post" action="{SitePaths.InLanguage(WithdrawPath, language)}" class="card-form narrow">
        <div class="field">
        <label for="receipt">{T("Квитанция", "Receipt")}</label>
        <p class="help" id="receipt-help">{T("Её показали, когда заявка была принята: 43 знака.", "It was shown when the request was taken: 43 characters.")}</p>
        <input id="receipt" name="receipt" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="100" required aria-describedby="receipt-help{(flaw is null ? "" : " flaw")}">
        </div>
        <p><button type="submit" class="button">{T("Отозвать и стереть", "Take back and erase")}</button></p>
        </form>
        """));

    /// <summary>It was taken back.</summary>
    public Html Withdrawn() => Frame(WithdrawPath, T("Заявка отозвана", "The request was taken back"), Html.Of($"""
        <p class="lead">{T("Имя, контакт и текст стёрты. Центр знает, что заявки больше нет.", "Name, contact and text are erased. The center knows that the request is gone.")}</p>
        """));

    /// <summary>Nothing is taken here.</summary>
    public Html Closed() => Frame(AskPage.Path, T("Заявки пока не принимаются", "No requests are taken yet"), Html.Of($"""
        <p class="lead">{language.Pick(RequestErrors.NotSetUp.Text)}</p>
        <p><a href="{SitePaths.InLanguage("/centers", language)}">{T("Найти центр", "Find a center")}</a></p>
        """));

    private Html Frame(string path, string title, Html main) => AskPage.Frame(language, address, path, title, Html.Of($"<h1>{title}</h1>\n{main}"));

    private string T(string russian, string english) => language.Pick(russian, english);
}
