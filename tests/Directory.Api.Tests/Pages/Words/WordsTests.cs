using CenterDirectory.Api.Pages;
using CenterDirectory.Api.Pages.Words;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Tests.Pages.Words;

/// <summary>Numbers, hours, rules and times in words.</summary>
public sealed class WordsTests
{
    [Theory]
    [InlineData(20, Comparator.MoreThan, "организация", "более 20", "More than 20")]
    [InlineData(10, Comparator.AtLeast, null, "не менее 10", "at least 10")]
    [InlineData(15, Comparator.Exact, "услуга", "15", "15")]
    [InlineData(4000, Comparator.MoreThan, null, "более 4 000", "more than 4,000")]
    [InlineData(3_400_000, Comparator.About, "RUB", "около 3,4 млн ₽", "about 3.4 million ₽")]
    [InlineData(7_712_345, Comparator.Exact, "RUB", "7 712 345 ₽", "7,712,345 ₽")]
    [InlineData(2_000_000_000, Comparator.LessThan, "EUR", "менее 2 млрд EUR", "less than 2 billion EUR")]
    [InlineData(2.5, Comparator.Exact, "час", "2,5", "2.5")]
    public void A_number_keeps_its_comparator(double value, Comparator comparator, string? unit, string russian, string english)
    {
        var quantity = new Quantity { Value = value, Comparator = comparator, Unit = unit };

        Assert.Equal(russian, Spaces(QuantityWords.Of(PageLanguage.Russian, quantity)));
        Assert.Equal(english, Spaces(QuantityWords.Of(PageLanguage.English, quantity)), ignoreCase: true);
    }

    [Fact]
    public void Opening_hours_are_a_line_each()
    {
        OpeningHours[] rows =
        [
            new() { Weekdays = [Weekday.Monday, Weekday.Tuesday, Weekday.Wednesday, Weekday.Friday], OpensAt = new(9, 0), ClosesAt = new(18, 30) },
            new() { Weekdays = [Weekday.Saturday, Weekday.Sunday], Text = "выходной" },
            new() { Weekdays = [.. Enum.GetValues<Weekday>()], OpensAt = new(10, 0), ValidFrom = new(2026, 6, 1) },
            new() { Weekdays = [Weekday.Sunday] },
        ];

        Assert.Equal(
            ["пн–ср, пт: 9:00–18:30", "сб, вс: выходной", "ежедневно: с 10:00 (с 1 июня 2026)", "вс: закрыто"],
            rows.Select(row => HoursWords.Of(PageLanguage.Russian, row)));
        Assert.Equal("Mon–Wed, Fri: 9:00–18:30", HoursWords.Of(PageLanguage.English, rows[0]));
    }

    [Theory]
    [InlineData("RRULE:FREQ=WEEKLY;BYDAY=TH,TU", "еженедельно: вт, чт", "weekly: Tue, Thu")]
    [InlineData("RRULE:FREQ=WEEKLY;INTERVAL=2\nEXDATE:20260101", "раз в 2 недели", "every 2 weeks")]
    [InlineData("RRULE:FREQ=MONTHLY;BYDAY=2TU", "ежемесячно", "monthly")]
    [InlineData("RDATE:20260101T100000", "несколько раз", "several times")]
    public void A_rule_is_said_as_far_as_few_words_go(string rule, string russian, string english)
    {
        Assert.Equal(russian, RecurrenceWords.Of(PageLanguage.Russian, rule));
        Assert.Equal(english, RecurrenceWords.Of(PageLanguage.English, rule));
    }

    [Theory]
    [InlineData("2026-01-20T13:00:00Z", "2026-01-20T15:00:00Z", "Asia/Yekaterinburg", "вторник, 20 января 2026, 18:00–20:00 (UTC+5)", "2026-01-20T18:00:00+05:00")]
    [InlineData("2026-01-20T20:00:00Z", null, "Asia/Kamchatka", "среда, 21 января 2026, 8:00 (UTC+12)", "2026-01-21T08:00:00+12:00")]
    [InlineData("2026-01-20T20:00:00Z", "2026-01-21T20:00:00Z", "Mars/Olympus", "вторник, 20 января 2026, 20:00 – 21 января 2026, 20:00 (UTC)", "2026-01-20T20:00:00Z")]
    public void A_time_is_told_on_the_clock_of_its_place(string start, string? end, string zone, string russian, string machine)
    {
        Assert.Equal(russian, ClockWords.Of(PageLanguage.Russian, Instant(start), end is null ? null : Instant(end), zone));
        Assert.Equal(machine, ClockWords.Machine(Instant(start), zone));
    }

    [Theory]
    [InlineData("+73432000001", "+7 343 200-00-01")]
    [InlineData("+442071234567", "+442071234567")]
    [InlineData("доб. 12", "доб. 12")]
    public void A_telephone_number_is_grouped_where_the_grouping_is_known(string number, string expected) => Assert.Equal(expected, PhoneWords.Of(number));

    [Fact]
    public void Labels_follow_one_another_in_small_letters_unless_they_are_abbreviations() =>
        Assert.Equal("Органы власти, ТОС, молодёжь", Labels.List(PageLanguage.Russian, [Audience.Authorities, Audience.Tos, Audience.Youth]));

    private static DateTime Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;

    private static string Spaces(string text) => text.Replace('\u00A0', ' ');
}
