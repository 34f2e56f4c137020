using System.Text.Json.Nodes;
using CenterDirectory.Api.Pages.Entries.LinkedData;
using CenterDirectory.Api.Schema;
using CenterDirectory.Api.Schema.Staleness;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages.Entries.Kinds;

/// <summary>Pages about projects.</summary>
internal sealed class ProjectPages() : EntryKind<Project>(EntryType.Project)
{
    /// <inheritdoc/>
    protected override IQueryable<Project> WithReferences(IQueryable<Project> entries) => entries
        .Include(project => project.Recipient).Include(project => project.Program);

    /// <inheritdoc/>
    protected override Territory? PlaceOf(Project entry) => null;

    /// <inheritdoc/>
    protected override async Task<JsonObject> DescribeAsync(Project entry, EntryDraft page, LinkedTerms terms, EntryTrail place)
    {
        var reading = page.Reading;
        var one = reading.Db.Projects.Where(project => project.Id == entry.Id);
        page.Summary = entry.Goal;
        if (entry.Status != ProjectStatus.Unknown)
        {
            page.Mark(entry.Status, entry.Status == ProjectStatus.Stopped ? Tone.Bad : entry.Status == ProjectStatus.Planned ? Tone.Plain : Tone.Good);
        }

        var outcome = StaleEntries.OutcomeOf(entry, reading.EndedBefore);
        if (outcome == OutcomeState.Overdue)
        {
            page.Mark(outcome, Tone.Bad);
        }

        page.Section("about", "О проекте", "About the project",
            Blocks.Facts(
                page.Fact("Цель", "Goal", entry.Goal),
                page.Fact("Когда", "When", entry.Period),
                page.Fact("Кто получил средства", "Received the money", entry.Recipient),
                page.Fact("Программа", "Program", entry.Program),
                page.Fact("Что вышло", "What became of it", entry.Outcome)),
            page.Prose(entry.Attribution));
        var grants = await reading.FirstAsync(one.SelectMany(ProjectType.Grants).OrderBy(grant => grant.DisplayNameFolded));
        var territories = await reading.FirstAsync(one.SelectMany(ProjectType.Territories).OrderBy(territory => territory.NameFolded));
        var centers = await reading.FirstAsync(one.SelectMany(ProjectType.Centers).Include(center => center.Territory).OrderBy(center => center.DisplayNameFolded));
        page.Section("grants", "Гранты", "Grants", Blocks.List(grants.Items, page.Cards.Grant), page.More(grants.HasMore));
        page.Section("territories", "Где работает", "Where it works", Blocks.List(territories.Items, page.Cards.Territory), page.More(territories.HasMore));
        page.Section("centers", "Центры-участники", "Centers that take part", Blocks.List(centers.Items, page.Cards.Center), page.More(centers.HasMore));
        await EventSections.AddAsync(page, one.SelectMany(ProjectType.Events));
        await MetricsSection.AddAsync(page, one.SelectMany(ProjectType.Metrics));
        return terms.Subject(entry)
            .With("description", entry.Goal)
            .With("parentOrganization", terms.Maybe(entry.Recipient))
            .With("funding", grants.Items.Select(terms.Reference))
            .With("areaServed", territories.Items.Select(terms.Reference));
    }
}
