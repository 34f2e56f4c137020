using CenterDirectory.Importers.Formats.Calendar;
using NodaTime;
using NodaTime.Text;

namespace CenterDirectory.Importers.Tests.Formats.Calendar;

/// <summary>Expected days were counted by hand on a calendar of the year.</summary>
public sealed class RecurrenceRuleTests
{
    [Theory]
    [InlineData("FREQ=DAILY;COUNT=3", "2026-03-01", "2026-03-01 2026-03-02 2026-03-03")]
    [InlineData("FREQ=DAILY;INTERVAL=10;COUNT=3", "2026-03-01", "2026-03-01 2026-03-11 2026-03-21")]
    [InlineData("FREQ=DAILY;BYDAY=SA,SU;COUNT=3", "2026-03-07", "2026-03-07 2026-03-08 2026-03-14")]
    [InlineData("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4", "2026-03-03", "2026-03-03 2026-03-05 2026-03-10 2026-03-12")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=MO;COUNT=4", "2026-03-02", "2026-03-02 2026-03-08 2026-03-16 2026-03-22")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU;COUNT=4", "2026-03-02", "2026-03-02 2026-03-15 2026-03-16 2026-03-29")]
    [InlineData("FREQ=MONTHLY;COUNT=3", "2026-01-31", "2026-01-31 2026-03-31 2026-05-31")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", "2026-01-31", "2026-01-31 2026-02-28 2026-03-31")]
    [InlineData("FREQ=MONTHLY;BYDAY=1MO,-1FR;COUNT=4", "2026-03-02", "2026-03-02 2026-03-27 2026-04-06 2026-04-24")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3", "2026-01-30", "2026-01-30 2026-02-27 2026-03-31")]
    [InlineData("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=2", "2026-02-13", "2026-02-13 2026-03-13")]
    [InlineData("FREQ=YEARLY;COUNT=3", "2024-02-29", "2024-02-29 2028-02-29 2032-02-29")]
    [InlineData("FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;COUNT=2", "2026-10-25", "2026-10-25 2027-10-31")]
    [InlineData("FREQ=YEARLY;BYDAY=20MO;COUNT=2", "2026-05-18", "2026-05-18 2027-05-17")]
    [InlineData("FREQ=YEARLY;BYYEARDAY=1,-1;COUNT=3", "2026-01-01", "2026-01-01 2026-12-31 2027-01-01")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=20;COUNT=2", "2026-05-11", "2026-05-11 2027-05-17")]
    [InlineData("FREQ=YEARLY;BYMONTH=3,9;COUNT=4", "2026-03-05", "2026-03-05 2026-09-05 2027-03-05 2027-09-05")]
    public void Days_are_those_of_the_rule(string rule, string start, string days) =>
        Assert.Equal(days, string.Join(' ', Expand(rule, start).Select(time => LocalDatePattern.Iso.Format(time.Date))));

    [Fact]
    public void A_start_that_the_rule_passes_over_is_the_first_all_the_same() =>
        Assert.Equal(
            ["2026-03-01", "2026-03-03"],
            Expand("FREQ=WEEKLY;BYDAY=TU;COUNT=2", "2026-03-01").Select(time => LocalDatePattern.Iso.Format(time.Date)));

    [Fact]
    public void Several_times_a_day_are_told_by_their_hours() =>
        Assert.Equal(
            ["01T09:00", "01T17:30", "02T09:00"],
            Expand("FREQ=DAILY;BYHOUR=9,17;BYMINUTE=0,30;BYSETPOS=1,-1;COUNT=3", "2026-03-01", new LocalTime(9, 0))
                .Select(time => LocalDateTimePattern.CreateWithInvariantCulture("dd'T'HH:mm").Format(time)));

    [Theory]
    [InlineData("")]
    [InlineData("COUNT=3")]
    [InlineData("FREQ=HOURLY")]
    [InlineData("FREQ=DAILY;BYDAY=XX")]
    [InlineData("FREQ=DAILY;BYMONTH=13")]
    [InlineData("FREQ=DAILY;BYEASTER=1")]
    [InlineData("FREQ=DAILY;UNTIL=gestern")]
    public void What_is_no_rule_of_days_is_none(string rule) => Assert.Null(RecurrenceRule.Parse(rule));

    private static IEnumerable<LocalDateTime> Expand(string rule, string start, LocalTime time = default) =>
        RecurrenceRule.Parse(rule)!.Expand(LocalDatePattern.Iso.Parse(start).Value + time, new RecurrenceBudget());
}
