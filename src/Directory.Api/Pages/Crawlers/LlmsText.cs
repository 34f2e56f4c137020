using System.Text;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Api.Pages.Entries;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages.Crawlers;

/// <summary>What the site is and where it keeps what, for programs that read text (llmstxt.org).</summary>
internal sealed class LlmsText(PageLanguage language, string origin)
{
    private const int MostCenters = 300;

    /// <summary>The text; it names centers and regions, in two statements.</summary>
    public async Task<string> WriteAsync(DirectoryDb db, CancellationToken cancellationToken)
    {
        var centers = await db.Centers.AsNoTracking().OrderBy(center => center.DisplayNameFolded).ThenBy(center => center.Id)
            .Take(MostCenters).ToListAsync(cancellationToken);
        var regions = await db.Territories.AsNoTracking().Where(territory => territory.Kind == TerritoryKind.FederalDistrict || territory.Kind == TerritoryKind.Region)
            .OrderBy(territory => territory.NameFolded).ThenBy(territory => territory.Id).ToListAsync(cancellationToken);
        var text = new StringBuilder();
        Introduce(text);
        List(text, T("Центры", "Centers"), centers);
        List(text, T("Территории", "Territories"), regions);
        return text.ToString();
    }

    private void Introduce(StringBuilder text)
    {
        text.Append("# CenterDirectory\n\n> ").Append(T(
            "Открытый справочник ресурсных центров для НКО в России: услуги, события, новости, сети, проекты – и какой источник что говорит. Ничего сверх источников: даты и числа бывают неточными и так и записаны.",
            "Open directory of resource centers for non-profits in Russia: services, events, news, networks, projects – and which source says what. Nothing beyond the sources: dates and numbers may be vague and are written so.")).Append("\n\n");
        text.Append(T(
            $"У каждой записи есть страница `{origin}/{{тип}}/{{slug}}` и её текст в Markdown по тому же адресу с `.md` на конце. Типы: {Types}. Язык: `?lang=ru` или `?lang=en`.",
            $"Every entry has a page `{origin}/{{type}}/{{slug}}` and its text in Markdown at the same address with `.md` behind it. Types: {Types}. Language: `?lang=ru` or `?lang=en`.")).Append("\n\n");
        text.Append("## ").Append(T("Разделы", "Parts")).Append("\n\n");
        foreach (var entry in SiteMenu.All.Where(entry => !entry.IsForBrowsers))
        {
            Item(text, language.Pick(entry.Title), SitePaths.InLanguage(entry.Path, language), language.Pick(entry.Promise));
        }

        Item(text, T("Схема GraphQL", "GraphQL schema"), "/schema.graphql", T("все типы и поля с описаниями; спрашивать методом POST на /graphql", "all types and fields with descriptions; ask by POST to /graphql"));
        Item(text, "Sitemap", "/sitemap.xml", T("адреса всех записей с датой изменения", "addresses of all entries with the time of their last change"));
    }

    private void List(StringBuilder text, string title, IReadOnlyList<DirectoryEntry> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        text.Append("\n## ").Append(title).Append("\n\n");
        var cards = new EntryCards(language, DateOnly.MinValue);
        foreach (var entry in entries)
        {
            Item(text, cards.Name(entry), SitePaths.InLanguage(EntryAddress.PathOf(entry.GetType().Name, entry.Slug) + ".md", language), null);
        }
    }

    private void Item(StringBuilder text, string title, string path, string? promise)
    {
        text.Append("- ").Append(Markdown.Link(title, origin + path));
        text.Append(promise is null ? "" : ": " + Markdown.Escape(promise)).Append('\n');
    }

    private static string Types => string.Join(", ", EntryAddress.Types.Select(type => $"`{EntryAddress.SegmentOf(type)}`"));

    private string T(string russian, string english) => language.Pick(russian, english);
}
