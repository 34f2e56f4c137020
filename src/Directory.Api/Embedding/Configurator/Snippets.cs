using CenterDirectory.Api.Embedding.Choices;
using CenterDirectory.Api.Pages;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Embedding.Configurator;

/// <summary>What somebody pastes into a site.</summary>
/// <param name="choice">What was chosen.</param>
/// <param name="origin">Scheme and host of this directory.</param>
/// <param name="place">Name of the territory or center, for the words of the link inside.</param>
internal sealed class Snippets(WidgetChoice choice, string origin, string? place)
{
    private static readonly LocalizedText AnyPage = new("Любая страница: HTML", "Any page: HTML");
    private static readonly LocalizedText Pinned = new("HTML с неизменной версией и контрольной суммой", "HTML with a fixed version and its checksum");
    private static readonly LocalizedText Frame = new("Без скриптов: iframe", "Without script: iframe");
    private static readonly LocalizedText ReactTitle = new("React", "React");
    private static readonly LocalizedText WordPressTitle = new("WordPress", "WordPress");
    private static readonly LocalizedText TildaTitle = new("Tilda", "Tilda");
    private static readonly LocalizedText BitrixTitle = new("1С-Битрикс", "1C-Bitrix");

    /// <summary>All of them, for the usual ways of making sites.</summary>
    public IReadOnlyList<Snippet> All =>
    [
        new(AnyPage, new("Вставьте туда, где должен быть каталог. Обновления совместимы и приходят сами.", "Paste it where the directory should be. Compatible updates arrive by themselves."), $"{Script}\n{Element}"),
        new(Frame, new("Там, где скрипты вставлять нельзя. Строка со скриптом необязательна: она подгоняет высоту.", "Where scripts cannot be pasted. The line with the script is optional: it fits the height."), $"{FrameElement}\n{HeightScript}"),
        new(WordPressTitle, new("В редакторе: «Редактор кода», вставьте целиком – получится блок «Произвольный HTML».", "In the editor choose “Code editor” and paste it all: it becomes a “Custom HTML” block."), $"<!-- wp:html -->\n{Script}\n{Element}\n<!-- /wp:html -->"),
        new(TildaTitle, new("Блок T123 «HTML-код»: вставьте и опубликуйте страницу; в редакторе виджет не виден.", "Block T123 “HTML code”: paste it and publish the page; the editor itself does not show it."), $"{Script}\n{Element}"),
        new(BitrixTitle, new("Включаемая область или страница в режиме «Редактировать как HTML»: визуальный редактор может убрать незнакомые теги.", "An include area or a page in the mode “Edit as HTML”: the visual editor may remove tags that it does not know."), $"{Script}\n{Element}"),
        new(ReactTitle, new("Компонент без зависимостей; скрипт загрузится один раз.", "A component without dependencies; the script loads once."), React),
        new(Pinned, new("Для сайтов, которые проверяют чужие скрипты: файл под этим адресом не меняется никогда.", "For sites that check the scripts of others: the file under this address never changes."), $"{PinnedScript}\n{Element}"),
    ];

    /// <summary>The custom element with the page's own link inside.</summary>
    public string Element => $"<{Tag}{Attributes}{Style}>\n  <a href=\"{Encoded(origin + ChoiceParameters.Page(choice))}\">{Encoded(Words)}</a>\n</{Tag}>";

    /// <summary>Name of the element.</summary>
    public string Tag => choice.Kind switch { WidgetKind.Events => "center-events", WidgetKind.Card => "center-card", _ => "center-directory" };

    /// <summary>What the link inside says to whoever has no script.</summary>
    public string Words => (choice.Kind, choice.Language.Code) switch
    {
        (WidgetKind.Events, "en") => place is null ? "Events of resource centers" : $"Events of resource centers: {place}",
        (WidgetKind.Events, _) => place is null ? "События ресурсных центров" : $"События ресурсных центров: {place}",
        (WidgetKind.Card, "en") => place ?? "Resource center",
        (WidgetKind.Card, _) => place ?? "Ресурсный центр",
        (_, "en") => place is null ? "Resource centers for non-profits" : $"Resource centers for non-profits: {place}",
        _ => place is null ? "Ресурсные центры для НКО" : $"Ресурсные центры для НКО: {place}",
    };

    private string Script => $"<script type=\"module\" src=\"{origin}{EmbedAddresses.Script}\"></script>";

    private string PinnedScript =>
        $"<script type=\"module\" src=\"{origin}{EmbedAddresses.LastingScript}\"\n  integrity=\"{WidgetScript.Module.Integrity}\" crossorigin=\"anonymous\"></script>";

    private string FrameElement =>
        $"<iframe src=\"{Encoded(origin + ChoiceParameters.Page(choice))}\" title=\"{Encoded(Words)}\"\n  width=\"100%\" height=\"640\" loading=\"lazy\" style=\"border: 0\"></iframe>";

    private string HeightScript => $"<script type=\"module\" src=\"{origin}{EmbedAddresses.FrameScript}\"></script>";

    private string Attributes => string.Concat(ChoiceParameters.Attributes(choice).Select(attribute => $" {attribute.Name}=\"{Encoded(attribute.Value)}\""));

    private string Style
    {
        get
        {
            var properties = string.Join("; ", ChoiceParameters.Properties(choice).Select(property => $"{property.Name}: {property.Value}"));
            return properties.Length == 0 ? "" : $" style=\"{properties}\"";
        }
    }

    private string React
    {
        get
        {
            var colours = string.Join(", ", ChoiceParameters.Properties(choice).Select(property => $"'{property.Name}': '{property.Value}'"));
            var style = colours.Length == 0 ? "" : $" style={{{{ {colours} }}}}";
            return $$"""
                import { useEffect } from 'react';

                export function {{(choice.Kind switch { WidgetKind.Events => "CenterEvents", WidgetKind.Card => "CenterCard", _ => "CenterDirectory" })}}() {
                  useEffect(() => {
                    import(/* webpackIgnore: true */ /* @vite-ignore */ '{{origin}}{{EmbedAddresses.Script}}');
                  }, []);
                  return (
                    <{{Tag}}{{Attributes}}{{style}}>
                      <a href="{{Encoded(origin + ChoiceParameters.Page(choice))}}">{{Encoded(Words)}}</a>
                    </{{Tag}}>
                  );
                }
                """;
        }
    }

    private static string Encoded(string value) => Html.Of($"{value}").Markup;
}

/// <summary>One way to paste it.</summary>
/// <param name="Title">For which kind of site.</param>
/// <param name="Hint">Where to paste it.</param>
/// <param name="Code">What to paste.</param>
internal sealed record Snippet(LocalizedText Title, LocalizedText Hint, string Code);
