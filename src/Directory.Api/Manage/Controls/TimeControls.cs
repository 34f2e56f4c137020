using System.Globalization;
using System.Text.RegularExpressions;
using CenterDirectory.Api.Manage.Forms;
using CenterDirectory.Api.Pages;
using CenterDirectory.Api.Pages.Words;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Manage.Controls;

/// <summary>A day, a month or a year: as exact as somebody knows it.</summary>
internal sealed partial class DateControl : TextControl
{
    /// <summary>A date as people write it; one that they have no way to write stays as it is.</summary>
    public static string Write(FuzzyDate? date) => date is { Earliest: { } day } && day == date.Latest && date.Value.Length == 10
        ? day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)
        : date is { Value: [_, _, _, _, '-', _, _] month } ? $"{month[5..]}.{month[..4]}" : date?.Value ?? "";

    /// <inheritdoc/>
    public override string? OfStated(string value, string? name) => FuzzyDate.TryParse(value, out var date) ? Write(date) : null;

    /// <inheritdoc/>
    public override string Tell(PageLanguage language, string text) => Parse(text) is { } date ? DateWords.Of(language, date) : text;

    /// <inheritdoc/>
    protected override Reading Read(string text) => Parse(text) is { } date
        ? Reading.Of(date)
        : Reading.Wrong("Это не дата. Напишите 15.03.2026, 03.2026 или 2026.", "This is no date. Write 15.03.2026, 03.2026 or 2026.");

    /// <summary>The date of a text; null if it is none.</summary>
    internal static FuzzyDate? Parse(string text)
    {
        if (DayText().Match(text) is { Success: true } day)
        {
            text = $"{day.Groups["year"].Value}-{day.Groups["month"].Value.PadLeft(2, '0')}-{day.Groups["day"].Value.PadLeft(2, '0')}";
        }
        else if (MonthText().Match(text) is { Success: true } month)
        {
            text = $"{month.Groups["year"].Value}-{month.Groups["month"].Value.PadLeft(2, '0')}";
        }

        return FuzzyDate.TryParse(text, out var date) ? date : null;
    }

    [GeneratedRegex(@"^(?<day>[0-9]{1,2})\.(?<month>[0-9]{1,2})\.(?<year>[0-9]{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex DayText();

    [GeneratedRegex(@"^(?<month>[0-9]{1,2})\.(?<year>[0-9]{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthText();
}

/// <summary>A moment on the clock of its place.</summary>
internal sealed class ClockControl : Control
{
    private const string Format = "yyyy-MM-dd'T'HH:mm";

    /// <summary>A moment as the box of a browser has it.</summary>
    public static string Write(DateTime? moment, string? zone) => moment is { } known
        ? TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(known, DateTimeKind.Utc), ZoneControl.Find(zone)).ToString(Format, CultureInfo.InvariantCulture)
        : "";

    /// <inheritdoc/>
    public override Html Render(ControlView view) => Html.Of($"""
        <input id="{view.Id}" name="{view.Name}" type="datetime-local" value="{view.Text}" placeholder="2026-03-15T18:30" maxlength="40"{view.About}>
        """);

    /// <inheritdoc/>
    public override async ValueTask<Reading> ReadAsync(string text, FormReading form)
    {
        // Browsers without such a box send what somebody typed.
        if (!DateTime.TryParseExact(text, [Format, "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "dd.MM.yyyy HH:mm", "dd.MM.yyyy H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return Reading.Wrong("Нужны день и время: 15.03.2026 18:30.", "A day and a time are needed: 15.03.2026 18:30.");
        }

        var zone = ZoneControl.Find(await form.ZoneAsync());
        return zone.IsInvalidTime(local)
            ? Reading.Wrong("В эту минуту часы переводили: такого времени не было.", "The clocks were changed at that minute: there was no such time.")
            : Reading.Of(TimeZoneInfo.ConvertTimeToUtc(local, zone));
    }

    /// <summary>What sources state is in UTC, and the box is on the clock of the place: it is not taken over blindly.</summary>
    public override string? OfStated(string value, string? name) => null;

    /// <inheritdoc/>
    public override string Tell(PageLanguage language, string text) =>
        DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? local.ToString("d MMMM yyyy, HH:mm", language.Culture) : text;
}

/// <summary>The clock that times are on.</summary>
internal sealed class ZoneControl : Control
{
    /// <summary>What counts where nobody says where something takes place.</summary>
    public const string Usual = "Europe/Moscow";

    /// <summary>The zones of Russia, from west to east.</summary>
    private static readonly IReadOnlyList<(string Id, LocalizedText Name)> Zones =
    [
        ("Europe/Kaliningrad", new("Калининград, МСК−1", "Kaliningrad, UTC+2")), ("Europe/Moscow", new("Москва", "Moscow, UTC+3")),
        ("Europe/Samara", new("Самара, МСК+1", "Samara, UTC+4")), ("Asia/Yekaterinburg", new("Екатеринбург, МСК+2", "Yekaterinburg, UTC+5")),
        ("Asia/Omsk", new("Омск, МСК+3", "Omsk, UTC+6")), ("Asia/Novosibirsk", new("Новосибирск, МСК+4", "Novosibirsk, UTC+7")),
        ("Asia/Krasnoyarsk", new("Красноярск, МСК+4", "Krasnoyarsk, UTC+7")), ("Asia/Irkutsk", new("Иркутск, МСК+5", "Irkutsk, UTC+8")),
        ("Asia/Yakutsk", new("Якутск, МСК+6", "Yakutsk, UTC+9")), ("Asia/Vladivostok", new("Владивосток, МСК+7", "Vladivostok, UTC+10")),
        ("Asia/Magadan", new("Магадан, МСК+8", "Magadan, UTC+11")), ("Asia/Kamchatka", new("Камчатка, МСК+9", "Kamchatka, UTC+12")),
    ];

    /// <summary>A zone by its name.</summary>
    public static TimeZoneInfo Find(string? zone) => TimeZoneInfo.TryFindSystemTimeZoneById(zone ?? Usual, out var found) ? found : TimeZoneInfo.FindSystemTimeZoneById(Usual);

    /// <inheritdoc/>
    public override Html Render(ControlView view) => Html.Of($"""
        <select id="{view.Id}" name="{view.Name}"{view.About}>
        {Option("", view.T("как на месте события", "as where it takes place"), view.Text.Length == 0)}
        {Html.Each(Zones, zone => Option(zone.Id, view.Language.Pick(zone.Name), zone.Id == view.Text))}
        {(view.Text.Length == 0 || Zones.Any(zone => zone.Id == view.Text) ? Html.Nothing : Option(view.Text, view.Text, isChosen: true))}
        </select>
        """);

    /// <inheritdoc/>
    public override ValueTask<Reading> ReadAsync(string text, FormReading form) => new(TimeZoneInfo.TryFindSystemTimeZoneById(text, out _) && text.Contains('/', StringComparison.Ordinal)
        ? Reading.Of(text)
        : Reading.Wrong("Выберите часовой пояс из списка.", "Choose a time zone of the list."));

    private static Html Option(string value, string text, bool isChosen) =>
        isChosen ? Html.Of($"""<option value="{value}" selected>{text}</option>""") : Html.Of($"""<option value="{value}">{text}</option>""");
}

/// <summary>Whether an event repeats. What was stated in more words than can be chosen from stays to be chosen.</summary>
internal sealed class RepeatControl : Control
{
    private static readonly IReadOnlyList<(string Rule, LocalizedText Name)> Rules =
    [
        ("RRULE:FREQ=WEEKLY", new("каждую неделю в этот день", "every week on that day")),
        ("RRULE:FREQ=WEEKLY;INTERVAL=2", new("раз в две недели", "every other week")),
        ("RRULE:FREQ=MONTHLY", new("каждый месяц в это число", "every month on that date")),
    ];

    /// <inheritdoc/>
    public override Html Render(ControlView view) => Html.Of($"""
        <select id="{view.Id}" name="{view.Name}"{view.About}>
        {Option("", view.T("не повторяется", "it does not repeat"), view.Text.Length == 0)}
        {Html.Each(Rules, rule => Option(rule.Rule, view.Language.Pick(rule.Name), rule.Rule == view.Text))}
        {(view.Text.Length == 0 || Rules.Any(rule => rule.Rule == view.Text) ? Html.Nothing : Option(view.Text, Tell(view.Language, view.Text), isChosen: true))}
        </select>
        """);

    /// <inheritdoc/>
    public override ValueTask<Reading> ReadAsync(string text, FormReading form) => new(Reading.Of(text));

    /// <inheritdoc/>
    public override string Tell(PageLanguage language, string text) => RecurrenceWords.Of(language, text);

    private static Html Option(string value, string text, bool isChosen) =>
        isChosen ? Html.Of($"""<option value="{value}" selected>{text}</option>""") : Html.Of($"""<option value="{value}">{text}</option>""");
}
