using System.Buffers;
using System.Text;
using CenterDirectory.Api.Feeds.Calendar;
using CenterDirectory.Importers.Formats.Calendar;
using NodaTime;

namespace CenterDirectory.Api.Tests.Feeds.Calendar;

/// <summary>Zones as calendars describe them. The reader does not know the name, so it has nothing but the description.</summary>
public sealed class ZoneComponentTests
{
    /// <summary>Local times around changes of Russian clocks, and offsets of odd minutes and seconds.</summary>
    [Theory]
    [InlineData("Europe/Moscow", "1880-01-01T12:00:00", "1917-08-01T12:00:00", "1919-06-01T12:00:00", "1981-07-01T12:00:00", "2011-03-27T12:00:00", "2014-10-25T12:00:00", "2014-10-27T12:00:00", "2026-07-01T12:00:00")]
    [InlineData("Asia/Kamchatka", "2009-07-01T12:00:00", "2010-03-28T03:30:00", "2010-12-01T12:00:00", "2011-04-01T12:00:00", "2026-01-15T12:00:00")]
    [InlineData("Europe/Samara", "2010-03-27T12:00:00", "2010-03-29T12:00:00", "2011-03-28T12:00:00", "2026-01-01T12:00:00")]
    [InlineData("Asia/Sakhalin", "2014-10-27T12:00:00", "2016-03-26T12:00:00", "2016-03-28T12:00:00", "2026-01-01T12:00:00")]
    [InlineData("Europe/Saratov", "2016-12-03T12:00:00", "2016-12-05T12:00:00", "2026-01-01T12:00:00")]
    [InlineData("Europe/Volgograd", "2018-10-29T12:00:00", "2020-12-28T12:00:00", "2026-01-01T12:00:00")]
    [InlineData("Asia/Anadyr", "2010-03-27T12:00:00", "2010-03-29T12:00:00", "2010-12-01T12:00:00", "2011-03-28T12:00:00", "2026-01-01T12:00:00")]
    [InlineData("Asia/Chita", "2011-03-28T12:00:00", "2014-10-25T12:00:00", "2014-10-27T12:00:00", "2016-03-26T12:00:00", "2016-03-28T12:00:00", "2026-01-01T12:00:00")]
    [InlineData("Europe/Astrakhan", "2016-03-26T12:00:00", "2016-03-28T12:00:00", "2026-01-01T12:00:00")]
    [InlineData("Asia/Tomsk", "2016-05-28T12:00:00", "2016-05-30T12:00:00", "2026-01-01T12:00:00")]
    [InlineData("Asia/Novosibirsk", "2016-07-23T12:00:00", "2016-07-25T12:00:00", "2026-01-01T12:00:00")]
    [InlineData("Asia/Vladivostok", "1915-01-01T12:00:00", "1930-01-01T12:00:00", "2010-07-01T12:00:00", "2026-01-01T12:00:00")]
    [InlineData("Asia/Srednekolymsk", "2014-10-25T12:00:00", "2014-10-27T12:00:00", "2026-01-01T12:00:00")]
    [InlineData("Asia/Kolkata", "1940-01-01T12:00:00", "1942-06-01T12:00:00", "2026-01-01T12:00:00")]
    [InlineData("Europe/Berlin", "2026-01-15T12:00:00", "2026-07-15T12:00:00", "2026-10-26T12:00:00", "2050-07-15T12:00:00")]
    public void Every_time_is_read_as_the_zone_itself_tells_it(string name, params string[] times)
    {
        var zone = DateTimeZoneProviders.Tzdb[name];
        var instants = times.Select(time => zone.AtLeniently(NodaTime.Text.LocalDateTimePattern.GeneralIso.Parse(time).Value).ToInstant()).ToList();

        var read = Read(Write(zone, instants.Min(), instants.Max()), name);

        Assert.All(instants, instant => Assert.Equal(instant.InZone(zone).LocalDateTime, read.ToLocal(instant)));
        Assert.All(instants, instant => Assert.Equal(instant, read.ToInstant(instant.InZone(zone).LocalDateTime)));
    }

    [Fact]
    public void Only_what_is_needed_is_told() => Write(
        DateTimeZoneProviders.Tzdb["Asia/Kamchatka"], Instant.FromUtc(2010, 1, 15, 0, 0), Instant.FromUtc(2026, 1, 15, 0, 0)).MatchSnapshot();

    [Fact]
    public void Clocks_that_are_moved_twice_a_year_are_told_change_by_change() => Write(
        DateTimeZoneProviders.Tzdb["Europe/Berlin"], Instant.FromUtc(2026, 1, 15, 0, 0), Instant.FromUtc(2029, 1, 15, 0, 0)).MatchSnapshot();

    private static string Write(DateTimeZone zone, Instant first, Instant last)
    {
        var output = new ArrayBufferWriter<byte>();
        ZoneComponent.Write(new CalendarLines(output), zone, first, last);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static CalendarZone Read(string component, string name)
    {
        var text = $"BEGIN:VCALENDAR\r\n{component.Replace(name, "Nobody/Knows", StringComparison.Ordinal)}END:VCALENDAR\r\n";
        var calendar = CalendarDocument.Read(Encoding.UTF8.GetBytes(text), Encoding.UTF8).Calendars[0];
        var zone = new CalendarZones(calendar, new RecurrenceBudget()).Find("Nobody/Knows");
        Assert.NotNull(zone);
        Assert.Null(zone.Id);
        return zone;
    }
}
