using System.Globalization;
using System.Text.Json;
using CenterDirectory.Api.Manage.Forms;
using CenterDirectory.Api.Pages;
using CenterDirectory.Api.Pages.Words;
using CenterDirectory.Api.Schema.Editing.Inputs;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Manage.Controls;

/// <summary>Rows of several boxes each. A row is a line of the text, its boxes stand between tabs.</summary>
/// <param name="boxes">Boxes of a row.</param>
/// <param name="most">Most rows.</param>
internal abstract class RowsControl(int boxes, int most) : Control
{
    /// <inheritdoc/>
    public override bool IsGroup => true;

    /// <inheritdoc/>
    public override bool HasRows => true;

    /// <inheritdoc/>
    public override string Collect(IFormCollection form, string name)
    {
        var rows = new List<string>();
        for (var row = 0; row < most + 1 && form.ContainsKey($"{name}.{row}.row"); row++)
        {
            var values = Enumerable.Range(0, boxes).Select(box => Tidy(form[$"{name}.{row}.{box}"]).Replace('\t', ' ').Replace('\n', ' ')).ToArray();
            if (!IsBlank(values))
            {
                rows.Add(string.Join('\t', values));
            }
        }

        return string.Join('\n', rows);
    }

    /// <inheritdoc/>
    public override Html Render(ControlView view)
    {
        var rows = Rows(view.Text).ToList();
        var spare = Math.Clamp(view.SpareRows, 0, Math.Max(0, most - rows.Count));
        return Html.Of($"""
            <div class="rows">
            {Html.Each(rows.Concat(Enumerable.Repeat(Blank(), spare)).Index(), row => Html.Of($"""
                <div class="row" role="group" aria-label="{view.T("Строка", "Row")} {row.Index + 1}">
                <input type="hidden" name="{view.Name}.{row.Index}.row" value="1">
                {Row(view, row.Index, row.Item)}
                </div>
                """))}
            </div>
            """);
    }

    /// <summary>A row without anything in it.</summary>
    protected virtual string[] Blank() => Enumerable.Repeat("", boxes).ToArray();

    /// <summary>Whether nobody has filled a row in.</summary>
    protected abstract bool IsBlank(string[] row);

    /// <summary>The boxes of a row.</summary>
    protected abstract Html Row(ControlView view, int row, string[] values);

    /// <summary>Rows of a text.</summary>
    protected IEnumerable<string[]> Rows(string text) => text.Length == 0 ? [] : text.Split('\n').Select(line => line.Split('\t')).Where(row => row.Length == boxes);

    /// <summary>One box with its name.</summary>
    protected static Html Box(ControlView view, int row, int box, string label, string value, string type = "text", string look = "") => Html.Of($"""
        <label class="{look}">{label}<input type="{type}" name="{view.Name}.{row}.{box}" value="{value}" maxlength="500" autocomplete="off"{(view.IsWrong ? new Html(" aria-invalid=\"true\"") : Html.Nothing)}></label>
        """);
}

/// <summary>Public contacts.</summary>
internal sealed class ContactsControl() : RowsControl(boxes: 3, Most)
{
    private const int Most = 20;

    /// <summary>The text of contacts.</summary>
    public static string Of(IEnumerable<Contact> contacts) =>
        string.Join('\n', contacts.Select(contact => string.Join('\t', Naming.EnumValue(contact.Kind.ToString()), Line(contact.Value), Line(contact.Label))));

    /// <inheritdoc/>
    public override ValueTask<Reading> ReadAsync(string text, FormReading form)
    {
        var contacts = new List<ContactInput>();
        foreach (var (index, row) in Rows(text).Index())
        {
            if (row[1].Length == 0)
            {
                return new(Reading.Wrong($"Строка {index + 1}: не хватает номера или адреса.", $"Row {index + 1}: the number or address is missing."));
            }

            var kind = Terms<ContactKind>.Find(row[0]) ?? ContactKind.Other;
            if (!Suits(kind, row[1]))
            {
                return new(Reading.Wrong($"Строка {index + 1}: «{row[1]}» не похоже на телефон или почту.", $"Row {index + 1}: '{row[1]}' looks like no number or mail address."));
            }

            contacts.Add(new ContactInput(kind, row[1], row[2].Length == 0 ? null : row[2]));
        }

        return new(contacts.Count > Most
            ? Reading.Wrong($"Не больше {Most} контактов.", $"At most {Most} contacts.")
            : Reading.Of(contacts) with { Shown = contacts.ConvertAll(contact => new Contact { Kind = contact.Kind, Value = contact.Value, Label = contact.Label }) });
    }

