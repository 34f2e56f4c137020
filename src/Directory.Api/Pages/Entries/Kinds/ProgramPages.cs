using System.Text.Json.Nodes;
using CenterDirectory.Api.Pages.Entries.LinkedData;
using CenterDirectory.Api.Schema;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages.Entries.Kinds;

/// <summary>Pages about programs.</summary>
internal sealed class ProgramPages() : EntryKind<Program>(EntryType.Program)
{
    /// <inheritdoc/>
    protected override IQueryable<Program> WithReferences(IQueryable<Program> entries) => entries.Include(program => program.Operator);

    /// <inheritdoc/>
    protected override Territory? PlaceOf(Program entry) => null;

    /// <inheritdoc/>
    protected override async Task<JsonObject> DescribeAsync(Program entry, EntryDraft page, LinkedTerms terms, EntryTrail place)
    {
        var reading = page.Reading;
        var one = reading.Db.Programs.Where(program => program.Id == entry.Id);
        page.Summary = page.Text(entry.Description, entry.DescriptionEn);
        page.Section("about", "О программе", "About the program",
            page.Prose(entry.Description, entry.DescriptionEn),
            Blocks.Facts(
                page.Fact("Проводит", "Run by", entry.Operator),
                page.Fact("Когда", "When", entry.Period),
                page.Fact("Для кого", "For whom", entry.Audiences),
                page.YesNo("Выдаётся сертификат", "Ends with a certificate", entry.IssuesCertificate)),
            page.Heading("Темы", "Topics", Blocks.Points(entry.Topics)),
            Blocks.Points(entry.Topics));
        var territories = await reading.FirstAsync(one.SelectMany(ProgramType.Territories).OrderBy(territory => territory.NameFolded));
        var centers = await reading.FirstAsync(one.SelectMany(ProgramType.Centers).Include(center => center.Territory).OrderBy(center => center.DisplayNameFolded));
        var projects = await reading.FirstAsync(one.SelectMany(ProgramType.Projects).OrderBy(project => project.DisplayNameFolded));
        page.Section("territories", "Где идёт", "Where it runs", Blocks.List(territories.Items, page.Cards.Territory), page.More(territories.HasMore));
        page.Section("centers", "Центры-участники", "Centers that take part", Blocks.List(centers.Items, page.Cards.Center), page.More(centers.HasMore));
        page.Section("projects", "Проекты программы", "Projects within it", Blocks.List(projects.Items, page.Cards.Project), page.More(projects.HasMore));
        await EventSections.AddAsync(page, one.SelectMany(ProgramType.Sessions));
        await MetricsSection.AddAsync(page, one.SelectMany(ProgramType.Metrics));
        return terms.Subject(entry)
            .With("description", terms.Text(entry.Description, entry.DescriptionEn))
            .With("parentOrganization", terms.Maybe(entry.Operator))
            .With("areaServed", territories.Items.Select(terms.Reference))
            .With("member", centers.Items.Select(terms.Reference));
    }
}
