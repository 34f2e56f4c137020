using CenterDirectory.Api.Manage.Forms;
using CenterDirectory.Api.Pages;
using CenterDirectory.Api.Pages.Words;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Manage.Controls;

/// <summary>One value of a vocabulary.</summary>
/// <param name="none">The value that means that nobody has said anything; not offered.</param>
internal sealed class ChoiceControl<TEnum>(TEnum? none = null) : Control
    where TEnum : struct, Enum
{
    /// <summary>The text of a value.</summary>
    public string Of(TEnum? value) => value is null || EqualityComparer<TEnum?>.Default.Equals(value, none) ? "" : Naming.EnumValue(value.Value.ToString());

    /// <inheritdoc/>
    public override Html Render(ControlView view) => Html.Of($"""
        <select id="{view.Id}" name="{view.Name}"{view.About}>
        {Option("", view.T("не указано", "not stated"), view.Text.Length == 0)}
        {Html.Each(Terms<TEnum>.All.Where(term => Of(term.Value).Length > 0), term => Option(term.Name, Labels.Of(view.Language, term.Value), term.Name == view.Text))}
        </select>
        """);

    /// <inheritdoc/>
    public override ValueTask<Reading> ReadAsync(string text, FormReading form) => new(Terms<TEnum>.Find(text) is { } value
        ? Reading.Of(value)
        : Reading.Wrong("Выберите значение из списка.", "Choose a value of the list."));

    /// <inheritdoc/>
    public override string? OfStated(string value, string? name) => Terms<TEnum>.Find(value) is { } known ? Of(known) : null;

    /// <inheritdoc/>
    public override string Tell(PageLanguage language, string text) => Terms<TEnum>.Find(text) is { } value ? Labels.Of(language, value) : text;

    private static Html Option(string value, string text, bool isChosen) =>
        isChosen ? Html.Of($"""<option value="{value}" selected>{text}</option>""") : Html.Of($"""<option value="{value}">{text}</option>""");
}

/// <summary>Any number of values of a vocabulary.</summary>
internal sealed class ChoicesControl<TEnum> : Control
    where TEnum : struct, Enum
{
    /// <inheritdoc/>
    public override bool IsGroup => true;

    /// <summary>The text of values, in the order of the vocabulary.</summary>
    public static string Of(IEnumerable<TEnum> values) => Of(values.Select(value => Naming.EnumValue(value.ToString())));

    /// <inheritdoc/>
    public override string Collect(IFormCollection form, string name) => Of(form[name].OfType<string>());

    /// <inheritdoc/>
    public override Html Render(ControlView view)
    {
        var chosen = view.Text.Split('\n');
        return Html.Of($"""
            <div class="choices">
            {Html.Each(Terms<TEnum>.All, term => Html.Of($"""
                <label class="choice-box"><input type="checkbox" name="{view.Name}" value="{term.Name}"{(chosen.Contains(term.Name) ? new Html(" checked") : Html.Nothing)}>{Labels.Of(view.Language, term.Value)}</label>
                """))}
            </div>
            """);
    }

    /// <inheritdoc/>
    public override ValueTask<Reading> ReadAsync(string text, FormReading form) =>
        new(Reading.Of(text.Split('\n').Select(Terms<TEnum>.Find).OfType<TEnum>().ToList()));

    /// <inheritdoc/>
    public override string? OfStated(string value, string? name) => Of(Items(value).Select(item => item.GetString()!));

    /// <inheritdoc/>
    public override string Tell(PageLanguage language, string text) => Labels.List(language, text.Split('\n').Select(Terms<TEnum>.Find).OfType<TEnum>());

    // What is no word of the vocabulary is left out: no browser sends it.
    private static string Of(IEnumerable<string> names)
    {
        var chosen = names.ToHashSet(StringComparer.Ordinal);
        return string.Join('\n', Terms<TEnum>.All.Select(term => term.Name).Where(chosen.Contains));
    }
}

/// <summary>The values of a vocabulary with the names that the schema gives them.</summary>
internal static class Terms<TEnum>
    where TEnum : struct, Enum
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<(string Name, TEnum Value)> All = [.. Enum.GetValues<TEnum>().Select(value => (Naming.EnumValue(value.ToString()), value))];

    private static readonly Dictionary<string, TEnum> ByName = All.ToDictionary(term => term.Name, term => term.Value, StringComparer.Ordinal);

    /// <summary>The value of a name; null if there is none.</summary>
    public static TEnum? Find(string name) => ByName.TryGetValue(name, out var value) ? value : null;
}