    /// <inheritdoc/>
    public override string? OfStated(string value, string? name) => string.Join('\n', Items(value).Select(item => string.Join(
        '\t', Part(item, "kind") ?? "OTHER", Line(Part(item, "value")), Line(Part(item, "label")))));

    /// <inheritdoc/>
    public override string Tell(PageLanguage language, string text) => string.Join("; ", Rows(text).Select(row => row[2].Length == 0 ? row[1] : $"{row[1]} ({row[2]})"));

    /// <inheritdoc/>
    protected override string[] Blank() => ["PHONE", "", ""];

    // A kind is chosen in every row, so it says nothing of itself.
    /// <inheritdoc/>
    protected override bool IsBlank(string[] row) => row[1].Length == 0 && row[2].Length == 0;

    /// <inheritdoc/>
    protected override Html Row(ControlView view, int row, string[] values) => Html.Of($"""
        <label>{view.T("Вид", "Kind")}<select name="{view.Name}.{row}.0">
        {Html.Each(Terms<ContactKind>.All, term => Html.Of($"""<option value="{term.Name}"{(term.Name == values[0] ? new Html(" selected") : Html.Nothing)}>{Labels.Of(view.Language, term.Value)}</option>"""))}
        </select></label>
        {Box(view, row, 1, view.T("Номер или адрес", "Number or address"), values[1], look: "wide")}
        {Box(view, row, 2, view.T("Для чего (без фамилий)", "What for (no names)"), values[2], look: "wide")}
        """);

    /// <summary>Enough to tell a number from a mailbox; what is behind it nobody can check here.</summary>
    private static bool Suits(ContactKind kind, string value) => kind switch
    {
        ContactKind.Phone or ContactKind.Fax => value.Count(char.IsAsciiDigit) >= 3,
        ContactKind.Email => value.Split('@') is [{ Length: > 0 }, { Length: > 2 } host] && host.Contains('.', StringComparison.Ordinal) && !value.Any(char.IsWhiteSpace),
        _ => true,
    };

    private static string? Part(JsonElement item, string name) => item.TryGetProperty(name, out var part) ? part.GetString() : null;

    private static string Line(string? text) => (text ?? "").Replace('\t', ' ').ReplaceLineEndings(" ");
}

/// <summary>Opening hours.</summary>
internal sealed class HoursControl() : RowsControl(boxes: 6, Most)
{
    private const int Most = 21;
    private const int Days = 0;

    /// <summary>The text of opening hours.</summary>
    public static string Of(IEnumerable<OpeningHours> hours) => string.Join('\n', hours.Select(row => string.Join(
        '\t', string.Join(',', row.Weekdays.Order().Select(day => Naming.EnumValue(day.ToString()))), Time(row.OpensAt), Time(row.ClosesAt),
        Day(row.ValidFrom), Day(row.ValidThrough), (row.Text ?? "").Replace('\t', ' ').ReplaceLineEndings(" "))));

