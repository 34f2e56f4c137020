using System.Text;
using CenterDirectory.Importers.Formats.Calendar;

namespace CenterDirectory.Importers.Tests.Formats.Calendar;

public sealed class CalendarReaderTests
{
    // Noon of 1 March 2026 in UTC: the horizon is a year later.
    private static readonly FixedClock Now = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task An_event_says_all_that_it_can()
    {
        var feed = await ReadAsync("""
            UID:e-1@events.example
            DTSTART;TZID=Asia/Omsk:20260315T190000
            DTEND;TZID=Asia/Omsk:20260315T210000
            SUMMARY:Круглый стол\; вопросы и
              ответы\, часть 1
            DESCRIPTION:Первый абзац.\n\nВторой\nабзац.
            LOCATION:Дом НКО\, зал 2
            GEO:54.99;73.37
            URL:https://events.example/1
            CATEGORIES:Семинары,Сады\, дворы
            CATEGORIES:Семинары
            STATUS:CONFIRMED
            LAST-MODIFIED:20260301T000000Z
            ORGANIZER;CN="Иванова: Ольга":mailto:private@events.example
            ATTENDEE:mailto:other@events.example
            """);

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["id"] = "e-1@events.example", ["uid"] = "e-1@events.example", ["title"] = "Круглый стол; вопросы и ответы, часть 1",
                ["description"] = "Первый абзац.\nВторой\nабзац.", ["date"] = "2026-03-15", ["startsAt"] = "2026-03-15T13:00:00Z",
                ["endsAt"] = "2026-03-15T15:00:00Z", ["timeZone"] = "Asia/Omsk", ["status"] = "CONFIRMED", ["place"] = "Дом НКО, зал 2",
                ["latitude"] = "54.99", ["longitude"] = "73.37", ["url"] = "https://events.example/1", ["categories"] = "Семинары\nСады, дворы",
                ["updated"] = "2026-03-01T00:00:00Z",
            },
            feed.Only.Cells);
        Assert.Equal(2, feed.Only.Row);
        Assert.Empty(feed.Remarks);
    }

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20260315", "2026-03-15", null, null)]
    [InlineData("DTSTART;VALUE=DATE:20260315\nDTEND;VALUE=DATE:20260316", "2026-03-15", null, null)]
    [InlineData("DTSTART;VALUE=DATE:20260315\nDTEND;VALUE=DATE:20260318", "2026-03-15/2026-03-17", null, null)]
    [InlineData("DTSTART:20260315\nDURATION:P2D", "2026-03-15/2026-03-16", null, null)]
    [InlineData("DTSTART:20260315T100000Z\nDURATION:PT1H30M", "2026-03-15", "2026-03-15T10:00:00Z", "2026-03-15T11:30:00Z")]
    [InlineData("DTSTART;TZID=Europe/Moscow:20260315T220000\nDTEND;TZID=Asia/Vladivostok:20260316T070000", "2026-03-15", "2026-03-15T19:00:00Z", "2026-03-15T21:00:00Z")]
    [InlineData("DTSTART;TZID=Europe/Moscow:20260315T220000\nDURATION:PT3H", "2026-03-15/2026-03-16", "2026-03-15T19:00:00Z", "2026-03-15T22:00:00Z")]
    [InlineData("DTSTART:20260315T100000", "2026-03-15", null, null)]
    public async Task Days_and_instants_are_as_precise_as_what_is_told(string times, string date, string? startsAt, string? endsAt)
    {
        var row = (await ReadAsync($"UID:1\n{times}")).Only;

        Assert.Equal((date, startsAt, endsAt), (row["date"], row["startsAt"], row["endsAt"]));
    }

    [Theory]
    [InlineData("Russian Standard Time", "2026-03-15T07:00:00Z", "Europe/Moscow")]
    [InlineData("/calendar.example/2026/Asia/Omsk", "2026-03-15T04:00:00Z", "Asia/Omsk")]
    [InlineData("Наш пояс", "2026-03-15T05:00:00Z", null)]
    [InlineData("Летний", "2026-03-15T09:00:00Z", null)]
    public async Task A_zone_is_found_by_name_by_that_of_windows_or_by_its_description(string zone, string startsAt, string? timeZone)
    {
        var feed = await ReadAsync($"UID:1\nDTSTART;TZID=\"{zone}\":20260315T100000", """
            BEGIN:VTIMEZONE
            TZID:Наш пояс
            BEGIN:STANDARD
            DTSTART:19700101T000000
            TZOFFSETFROM:+0500
            TZOFFSETTO:+0500
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VTIMEZONE
            TZID:Летний
            BEGIN:STANDARD
            DTSTART:20001029T030000
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:20000326T020000
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            END:DAYLIGHT
            END:VTIMEZONE
            """);

        Assert.Equal((startsAt, timeZone), (feed.Only["startsAt"], feed.Only["timeZone"]));
        Assert.Equal(
            "2026-07-15T08:00:00Z",
            (await ReadAsync("UID:1\nDTSTART;TZID=Летний:20260715T100000", SummerTime)).Only["startsAt"]);
    }

    [Theory]
    [InlineData("20240715T100000", "2024-07-15T08:00:00Z")]
    [InlineData("20250715T100000", "2025-07-15T09:00:00Z")]
    public async Task A_rule_of_a_zone_ends_when_it_says(string start, string startsAt)
    {
        // Summer time was given up: its last onset was that of 2024.
        var zone = TwoTimes("20000101", ";UNTIL=20240331T010000Z");

        Assert.Equal(startsAt, (await ReadAsync($"UID:1\nDTSTART;TZID=Летний:{start}", zone)).Only["startsAt"]);
    }

    [Fact]
    public async Task A_zone_that_begins_in_1601_is_one_all_the_same()
    {
        var zone = TwoTimes("16010101", "");

        Assert.Equal("2026-07-15T08:00:00Z", (await ReadAsync("UID:1\nDTSTART;TZID=Летний:20260715T100000", zone)).Only["startsAt"]);
        Assert.Equal("2026-12-15T09:00:00Z", (await ReadAsync("UID:1\nDTSTART;TZID=Летний:20261215T100000", zone)).Only["startsAt"]);
    }

    [Fact]
    public async Task White_space_behind_a_time_does_not_take_it_out_of_utc() =>
        Assert.Equal("2026-03-15T10:00:00Z", (await ReadAsync("UID:1\nDTSTART:20260315T100000Z \nSUMMARY:x")).Only["startsAt"]);

    [Fact]
    public async Task An_unknown_zone_leaves_the_day_only_and_says_so()
    {
        var feed = await ReadAsync("UID:1\nDTSTART;TZID=Nowhere/Else:20260315T100000");

        Assert.Equal(("2026-03-15", null), (feed.Only["date"], feed.Only["startsAt"]));
        Assert.Equal("zone-unknown", Assert.Single(feed.Remarks).Code);
    }

    [Fact]
    public async Task The_zone_of_the_calendar_tells_the_day_of_a_time_in_utc_and_the_instant_of_one_without_zone()
    {
        var utc = await ReadAsync("UID:1\nDTSTART:20260315T220000Z", "X-WR-TIMEZONE:Europe/Moscow");
        var local = await ReadAsync("UID:1\nDTSTART:20260315T220000", "X-WR-TIMEZONE:Europe/Moscow");

        Assert.Equal(("2026-03-16", "Europe/Moscow"), (utc.Only["date"], utc.Only["timeZone"]));
        Assert.Equal("2026-03-15T19:00:00Z", local.Only["startsAt"]);
    }

    [Fact]
    public async Task What_recurs_is_one_event_with_its_rule()
    {
        var feed = await ReadAsync("""
            UID:course
            DTSTART;TZID=Europe/Moscow:20260303T180000
            RRULE:freq=weekly;COUNT=4
            EXDATE;TZID=Europe/Moscow:20260310T180000
            RDATE:20260320T150000Z
            SUMMARY:Школа
            """);

        Assert.Equal(("course", "2026-03-03", "2026-03-03T15:00:00Z"), (feed.Only["id"], feed.Only["date"], feed.Only["startsAt"]));
        Assert.Equal("RRULE:FREQ=WEEKLY;COUNT=4\nEXDATE:20260310T180000\nRDATE:20260320T180000", feed.Only["recurrence"]);
        Assert.Empty(feed.Remarks);
    }

    [Fact]
    public async Task Days_recur_without_any_zone()
    {
        var feed = await ReadAsync("UID:1\nDTSTART:20200106\nRRULE:FREQ=WEEKLY\nEXDATE:20200113,20200120");

        Assert.Equal(("1", "RRULE:FREQ=WEEKLY\nEXDATE:20200113,20200120"), (feed.Only["id"], feed.Only["recurrence"]));
    }

    [Fact]
    public async Task A_single_occurrence_that_was_moved_or_cancelled_is_a_part_of_its_series()
    {
        var feed = await ReadEventsAsync(
            "UID:c\nDTSTART;TZID=Europe/Moscow:20260303T180000\nRRULE:FREQ=WEEKLY;COUNT=3\nSUMMARY:Школа",
            "UID:c\nRECURRENCE-ID:20260310T150000Z\nDTSTART;TZID=Europe/Moscow:20260311T190000\nSUMMARY:Школа (перенос)",
            "UID:c\nRECURRENCE-ID;TZID=Europe/Moscow:20260317T180000\nDTSTART;TZID=Europe/Moscow:20260317T180000\nSTATUS:CANCELLED\nSUMMARY:Школа");

        Assert.Equal(
            ["c 2026-03-03  ", "c/20260310T180000 2026-03-11  c", "c/20260317T180000 2026-03-17 CANCELLED c"],
            feed.Rows.Select(row => $"{row["id"]} {row["date"]} {row["status"]} {row["series"]}"));
        Assert.Equal("RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20260310T180000,20260317T180000", feed.Rows[0]["recurrence"]);
    }

    [Fact]
    public async Task What_recurs_on_a_clock_of_nobody_else_is_an_event_each_time_with_an_id_that_stays()
    {
        var feed = await ReadEventsAsync(
            "UID:c\nDTSTART:20260303T150000Z\nRRULE:FREQ=WEEKLY;COUNT=4\nEXDATE:20260310T150000Z\nRDATE:20260320T150000Z\nSUMMARY:Школа",
            "UID:c\nRECURRENCE-ID:20260317T150000Z\nDTSTART:20260318T150000Z\nSUMMARY:Школа (перенос)");

        Assert.Equal(
            ["c/20260303T150000 2026-03-03", "c/20260317T150000 2026-03-18", "c/20260320T150000 2026-03-20", "c/20260324T150000 2026-03-24"],
            feed.Rows.Select(row => $"{row["id"]} {row["date"]}"));
        Assert.All(feed.Rows, row => Assert.Equal(("c", null), (row["uid"], row["recurrence"])));
    }

    [Fact]
    public async Task Of_two_wordings_of_one_event_the_newer_is_taken() =>
        Assert.Equal("новое", (await ReadEventsAsync(
            "UID:1\nDTSTART:20260315\nSEQUENCE:2\nSUMMARY:новое", "UID:1\nDTSTART:20260315\nSEQUENCE:1\nSUMMARY:старое")).Only["title"]);

    [Fact]
    public async Task A_calendar_that_cancels_cancels_its_events() =>
        Assert.Equal("CANCELLED", (await ReadAsync("UID:1\nDTSTART:20260315\nSTATUS:CONFIRMED", "METHOD:CANCEL")).Only["status"]);

    [Fact]
    public async Task Private_events_and_those_without_a_start_are_left_out_with_a_remark()
    {
        var feed = await ReadEventsAsync("UID:1\nDTSTART:20260315\nCLASS:PRIVATE\nSUMMARY:Врач", "UID:2\nSUMMARY:Когда-нибудь", "UID:3\nDTSTART:20261332");

        Assert.Empty(feed.Rows);
        Assert.Equal(["event-private", "event-undated", "event-undated"], feed.Remarks.Select(remark => remark.Code));
    }

    [Fact]
    public async Task What_never_ends_ends_a_year_ahead()
    {
        var feed = await ReadAsync("UID:1\nDTSTART:20200106T100000Z\nRRULE:FREQ=WEEKLY");

        Assert.Equal(("1/20200106T100000", "1/20270301T100000"), (feed.Rows[0]["id"], feed.Rows[^1]["id"]));
    }

    [Fact]
    public async Task Of_too_many_times_the_last_are_taken()
    {
        var feed = await ReadAsync("UID:1\nDTSTART:19900101T100000Z\nRRULE:FREQ=DAILY");

        Assert.Equal((CalendarSeries.MostOccurrences, "1/20270301T100000"), (feed.Rows.Count, feed.Rows[^1]["id"]));
        Assert.Equal("recurrence-cut", Assert.Single(feed.Remarks).Code);
    }

    [Theory]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31")]
    [InlineData("FREQ=MONTHLY;BYDAY=5MO;BYSETPOS=300")]
    [InlineData("FREQ=SECONDLY")]
    [InlineData("FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10;BYMINUTE=0,1,2,3,4,5,6,7,8,9,10")]
    [InlineData("FREQ=DAILY;INTERVAL=0")]
    [InlineData("FREQ=DAILY;COUNT=-1")]
    [InlineData("whatever")]
    public async Task A_rule_that_is_hostile_or_no_rule_costs_a_bounded_effort_and_leaves_the_first_time(string rule)
    {
        var events = Enumerable.Range(0, 200).Select(index => $"UID:{index}\nDTSTART:20260315T100000Z\nRRULE:{rule}").ToArray();

        var feed = await ReadEventsAsync(events);

        Assert.Equal(200, feed.Rows.Count);
        Assert.All(feed.Rows, row => Assert.Equal("2026-03-15T10:00:00Z", row["startsAt"]));
    }

    [Fact]
    public async Task When_the_rules_of_a_file_take_too_much_work_it_is_said()
    {
        var events = Enumerable.Range(0, 400).Select(index => $"UID:{index}\nDTSTART:20260315T100000Z\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30").ToArray();

        var feed = await ReadEventsAsync(events);

        Assert.Equal(400, feed.Rows.Count);
        Assert.Equal(("recurrence-cut", null), (Assert.Single(feed.Remarks).Code, feed.Remarks[0].Row));
    }

    [Fact]
    public async Task Lines_are_unfolded_even_inside_of_a_character()
    {
        var bytes = Encoding.UTF8.GetBytes("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260315\r\nSUMMARY:Дв@ор\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        var at = bytes.AsSpan().IndexOf((byte)'@');
        byte[] folded = [.. bytes[..(at - 1)], (byte)'\r', (byte)'\n', (byte)' ', .. bytes[(at - 1)..at], .. bytes[(at + 1)..]];

        Assert.Equal("Двор", (await OpenedFeed.ReadAsync(new CalendarReader(Now), "ics", folded)).Only["title"]);
    }

    [Theory]
    [InlineData("", "empty-file")]
    [InlineData("<!doctype html><p>Вход", "html-instead-of-table")]
    [InlineData("id;name\n1;Двор", "not-a-calendar")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260315", "calendar-cut")]
    public async Task What_is_no_calendar_is_named(string text, string code) =>
        Assert.Equal(code, (await OpenedFeed.ReadAsync("ics", text)).Failure?.Code);

    [Fact]
    public async Task A_calendar_without_events_is_a_calendar() => Assert.Empty((await ReadEventsAsync()).Rows);

    private const string SummerTime = """
        BEGIN:VTIMEZONE
        TZID:Летний
        BEGIN:DAYLIGHT
        DTSTART:20000326T020000
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3;UNTIL=20401231T000000Z
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        END:DAYLIGHT
        END:VTIMEZONE
        """;

    private static string TwoTimes(string start, string until) => $"""
        BEGIN:VTIMEZONE
        TZID:Летний
        BEGIN:STANDARD
        DTSTART:{start}T030000
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:{start}T020000
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3{until}
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        END:DAYLIGHT
        END:VTIMEZONE
        """;

    private static Task<OpenedFeed> ReadEventsAsync(params string[] events) => ReadCalendarAsync("", events);

    private static Task<OpenedFeed> ReadAsync(string item, string before = "") => ReadCalendarAsync(before, item);

    private static Task<OpenedFeed> ReadCalendarAsync(string before, params string[] events)
    {
        string[] lines = ["BEGIN:VCALENDAR", before, .. events.Select(item => $"BEGIN:VEVENT\n{item}\nEND:VEVENT"), "END:VCALENDAR", ""];
        var text = string.Join('\n', lines.Where((line, index) => line.Length > 0 || index > 1)).ReplaceLineEndings("\r\n");
        return OpenedFeed.ReadAsync(new CalendarReader(Now), "ics", Encoding.UTF8.GetBytes(text));
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
