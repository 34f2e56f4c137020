using System.Globalization;
using CenterDirectory.Api.Pages.Words;
using CenterDirectory.Api.Schema.Standards;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages.Entries.Kinds;

/// <summary>Which standards services are said to meet, who agrees, and requirement by requirement how they stand.</summary>
internal static class StandardsSection
{
    /// <summary>Adds the section, in one statement.</summary>
    /// <param name="page">The page.</param>
    /// <param name="items">The declarations.</param>
    /// <param name="isOfService">Whether the page is about the service itself; else each line says which one.</param>
    public static async Task AddAsync(EntryDraft page, IQueryable<StandardDeclaration> items, bool isOfService)
    {
        var declarations = await page.Reading.FirstAsync(items
            .Include(declaration => declaration.Service).Include(declaration => declaration.Standard).Include(declaration => declaration.ReviewedBy)
            .OrderBy(declaration => declaration.Service.DisplayNameFolded).ThenByDescending(declaration => declaration.DeclaredAt).ThenBy(declaration => declaration.Id));
        page.Section(
            "standards", "Стандарты услуг", "Standards of services",
            Blocks.List(declarations.Items, declaration => isOfService ? Whole(page, declaration) : Short(page, declaration)), page.More(declarations.HasMore));
    }

    private static Card Short(EntryDraft page, StandardDeclaration declaration) => EntryCards.Card(
        page.Cards.Link(declaration.Service), Phrase.Of(page.Cards.Name(declaration.Standard)), Phrase.Of(StandingOf(page, declaration)));

    private static Card Whole(EntryDraft page, StandardDeclaration declaration) => EntryCards.Card(
        Phrase.Of(page.Cards.Name(declaration.Standard)),
        [
            Phrase.Of(StandingOf(page, declaration)),
            declaration.ReviewedBy is { } reviewer ? Line.Of(Phrase.Of(page.T("Проверил координатор: ", "Judged for: ")), page.Cards.Link(reviewer)) : null,
            declaration is { Verdict: StandardVerdict.Object, Reason: { } reason } ? (Line)Phrase.Of($"{page.T("Возражение", "Objection")}: {reason}") : null,
            .. DeclarationStanding.CriteriaOf(declaration, page.Reading.Day).Select(criterion => (Line?)Phrase.Of($"{criterion.Criterion.Title} – {Labels.Inner(page.Language, criterion.State)}")),
        ]);

    /// <summary>State, last day, score.</summary>
    private static string StandingOf(EntryDraft page, StandardDeclaration declaration)
    {
        var state = DeclarationStanding.StateOf(declaration, page.Reading.Day);
        var score = DeclarationStanding.ScoreOf(declaration, page.Reading.Day).ToString("0.###", CultureInfo.InvariantCulture);
        var until = state is StandardState.Confirmed or StandardState.Expired && declaration.ExpiresOn is { } last ? $" ({page.T("по", "until")} {DateWords.Of(page.Language, last)})" : "";
        return $"{Labels.Of(page.Language, state)}{until} · {page.T("оценка", "score")} {page.T(score.Replace('.', ','), score)}";
    }
}
