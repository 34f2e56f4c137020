using System.Text.Json;
using System.Text.RegularExpressions;

namespace CenterDirectory.Api.Tests.Feeds.Calendar;

/// <summary>Calendars of invented events, read by ical.js and by our own importer.</summary>
public sealed partial class CalendarFeedTests : IAsyncLifetime
{
    private OwnDirectory directory = null!;

    private static readonly InventedEvent[] Everything =
    [
        new("seminar")
        {
            Title = "Семинар; отчётность, налоги \\ взносы", Kind = "SEMINAR", Status = "CONFIRMED", Date = "2026-03-10", From = "2026-03-10T01:00:00Z", To = "2026-03-10T04:30:00Z",
            Territory = "village", Venue = "Дом культуры", Address = "ул. Садовая, 5", Url = "https://centers.example/seminar?id=1&x=2", Registration = "https://centers.example/register",
            Description = "Разберём отчёты.\nВозьмите ноутбук, пожалуйста: будет практика и разбор ваших собственных отчётов.", Mode = "OFFLINE", Audiences = "NONPROFITS|TOS", Point = "53.02 158.65",
        },
        new("days") { Status = "PLANNED", Date = "2026-03-20/2026-03-22", Territory = "omsk" },
        new("month") { Status = "PLANNED", Date = "2026-04", DateText = "в апреле", Territory = "omsk" },
        new("about") { Date = "2026-04-02~" },
        new("year") { Date = "2026", DateText = "в этом году" },
        new("no-year") { Date = "XXXX-11-16/XXXX-11-17", DateText = "16–17 ноября" },
        new("undated") { Title = "Когда-нибудь" },
        new("cancelled") { Status = "CANCELLED", Date = "2026-03-12" },
        new("moved") { Status = "POSTPONED", Date = "2026-05-20", Previous = "2026-03-12" },
        new("put-off") { Status = "POSTPONED", Previous = "2026-03-13" },
        new("put-off-vaguely") { Status = "POSTPONED", Date = "2026", Previous = "2026-03-14" },
        new("one-date") { Status = "POSTPONED", Date = "2026-03-15" },
        new("online") { Date = "2026-03-16", From = "2026-03-16T10:00:00Z", Venue = "https://meet.example/room", Mode = "ONLINE" },
        new("no-end") { Date = "2026-03-16/2026-03-18", From = "2026-03-16T10:00:00Z", Zone = "Europe/Moscow" },
        new("second-one") { Date = "2014-10-26", From = "2014-10-25T22:30:00Z", Zone = "Europe/Moscow" },
        new("course")
        {
            Kind = "COURSE", Status = "CONFIRMED", Date = "2026-01-06", From = "2026-01-06T13:00:00Z", To = "2026-01-06T14:30:00Z", Zone = "Asia/Omsk",
            Recurrence = "RRULE:FREQ=WEEKLY;UNTIL=20260303\nEXDATE:20260113T190000,20260120T190000,20260127T190000\nRDATE:20260305T190000",
        },
        new("course-moved") { Status = "CONFIRMED", Date = "2026-01-21", Previous = "2026-01-20", From = "2026-01-21T14:00:00Z", Zone = "Asia/Omsk", PartOf = "course" },
        new("course-cancelled") { Status = "CANCELLED", Date = "2026-01-27", From = "2026-01-27T13:00:00Z", Zone = "Asia/Omsk", PartOf = "course" },
        new("course-extra") { Date = "2026-02-25", Zone = "Asia/Omsk", PartOf = "course" },
        new("daily") { Date = "2026-06-01", Territory = "omsk", Recurrence = "RRULE:FREQ=DAILY;UNTIL=20260603T235959Z\nEXDATE:20260602" },
        new("choir") { Date = "2026-03-24", From = "2026-03-24T17:00:00Z", Zone = "Europe/Berlin", Recurrence = "RRULE:FREQ=WEEKLY;COUNT=3" },
    ];

    public async ValueTask InitializeAsync() => directory = await OwnDirectory.CreateAsync();

    public ValueTask DisposeAsync() => directory.DisposeAsync();

    [Fact]
    public async Task Calendar_of_everything()
    {
        await directory.ImportAsync(Everything);

        (await directory.FeedAsync("events.ics")).MatchSnapshot();
    }

    [Fact]
    public async Task Another_reader_sees_every_time_where_it_is()
    {
        await directory.ImportAsync(Everything);

        var entries = await ForeignReader.ReadAsync("ics", await directory.FeedAsync("events.ics"));

        var lines = entries.EnumerateArray().Select(entry => string.Join(
            ' ', Text(entry, "summary"), Text(entry, "status"), Text(entry, "start"), Text(entry, "end"), Text(entry, "recurrenceId"),
            string.Join(' ', entry.GetProperty("times").EnumerateArray().Select(time => time.GetString()))).TrimEnd());
        string.Join('\n', lines).MatchSnapshot();
    }

