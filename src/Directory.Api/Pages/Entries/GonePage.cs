using CenterDirectory.Api.Pages.Words;
using CenterDirectory.Data.Provenance;

namespace CenterDirectory.Api.Pages.Entries;

/// <summary>Where an entry was that its sources no longer name.</summary>
internal sealed class GonePage(PageLanguage language, Tombstone tombstone)
{
    private string Title => language.Pick("Этой записи больше нет", "This entry is gone");

    private string Text => language.Pick(
        $"{Labels.Of(language, tombstone.EntryType)} «{tombstone.Slug}»: источники перестали называть эту запись, и {Day} она снята.",
        $"{Labels.Of(language, tombstone.EntryType)} “{tombstone.Slug}”: its sources no longer name it, so it was taken out on {Day}.");

    private MenuEntry List => SiteMenu.ListOf(tombstone.EntryType) ?? SiteMenu.Centers;

    private string Day => DateWords.Of(language, DateOnly.FromDateTime(tombstone.RemovedAt));

    /// <summary>The page.</summary>
    public Html Render() => PageLayout.Render(
        language, $"{Title} – CenterDirectory", Html.Of($"""<meta name="robots" content="noindex">"""), PageLayout.Languages(language), Html.Of($"""
            <section class="hero">
            <p class="status">410</p>
            <h1>{Title}</h1>
            <p class="lead">{Text}</p>
            <p>{language.Pick("Если источник назовёт её снова, она вернётся под этим же адресом.", "If a source names it again, it returns under this address.")}</p>
            <p><a class="button" href="{SitePaths.InLanguage(List.Path, language)}">{language.Pick("К списку", "To the list")}: {language.Pick(List.Title)}</a></p>
            </section>
            """));

    /// <summary>The same in Markdown.</summary>
    public string Markdown() => $"# {Title}\n\n{Entries.Markdown.Escape(Text)}\n";
}