    /// <inheritdoc/>
    public override ValueTask<Reading> ReadAsync(string text, FormReading form)
    {
        var hours = new List<OpeningHoursInput>();
        foreach (var (index, row) in Rows(text).Index())
        {
            var days = row[Days].Split(',').Select(Terms<Weekday>.Find).OfType<Weekday>().Distinct().Order().ToList();
            if (days.Count == 0 || !TryTime(row[1], out var opens) || !TryTime(row[2], out var closes) || !TryDay(row[3], out var from) || !TryDay(row[4], out var through))
            {
                return new(Reading.Wrong(
                    $"Строка {index + 1}: отметьте дни недели и напишите время как 9:00.", $"Row {index + 1}: mark the days of the week and write times like 9:00."));
            }

            if (opens is null != closes is null || opens >= closes || from > through)
            {
                return new(Reading.Wrong(
                    $"Строка {index + 1}: открытие должно быть раньше закрытия; если в эти дни закрыто, оставьте оба времени пустыми.",
                    $"Row {index + 1}: it opens before it closes; if it is closed on these days, leave both times empty."));
            }

            hours.Add(new OpeningHoursInput(days, opens, closes, from, through, row[5].Length == 0 ? null : row[5]));
        }

        return new(hours.Count > Most
            ? Reading.Wrong($"Не больше {Most} строк.", $"At most {Most} rows.")
            : Reading.Of(hours) with { Shown = hours.ConvertAll(Entity) });
    }

    /// <inheritdoc/>
    public override string? OfStated(string value, string? name) => string.Join('\n', Items(value).Select(item => string.Join(
        '\t', item.TryGetProperty("weekdays", out var days) ? string.Join(',', days.EnumerateArray().Select(day => day.GetString())) : "",
        Minutes(Part(item, "opensAt")), Minutes(Part(item, "closesAt")), Part(item, "validFrom"), Part(item, "validThrough"), Part(item, "text"))));

    /// <inheritdoc/>
    public override string Tell(PageLanguage language, string text) => string.Join("; ", Rows(text).Select(row => HoursWords.Of(language, Entity(new OpeningHoursInput(
        [.. row[Days].Split(',').Select(Terms<Weekday>.Find).OfType<Weekday>()], TryTime(row[1], out var opens) ? opens : null, TryTime(row[2], out var closes) ? closes : null,
        Text: row[5].Length == 0 ? null : row[5])))));

    /// <inheritdoc/>
    protected override bool IsBlank(string[] row) => Array.TrueForAll(row, box => box.Length == 0);

    /// <inheritdoc/>
    protected override Html Row(ControlView view, int row, string[] values)
    {
        var days = values[Days].Split(',');
        var isBounded = values[3].Length > 0 || values[4].Length > 0;
        return Html.Of($"""
            <div class="days" role="group" aria-label="{view.T("Дни недели", "Days of the week")}">
            {Html.Each(Terms<Weekday>.All, term => Html.Of($"""<label class="choice-box"><input type="checkbox" name="{view.Name}.{row}.0" value="{term.Name}"{(days.Contains(term.Name) ? new Html(" checked") : Html.Nothing)}>{HoursWords.Day(view.Language, term.Value)}</label>"""))}
            </div>
            {Box(view, row, 1, view.T("С", "From"), values[1], "time", "time")}
            {Box(view, row, 2, view.T("До", "Until"), values[2], "time", "time")}
            {Box(view, row, 5, view.T("Примечание", "Remark"), values[5], look: "wide")}
            <details class="bounds"{(isBounded ? new Html(" open") : Html.Nothing)}><summary>{view.T("Только в часть года", "Part of the year only")}</summary>
            {Box(view, row, 3, view.T("С даты", "From day"), values[3], "date")}
            {Box(view, row, 4, view.T("По дату", "Until day"), values[4], "date")}
            </details>
            """);
    }

    private static OpeningHours Entity(OpeningHoursInput row) => new()
    {
        Weekdays = [.. row.Weekdays], OpensAt = row.OpensAt, ClosesAt = row.ClosesAt, ValidFrom = row.ValidFrom, ValidThrough = row.ValidThrough, Text = row.Text,
    };

    private static bool TryTime(string text, out TimeOnly? time)
    {
        time = TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var read) ? read : null;
        return text.Length == 0 || time is not null;
    }

    private static bool TryDay(string text, out DateOnly? day)
    {
        day = DateOnly.TryParseExact(text, ["yyyy-MM-dd", "dd.MM.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        return text.Length == 0 || day is not null;
    }

    private static string? Part(JsonElement item, string name) => item.TryGetProperty(name, out var part) ? part.GetString() : null;

    private static string Minutes(string? time) => TimeOnly.TryParse(time, CultureInfo.InvariantCulture, out var read) ? Time(read) : "";

    private static string Time(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