    [Fact]
    public async Task What_a_calendar_cannot_show_is_counted_and_stands_in_the_feed()
    {
        await directory.ImportAsync(Everything);

        var calendar = Unfold(await directory.FeedAsync("events.ics"));
        var feed = await directory.FeedAsync("events.rss");

        Assert.Contains("Не вошло событий\\, о дате которых известно слишком мало: 3\\;", calendar, StringComparison.Ordinal);
        Assert.All(["no-year", "undated", "year"], slug => Assert.DoesNotContain($"/events/{slug}\r", calendar, StringComparison.Ordinal));
        Assert.Contains("Когда: 16–17 ноября, год не назван («16–17 ноября»)", feed, StringComparison.Ordinal);
        Assert.Contains("Когда: дата не названа", feed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_stay_until_something_changes_and_then_only_of_what_changed()
    {
        await directory.ImportAsync(Everything);
        var before = await directory.FeedAsync("events.ics");
        directory.Now = directory.Now.AddDays(3);
        await directory.ImportAsync(Everything);
        Assert.Equal(before, await directory.FeedAsync("events.ics"));

        await directory.ImportAsync([.. Everything.Skip(1), Everything[0] with { Venue = "Другой дом" }]);
        var after = await directory.FeedAsync("events.ics");

        var (old, now) = (Events(before), Events(after));
        Assert.Equal(["seminar"], now.Keys.Where(title => now[title] != old[title]).Select(title => title.Split('/')[^1]));
    }

    [Theory]
    [InlineData("status", "STATUS:CANCELLED")]
    [InlineData("time", "DTSTART;TZID=Asia/Kamchatka:20260311T130000")]
    [InlineData("zone", "DTSTART;TZID=Asia/Omsk:20260310T070000")]
    public async Task Another_time_or_state_raises_the_sequence_number_and_another_place_does_not(string change, string expected)
    {
        var seminar = Everything[0];
        await directory.ImportAsync(seminar);
        Assert.Equal(0, Sequence(await directory.FeedAsync("events.ics")));

        directory.Now = directory.Now.AddMinutes(5);
        await directory.ImportAsync(seminar with { Venue = "Другой дом" });
        Assert.Equal(0, Sequence(await directory.FeedAsync("events.ics")));

        directory.Now = directory.Now.AddMinutes(5);
        await directory.ImportAsync(change switch
        {
            "status" => seminar with { Status = "CANCELLED" },
            "zone" => seminar with { Zone = "Asia/Omsk" },
            _ => seminar with { From = "2026-03-11T01:00:00Z", To = "2026-03-11T04:30:00Z", Date = "2026-03-11" },
        });
        var calendar = await directory.FeedAsync("events.ics");
        Assert.Contains(expected, calendar, StringComparison.Ordinal);
        Assert.Equal(600, Sequence(calendar));
    }

    /// <summary>A calendar keeps what it has by its UID and takes what has a higher number (RFC 5546, 2.1.5).</summary>
    [Fact]
    public async Task A_calendar_that_had_them_sees_what_was_cancelled_moved_and_put_off()
    {
        var cancelled = new InventedEvent("cancelled") { Status = "CONFIRMED", Date = "2026-03-12", From = "2026-03-12T01:00:00Z", Territory = "kamchatka" };
        var moved = new InventedEvent("moved") { Status = "CONFIRMED", Date = "2026-03-20", From = "2026-03-20T04:00:00Z", To = "2026-03-20T06:00:00Z", Zone = "Asia/Anadyr" };
        var putOff = new InventedEvent("put-off") { Status = "CONFIRMED", Date = "2026-03-25", Territory = "omsk" };
        var withoutYear = new InventedEvent("no-year") { Status = "CONFIRMED", Date = "2026-03-27", Territory = "omsk" };
        var other = new InventedEvent("other") { Status = "PLANNED", Date = "2026-03-26", Territory = "omsk" };
        await directory.ImportAsync(cancelled, moved, putOff, withoutYear, other);
        var before = await ByUidAsync();

        directory.Now = directory.Now.AddDays(1);
        await directory.ImportAsync(
            cancelled with { Status = "CANCELLED" },
            moved with { Status = "POSTPONED", Date = "2026-04-02", Previous = "2026-03-20", From = "2026-04-02T04:00:00Z", To = "2026-04-02T06:00:00Z" },
            putOff with { Status = "POSTPONED", Date = null, Previous = "2026-03-25" },
            withoutYear with { Status = "POSTPONED", Date = "XXXX-04-27", DateText = "27 апреля", Previous = "2026-03-27" },
            other);
        var after = await ByUidAsync();

        Assert.Equal(before.Keys.Order(StringComparer.Ordinal), after.Keys.Order(StringComparer.Ordinal));
        string[] changed =
        [
            .. after.Where(pair => pair.Value.GetProperty("sequence").GetInt32() > before[pair.Key].GetProperty("sequence").GetInt32())
                .Select(pair => $"{Text(pair.Value, "summary")} {Text(pair.Value, "status")} {Text(pair.Value, "start")} {Text(pair.Value, "end")}").Order(StringComparer.Ordinal),
        ];
        Assert.Equal(
            [
                "moved TENTATIVE 2026-04-02T04:00:00Z 2026-04-02T06:00:00Z", "Отменено: cancelled CANCELLED 2026-03-12T01:00:00Z –",
                "Перенесено: no-year CANCELLED 2026-03-27 2026-03-28", "Перенесено: put-off CANCELLED 2026-03-25 2026-03-26",
            ],
            changed);
        Assert.Equal(before.Values.Single(entry => Text(entry, "summary") == "other").GetRawText(), after.Values.Single(entry => Text(entry, "summary") == "other").GetRawText());
    }

    /// <summary>Every January and July since the clocks of Russia were last moved twice a year, zone by zone, told by the descriptions in the file alone.</summary>
    [Fact]
    public async Task Another_reader_sees_the_instants_of_every_zone_and_year()
    {
        string[] zones =
        [
            "Asia/Kamchatka", "Asia/Anadyr", "Asia/Magadan", "Asia/Sakhalin", "Asia/Srednekolymsk", "Asia/Vladivostok", "Asia/Chita", "Asia/Yakutsk", "Asia/Irkutsk", "Asia/Krasnoyarsk",
            "Asia/Novosibirsk", "Asia/Barnaul", "Asia/Tomsk", "Asia/Omsk", "Asia/Yekaterinburg", "Europe/Samara", "Europe/Ulyanovsk", "Europe/Saratov", "Europe/Astrakhan",
            "Europe/Volgograd", "Europe/Moscow", "Europe/Simferopol", "Europe/Kaliningrad", "Asia/Kolkata", "Asia/Kathmandu",
        ];
        var events = zones.SelectMany(zone => Enumerable.Range(2009, 18).SelectMany(year => new[] { 1, 7 }, (year, month) =>
            new InventedEvent($"{zone.Split('/')[1].ToLowerInvariant()}-{year}-{month}") { Date = $"{year}-{month:00}-15", From = $"{year}-{month:00}-15T09:30:00Z", Zone = zone })).ToList();
        await directory.ImportAsync(events);

        var read = await ForeignReader.ReadAsync("ics", await directory.FeedAsync("events.ics"));

        Assert.Equal(
            events.Select(item => $"{item.Id} {item.From}").Order(StringComparer.Ordinal),
            read.EnumerateArray().Select(entry => $"{Text(entry, "summary")} {Text(entry, "start")}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_event_that_went_and_came_back_is_newer_than_it_was()
    {
        await directory.ImportAsync(Everything[0], Everything[1]);
        directory.Now = directory.Now.AddHours(1);
        await directory.ImportAsync(Everything[0] with { Status = "CANCELLED" }, Everything[1]);
        var moved = Sequence(await directory.FeedAsync("events.ics?event=seminar"));
        directory.Now = directory.Now.AddHours(1);
        await directory.ImportAsync(Everything[1]);
        directory.Now = directory.Now.AddHours(1);
        await directory.ImportAsync(Everything[0], Everything[1]);

        Assert.True(Sequence(await directory.FeedAsync("events.ics?event=seminar")) > moved);
    }

    [Fact]
    public async Task A_changed_occurrence_that_is_not_in_the_calendar_stays_left_out_of_its_series()
    {
        await directory.ImportAsync(Everything);

        var calendar = Unfold(await directory.FeedAsync("events.ics?kind=COURSE"));

        Assert.Contains("EXDATE;TZID=Asia/Omsk:20260113T190000,20260120T190000,20260127T190000\r\n", calendar, StringComparison.Ordinal);
        Assert.Single(UidLine().Matches(calendar));
    }

    [Fact]
    public async Task English_is_spoken_where_it_is_asked_for()
    {
        await directory.ImportAsync(Everything);

        (await directory.FeedAsync("events.ics?lang=en&event=seminar,month,put-off")).MatchSnapshot();
    }

    private async Task<Dictionary<string, JsonElement>> ByUidAsync()
    {
        var entries = await ForeignReader.ReadAsync("ics", await directory.FeedAsync("events.ics"));
        return entries.EnumerateArray().ToDictionary(entry => entry.GetProperty("uid").GetString()!, entry => entry.Clone());
    }

    private static string? Text(JsonElement entry, string name) => entry.GetProperty(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : "–";

    private static string Unfold(string calendar) => calendar.Replace("\r\n ", "", StringComparison.Ordinal);

    private static int Sequence(string calendar) => int.Parse(SequenceLine().Match(calendar).Groups[1].Value, null);

    /// <summary>Events by the address of their page.</summary>
    private static Dictionary<string, string> Events(string calendar) => Unfold(calendar).Split("BEGIN:VEVENT").Skip(1)
        .ToDictionary(text => PageLine().Match(text).Groups[1].Value, text => text.Split("END:VEVENT")[0]);

    [GeneratedRegex("SEQUENCE:(\\d+)")]
    private static partial Regex SequenceLine();

    [GeneratedRegex("^UID:", RegexOptions.Multiline)]
    private static partial Regex UidLine();

    [GeneratedRegex("(https://directory.example/events/[a-z-]+)")]
    private static partial Regex PageLine();
}
