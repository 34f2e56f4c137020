using System.Globalization;
using System.Text.Json;
using CenterDirectory.Api.Manage.Forms;
using CenterDirectory.Api.Pages;

namespace CenterDirectory.Api.Manage.Controls;

/// <summary>A line, or several, of any text.</summary>
/// <param name="rows">Lines of the box; one is a line that cannot be broken.</param>
internal class TextControl(int rows = 1) : Control
{
    private const int Longest = 20_000;

    /// <summary>Type of the box of one line.</summary>
    protected virtual string Type => "text";

    /// <summary>What kind of keyboard a phone shows.</summary>
    protected virtual string InputMode => "text";

    /// <inheritdoc/>
    public override Html Render(ControlView view) => rows == 1
        ? Html.Of($"""<input id="{view.Id}" name="{view.Name}" type="{Type}" inputmode="{InputMode}" value="{view.Text}" maxlength="2000" autocomplete="off"{view.About}>""")
        : Html.Of($"""<textarea id="{view.Id}" name="{view.Name}" rows="{rows}" maxlength="{Longest}"{view.About}>{"\n"}{view.Text}</textarea>""");

    /// <inheritdoc/>
    public override ValueTask<Reading> ReadAsync(string text, FormReading form) => new(text.Length > Longest
        ? Reading.Wrong($"Слишком длинно: не больше {Longest} знаков.", $"Too long: at most {Longest} characters.")
        : Read(text));

    /// <summary>The value of a text.</summary>
    protected virtual Reading Read(string text) => Reading.Of(text);
}

/// <summary>A name: one line, which may be longer than a screen is wide.</summary>
internal sealed class NameControl() : TextControl(rows: 2)
{
    /// <inheritdoc/>
    public override string Collect(IFormCollection form, string name) => string.Join(' ', Tidy(form[name]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>An address of the web; people leave its beginning out.</summary>
internal sealed class WebControl : TextControl
{
    /// <inheritdoc/>
    protected override string InputMode => "url";

    /// <inheritdoc/>
    protected override Reading Read(string text) =>
        Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https" && address.Host.Contains('.', StringComparison.Ordinal) && address.UserInfo.Length == 0 && !text.Any(char.IsWhiteSpace)
            ? Reading.Of(address)
            : Reading.Wrong("Это не адрес страницы; он выглядит так: https://example.ru/", "This is no address of a page; one looks like https://example.org/");
}

/// <summary>Texts, one a line.</summary>
internal sealed class LinesControl() : TextControl(rows: 4)
{
    /// <inheritdoc/>
    public override string Collect(IFormCollection form, string name) =>
        string.Join('\n', Tidy(form[name]).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct());

    /// <inheritdoc/>
    public override string? OfStated(string value, string? name) => string.Join('\n', Items(value).Select(item => item.GetString()));

    /// <inheritdoc/>
    protected override Reading Read(string text) =>
        text.Split('\n') is { Length: <= 100 } lines ? Reading.Of(lines.ToList()) : Reading.Wrong("Не больше 100 строк.", "At most 100 lines.");
}

/// <summary>A whole number.</summary>
internal sealed class NumberControl : TextControl
{
    /// <inheritdoc/>
    protected override string InputMode => "numeric";

    /// <inheritdoc/>
    protected override Reading Read(string text) =>
        int.TryParse(text.Replace(" ", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? Reading.Of(number)
            : Reading.Wrong("Нужно целое число больше нуля.", "A whole number above zero is needed.");
}

/// <summary>A sum of roubles.</summary>
internal sealed class RoublesControl : TextControl
{
    /// <inheritdoc/>
    protected override string InputMode => "decimal";

    /// <summary>A sum as people write it.</summary>
    public static string Write(long amountMinor) => (amountMinor / 100m).ToString(amountMinor % 100 == 0 ? "0" : "0.00", CultureInfo.InvariantCulture).Replace('.', ',');

    /// <inheritdoc/>
    public override string? OfStated(string value, string? name) =>
        value.StartsWith('{') && JsonElement.Parse(value) is var money && (!money.TryGetProperty("currency", out var currency) || currency.GetString() == "RUB")
            ? Write(money.GetProperty("amountMinor").GetInt64())
            : null;

    /// <inheritdoc/>
    protected override Reading Read(string text)
    {
        var digits = text.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal).Replace(',', '.');
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var sum) && sum is >= 0 and < 1_000_000_000_000m && decimal.Round(sum, 2) == sum
            ? Reading.Of(new Schema.Editing.Inputs.MoneyInput((long)(sum * 100))) with { Shown = new Data.Values.Money { AmountMinor = (long)(sum * 100) } }
            : Reading.Wrong("Нужна сумма в рублях, например 1500 или 1500,50.", "A sum in roubles is needed, such as 1500 or 1500,50.");
    }
}

/// <summary>A point on the map, as maps let one copy it.</summary>
internal sealed class PointControl : TextControl
{
    /// <summary>A point as people write it.</summary>
    public static string Write(double latitude, double longitude) => string.Create(CultureInfo.InvariantCulture, $"{latitude:0.######}, {longitude:0.######}");

    /// <inheritdoc/>
    public override string? OfStated(string value, string? name) => value.StartsWith('{') && JsonElement.Parse(value) is var point
        ? Write(point.GetProperty("latitude").GetDouble(), point.GetProperty("longitude").GetDouble())
        : null;

    /// <inheritdoc/>
    protected override Reading Read(string text)
    {
        var parts = text.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts is [var north, var east] && Degrees(north) is { } latitude and >= -90 and <= 90 && Degrees(east) is { } longitude and >= -180 and <= 180
            ? Reading.Of(new Schema.Places.GeoPointInput(latitude, longitude)) with { Shown = new Data.Values.GeoPoint { Latitude = latitude, Longitude = longitude } }
            : Reading.Wrong("Нужны широта и долгота через запятую: 54.9893, 73.3682.", "Latitude and longitude with a comma between them are needed: 54.9893, 73.3682.");
    }

    private static double? Degrees(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
