using CenterDirectory.Api.Pages;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Manage.Centers;

/// <summary>What became of the form that somebody has just sent.</summary>
internal static class Notices
{
    private static readonly Dictionary<string, LocalizedText> Words = new(StringComparer.Ordinal)
    {
        ["saved"] = new("Сохранено. Публичная страница, виджеты и календари уже говорят новое; выгрузки – в течение четверти часа.", "Saved. The public page, widgets and calendars say so already; dumps will within a quarter of an hour."),
        ["same"] = new("Ничего не изменилось: в форме то же, что и в справочнике.", "Nothing has changed: the form says what the directory says."),
        ["confirmed"] = new("Спасибо! Дата подтверждения обновлена.", "Thank you! The day of confirmation is up to date."),
        ["undone"] = new("Правка отменена: всё снова как до неё.", "The edit is undone: everything is as before it."),
        ["deleted"] = new("Удалено. Если передумали, это можно отменить на странице «Что менялось».", "Deleted. If you change your mind, undo it on the page of changes."),
        ["postponed"] = new("Событие перенесено; календари, в которых оно есть, узнают об этом.", "The event is postponed; calendars that have it will be told."),
        ["cancelled"] = new("Событие отменено; календари, в которых оно есть, узнают об этом.", "The event is called off; calendars that have it will be told."),
        ["accept"] = new("Заявка у вас в работе.", "You have taken the request."),
        ["answer"] = new("Ответ записан; если человек оставил почту, он уже в пути.", "The answer is noted; if the person left a mail address, it is on its way."),
        ["forward"] = new("Заявка передана.", "The request is passed on."),
        ["close"] = new("Заявка закрыта.", "The request is closed."),
        ["declared"] = new("Записано. Координатор подтвердит или возразит.", "Noted. The coordinator will confirm or object."),
        ["reviewed"] = new("Решение записано.", "The verdict is noted."),
    };

    /// <summary>The words for what the address says; nothing if it says nothing that is known.</summary>
    public static Html Of(ManageVisit visit) => Words.TryGetValue(visit.Http.Request.Query["done"].ToString(), out var words)
        ? Html.Of($"""<p class="notice" role="status">{visit.Language.Pick(words)}</p>""")
        : Html.Nothing;
}
