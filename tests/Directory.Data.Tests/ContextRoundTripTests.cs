using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Data.Tests;

/// <summary>What stands around centers comes back as it was written.</summary>
public sealed class ContextRoundTripTests
{
    [Fact]
    public async Task Sums_addresses_hours_and_criteria_come_back()
    {
        using var database = await TemporaryDatabase.CreateMigratedAsync();
        var address = new Address { PostalCode = "644000", Country = "RU", Locality = "Омск", Street = "улица Ёлочная", Building = "1", Room = "2" };
        var hours = new OpeningHours { Weekdays = [Weekday.Monday, Weekday.Friday], OpensAt = new TimeOnly(9, 30), ClosesAt = new TimeOnly(18, 0), Text = "пн, пт" };
        var criterion = new StandardCriterion { Key = "answer-time", Title = "Ответ за три дня" };
        await SaveAsync(
            database,
            new Center { Slug = "a", Address = address, OpeningHours = [hours] },
            new Center { Slug = "b" },
            new Organization { Slug = "a", Address = address },
            new Service { Slug = "a", Price = new Money { AmountMinor = 9_007_199_254_740_991, Currency = "EUR" } },
            new Grant { Slug = "a", Amount = new Money { AmountMinor = 50_000_000 }, AwardedOn = FuzzyDate.Parse("2019") },
            new Grant { Slug = "b" },
            new ServiceStandard { Slug = "a", Criteria = [criterion], SupportKinds = [SupportKind.Consulting], ValidMonths = 12 });

        await using var db = database.CreateDbContext();
        var centers = await db.Centers.OrderBy(center => center.Slug).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal((address, hours), (centers[0].Address, centers[0].OpeningHours.Single()));
        Assert.Null(centers[1].Address);
        Assert.Empty(centers[1].OpeningHours);
        Assert.Equal(address, (await db.Organizations.SingleAsync(TestContext.Current.CancellationToken)).Address);
        Assert.Equal((9_007_199_254_740_991, "EUR"), Sum((await db.Services.SingleAsync(TestContext.Current.CancellationToken)).Price));
        var grants = await db.Grants.OrderBy(grant => grant.Slug).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal((50_000_000, "RUB"), Sum(grants[0].Amount));
        Assert.Equal((new DateOnly(2019, 1, 1), new DateOnly(2019, 12, 31)), (grants[0].AwardedOnEarliest, grants[0].AwardedOnLatest));
        Assert.Null(grants[1].Amount);
        Assert.Equal([criterion], (await db.ServiceStandards.SingleAsync(TestContext.Current.CancellationToken)).Criteria);
    }

    [Fact]
    public async Task A_subject_is_of_any_of_its_kinds_and_may_change_from_one_to_another()
    {
        using var database = await TemporaryDatabase.CreateMigratedAsync();
        var center = new Center { Slug = "a" };
        DirectoryEntry[] subjects =
        [
            center, new Organization { Slug = "a" }, new Territory { Slug = "a" }, new Network { Slug = "a" }, new Entities.Program { Slug = "a" }, new Project { Slug = "a" },
            new Event { Slug = "a" },
        ];
        var metrics = subjects.Select(subject => new Metric { Slug = subject.GetType().Name, Quantity = new Quantity { Value = 7 }, Subject = subject }).ToList();
        Assert.Equal(subjects, metrics.Select(metric => metric.Subject));
        metrics[^1].Subject = center;
        Assert.Null(metrics[^1].SubjectEvent);
        await SaveAsync(database, [.. subjects, .. metrics]);

        await using var db = database.CreateDbContext();
        var counted = await db.Centers.Select(found => found.Metrics.Count).SingleAsync(TestContext.Current.CancellationToken);
        await db.Centers.ExecuteDeleteAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, counted);
        Assert.Equal(7, await db.Metrics.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, await db.Metrics.CountAsync(
            metric => metric.SubjectCenter == null && metric.SubjectOrganization == null && metric.SubjectTerritory == null && metric.SubjectNetwork == null
                && metric.SubjectProgram == null && metric.SubjectProject == null && metric.SubjectEvent == null,
            TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_partnership_is_seen_from_both_sides()
    {
        using var database = await TemporaryDatabase.CreateMigratedAsync();
        var (one, other) = (new Center { Slug = "one" }, new Center { Slug = "other" });
        await SaveAsync(
            database,
            new CenterPartnership { Center = one, Partner = other, SupportKinds = [SupportKind.Consulting], Text = "взаимно", Since = FuzzyDate.Parse("2019") },
            new CenterPartnership { Center = other, Partner = new Center { Slug = "third" } });

        await using var db = database.CreateDbContext();
        var partners = await db.Centers.OrderBy(center => center.Slug)
            .Select(center => new { center.Slug, Partners = center.Partners.OrderBy(partner => partner.Id).Select(partner => partner.Center.Slug).ToList() })
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["one: other", "other: one third", "third: other"], partners.Select(center => $"{center.Slug}: {string.Join(' ', center.Partners)}"));
        var side = await db.Set<CenterPartner>().SingleAsync(partner => partner.Side.Slug == "other" && partner.Center.Slug == "one", TestContext.Current.CancellationToken);
        Assert.Equal([SupportKind.Consulting], side.SupportKinds);
        Assert.Equal(("взаимно", new DateOnly(2019, 1, 1)), (side.Text!, side.SinceEarliest!.Value));
        Assert.Equal(4, await db.Set<CenterPartner>().Select(partner => partner.Id).Distinct().CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(50_000_000, "RUB", Locale.Ru, "500\u00A0000\u00A0₽")]
    [InlineData(50_000_050, "RUB", Locale.Ru, "500\u00A0000,50\u00A0₽")]
    [InlineData(50_000_050, "RUB", Locale.En, "500,000.50\u00A0₽")]
    [InlineData(99, "EUR", Locale.En, "0.99\u00A0EUR")]
    public void A_sum_is_written_as_readers_of_the_language_expect(long minor, string currency, Locale locale, string text) =>
        Assert.Equal(text, new Money { AmountMinor = minor, Currency = currency }.Format(locale));

    private static (long Minor, string Currency) Sum(Money? money) => (money!.AmountMinor, money.Currency);

    private static async Task SaveAsync(TemporaryDatabase database, params object[] rows)
    {
        await using var db = database.CreateDbContext();
        db.AddRange(rows);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
