using System.Globalization;
using System.Text.Json;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;
using CenterDirectory.Importers.Occurrences;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Schema;

/// <summary>When events take place, and what is still to come. Now is 15 January 2026, 09:30 UTC.</summary>
public sealed class OccurrenceTests : IAsyncLifetime
{
    private const string Manifest = """
        key: invented
        title: Придуманные встречи
        grace-runs: 0
        tables:
          - source: { file: territories.csv }
            record: Territory
            id-from: [id]
            map: { slug: id, name: name, kind: { const: REGION }, parent: parent, timeZone: zone }
          - source: { file: events.csv, delimiter: ";" }
            record: Event
            id-from: [id]
            map: { slug: id, title: id, status: status, date: { from: date, date: [edtf] }, startsAt: from, endsAt: to, timeZone: zone, territory: territory, recurrence: recurrence }
        expect: { removed-at-most: 100% }
        """;

    private const string Head = "id;status;date;from;to;zone;territory;recurrence\n";

    private OwnDirectory directory = null!;

    public async ValueTask InitializeAsync()
    {
        directory = await OwnDirectory.CreateAsync();
        directory.Write("invented.yaml", Manifest);
        directory.Write("territories.csv", "id,name,parent,zone\nkamchatka,Камчатка,,Asia/Kamchatka\nvillage,Село,Камчатка,\nkaliningrad,Калининград,,Europe/Kaliningrad\n");
    }

    public ValueTask DisposeAsync() => directory.DisposeAsync();

    /// <summary>Days end in the zone of the place; where nobody knows the zone, from the first clock of the country to the last nobody can say.</summary>
    private static readonly (string Row, string Now, bool? Expected)[] Times =
    [
        ("2026-01-15;;;;kamchatka", "2026-01-15T11:59:00Z", true),
        ("2026-01-15;;;;village", "2026-01-15T12:01:00Z", false),
        ("2026-01-15;;;;kaliningrad", "2026-01-15T21:59:00Z", true),
        ("2026-01-15;;;;kaliningrad", "2026-01-15T22:00:00Z", false),
        ("2026-01-15;;;Asia/Omsk;kaliningrad", "2026-01-15T18:01:00Z", false),
        ("2026-01-15;;;;", "2026-01-15T11:59:00Z", true),
        ("2026-01-15;;;;", "2026-01-15T15:00:00Z", null),
        ("2026-01-15;;;;", "2026-01-15T22:00:00Z", false),
        ("2026-01-14/2026-01-16;;;;kamchatka", "2026-01-15T09:30:00Z", true),
        ("2026-01;;;;kamchatka", "2025-12-31T09:30:00Z", true),
        ("2026-01;;;;kamchatka", "2026-01-15T09:30:00Z", null),
        ("2026-01;;;;kamchatka", "2026-02-01T09:30:00Z", false),
        ("2026-01-10/2026-02;;;;kamchatka", "2026-02-10T00:00:00Z", null),
        ("XXXX-01-15;;;;kamchatka", "2026-01-15T09:30:00Z", null),
        (";;;;kamchatka", "2026-01-15T09:30:00Z", null),
        ("2026-01-15;2026-01-15T06:00:00Z;2026-01-15T09:00:00Z;;kaliningrad", "2026-01-15T08:59:00Z", true),
        ("2026-01-15;2026-01-15T06:00:00Z;2026-01-15T09:00:00Z;;kaliningrad", "2026-01-15T09:00:00Z", false),
        ("2026-01-15;2026-01-15T06:00:00Z;;;kaliningrad", "2026-01-15T09:00:00Z", true),
        ("9999-12-31;;;;kamchatka", "2026-01-15T09:00:00Z", true),
    ];

    [Fact]
    public async Task What_is_not_over_is_upcoming()
    {
        await ImportAsync([.. Times.Select((time, index) => $"e{index};;{time.Row};")]);
        foreach (var (index, (_, now, expected)) in Times.Index())
        {
            directory.Now = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture);
            var data = await directory.DataAsync($$"""
                { event(slug: "e{{index}}") { isUpcoming }
                  yes: events(where: { slug: { eq: "e{{index}}" }, isUpcoming: { eq: true } }) { totalCount }
                  no: events(where: { slug: { eq: "e{{index}}" }, isUpcoming: { eq: false } }) { totalCount }
                  unknown: events(where: { slug: { eq: "e{{index}}" }, isUpcoming: { eq: null } }) { totalCount }
                  notYes: events(where: { slug: { eq: "e{{index}}" }, isUpcoming: { neq: true } }) { totalCount }
                  known: events(where: { slug: { eq: "e{{index}}" }, isUpcoming: { neq: null } }) { totalCount } }
                """);

            bool? told = data.GetProperty("event").GetProperty("isUpcoming") is { ValueKind: not JsonValueKind.Null } value ? value.GetBoolean() : null;
            Assert.Equal((index, expected), (index, told));
            Assert.Equal(
                (index, expected == true ? 1 : 0, expected == false ? 1 : 0, expected is null ? 1 : 0, expected == true ? 0 : 1, expected is null ? 0 : 1),
                (index, Count("yes"), Count("no"), Count("unknown"), Count("notYes"), Count("known")));

            int Count(string list) => data.GetProperty(list).GetProperty("totalCount").GetInt32();
        }
    }

    [Fact]
    public async Task What_recurs_is_expanded_on_the_clock_of_its_place()
    {
        await ImportAsync(
            "course;CONFIRMED;2026-01-06;2026-01-06T13:00:00Z;2026-01-06T14:30:00Z;Asia/Omsk;;RRULE:FREQ=WEEKLY;COUNT=4|EXDATE:20260113T190000",
            "days;;2026-01-10/2026-01-11;;;;kamchatka;RRULE:FREQ=MONTHLY;BYMONTHDAY=10;UNTIL=20260401",
            "once;;2026-01-20;;;;;", "vague;;2026-01;;;;;", "unknown;;XXXX-01-20;;;;;");

        Assert.Equal(
            "vague 2026-01-01–2026-01-31, course 2026-01-06–2026-01-06, days 2026-01-10–2026-01-11, once 2026-01-20–2026-01-20, course 2026-01-20–2026-01-20, course 2026-01-27–2026-01-27, days 2026-02-10–2026-02-11",
            await CalendarAsync("2026-01-01", "2026-02-28"));
        Assert.Equal("days 2026-02-10–2026-02-11", await CalendarAsync("2026-02-11", "2026-02-28"));
        Assert.Equal("course 2026-01-20–2026-01-20", await CalendarAsync("2026-01-20", "2026-01-20", "where: { status: { eq: CONFIRMED } }"));

        var course = (await directory.DataAsync("{ event(slug: \"course\") { recurrence occurrences(from: \"2026-01-01\", to: \"2026-12-31\") { startsAt endsAt status event { title isUpcoming } } } }")).GetProperty("event");
        Assert.Equal("RRULE:FREQ=WEEKLY;COUNT=4\nEXDATE:20260113T190000", course.GetProperty("recurrence").GetString());
        Assert.Equal(
            """{"startsAt":"2026-01-20T13:00:00Z","endsAt":"2026-01-20T14:30:00Z","status":"CONFIRMED","event":{"title":"course","isUpcoming":true}}""",
            course.GetProperty("occurrences")[1].GetRawText());
        directory.Now = new DateTimeOffset(2026, 1, 27, 14, 30, 0, TimeSpan.Zero);
        Assert.Equal("""{"event":{"isUpcoming":false}}""", (await directory.DataAsync("{ event(slug: \"course\") { isUpcoming } }")).GetRawText());
    }

    [Fact]
    public async Task Clocks_that_are_set_back_do_not_move_what_recurs()
    {
        await ImportAsync("choir;;2026-03-24;2026-03-24T17:00:00Z;;Europe/Berlin;;RRULE:FREQ=WEEKLY;COUNT=2");

        var times = (await directory.DataAsync("{ occurrences(from: \"2026-03-01\", to: \"2026-04-30\") { nodes { startsAt } } }")).GetProperty("occurrences").GetProperty("nodes");

        Assert.Equal("""[{"startsAt":"2026-03-24T17:00:00Z"},{"startsAt":"2026-03-31T16:00:00Z"}]""", times.GetRawText());
    }

    [Fact]
    public async Task The_calendar_comes_in_pages()
    {
        await ImportAsync("daily;;2026-01-01;;;;;RRULE:FREQ=DAILY", "weekly;;2026-01-01;;;;;RRULE:FREQ=WEEKLY;BYDAY=MO,TH");

        var days = new List<string>();
        string? after = null;
        for (var hasNext = true; hasNext;)
        {
            var page = (await directory.DataAsync(
                "query($after: String) { occurrences(first: 7, after: $after, from: \"2026-03-02\", to: \"2026-03-15\") { totalCount nodes { startsOn event { title } } pageInfo { hasNextPage endCursor } } }",
                new { after })).GetProperty("occurrences");
            Assert.Equal(18, page.GetProperty("totalCount").GetInt32());
            days.AddRange(page.GetProperty("nodes").EnumerateArray().Select(node => $"{node.GetProperty("startsOn").GetString()} {node.GetProperty("event").GetProperty("title").GetString()}"));
            hasNext = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean();
            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }

        Assert.Equal(18, days.Distinct().Count());
        Assert.Equal(days.Select(day => day[..10]).Order(StringComparer.Ordinal), days.Select(day => day[..10]));
    }

    [Fact]
    public async Task The_window_moves_on_without_an_import()
    {
        await ImportAsync("daily;;2026-01-01;;;;;RRULE:FREQ=DAILY", "ended;;2026-01-01;;;;;RRULE:FREQ=DAILY;COUNT=3");
        var rolling = directory.Services.GetRequiredService<OccurrenceRolling>();
        Assert.Equal("", await CalendarAsync("2028-01-10", "2028-01-11"));
        Assert.False(await rolling.RunAsync(TestContext.Current.CancellationToken));

        directory.Now = directory.Now.AddYears(1);
        Assert.True(await rolling.RunAsync(TestContext.Current.CancellationToken));
        Assert.False(await rolling.RunAsync(TestContext.Current.CancellationToken));

        Assert.Equal("daily 2028-01-10–2028-01-10, daily 2028-01-11–2028-01-11", await CalendarAsync("2028-01-10", "2028-01-11"));
        Assert.Equal(1, (await directory.DataAsync("{ revision { number } }")).GetProperty("revision").GetProperty("number").GetInt32());
    }

    [Fact]
    public async Task What_changes_or_goes_changes_the_calendar_in_the_same_run()
    {
        await ImportAsync("moved;PLANNED;2026-01-20;;;;;", "gone;;2026-01-21;;;;;", "there;;2026-01-22;;;;village;");
        await ImportAsync("moved;CANCELLED;2026-01-23;;;;;", "there;;2026-01-22;;;;village;");
        Assert.Equal("there 2026-01-22–2026-01-22, moved 2026-01-23–2026-01-23", await CalendarAsync("2026-01-01", "2026-01-31"));

        // The zone of the place is another one now: the event itself says nothing new.
        directory.Write("territories.csv", "id,name,parent,zone\nkamchatka,Камчатка,,Asia/Omsk\nvillage,Село,Камчатка,\n");
        await directory.ImportAsync();
        directory.Now = new DateTimeOffset(2026, 1, 22, 13, 0, 0, TimeSpan.Zero);
        Assert.Equal("""{"event":{"isUpcoming":true}}""", (await directory.DataAsync("{ event(slug: \"there\") { isUpcoming } }")).GetRawText());
    }

    [Fact]
    public async Task A_window_begins_before_it_ends_and_is_no_longer_than_a_year()
    {
        foreach (var window in new[] { "from: \"2026-01-02\", to: \"2026-01-01\"", "from: \"2026-01-01\", to: \"2027-01-03\"" })
        {
            foreach (var document in new[] { $"{{ occurrences({window}) {{ nodes {{ startsOn }} }} }}", $"{{ events {{ nodes {{ occurrences({window}) {{ startsOn }} }} }} }}" })
            {
                var answer = await directory.AskAsync(document);
                Assert.Equal("BAD_USER_INPUT", answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
            }
        }
    }

    [Fact]
    public async Task Occurrences_of_a_page_of_events_are_one_statement_and_counted_by_the_window()
    {
        var answer = await directory.AskAsync(
            "{ events(first: 10) { nodes { occurrences(from: \"2026-01-01\", to: \"2026-01-31\") { startsOn event { title } } } } }", cost: CostMode.Validate);

        Assert.Equal("""{"rows":1250,"statements":2}""", JsonSerializer.Serialize(new
        {
            rows = answer.GetProperty("extensions").GetProperty("cost").GetProperty("rows").GetInt32(),
            statements = answer.GetProperty("extensions").GetProperty("cost").GetProperty("statements").GetInt32(),
        }));
    }

    [Fact]
    public async Task What_asks_the_clock_is_kept_until_its_next_turn_and_what_changes_at_any_time_not_at_all()
    {
        await using var scope = directory.Services.CreateAsyncScope();
        var engine = directory.Services.GetRequiredService<GraphQL.GraphQLEngine>();
        foreach (var (document, expected) in new[]
        {
            ("{ events { nodes { isUpcoming } } }", Volatility.Clock),
            ("{ events(where: { isUpcoming: { eq: true } }) { nodes { title } } }", Volatility.Clock),
            ("{ territories { nodes { events(where: { or: [{ parts: { some: { isUpcoming: { eq: true } } } }] }) { nodes { title } } } } }", Volatility.Clock),
            ("{ occurrences(from: \"2026-01-01\", to: \"2026-01-31\") { nodes { startsOn } } }", Volatility.Any),
            ("{ events(where: { isUpcoming: { eq: true } }) { nodes { verifiedAt } } }", Volatility.Any),
            ("{ events(where: { isUpcoming: { eq: true } }, order: [{ verifiedAt: ASC }]) { nodes { title } } }", Volatility.Any),
            ("{ events(where: { isUpcoming: null }) { nodes { title } } }", Volatility.None),
            ("{ events { nodes { title } } }", Volatility.None),
        })
        {
            var prepared = engine.Prepare(new GraphQLRequest(document, null, null), scope.ServiceProvider);
            Assert.Empty(prepared.Errors);
            Assert.Equal((document, expected), (document, prepared.Volatility));
        }
    }

    private async Task<string> CalendarAsync(string from, string to, string where = "")
    {
        var data = await directory.DataAsync($"{{ occurrences(first: 100, from: \"{from}\", to: \"{to}\" {where}) {{ nodes {{ startsOn endsOn event {{ title }} }} }} }}");
        return string.Join(", ", data.GetProperty("occurrences").GetProperty("nodes").EnumerateArray().Select(node =>
            $"{node.GetProperty("event").GetProperty("title").GetString()} {node.GetProperty("startsOn").GetString()}–{node.GetProperty("endsOn").GetString()}"));
    }

    /// <summary>Imports events; their recurrence has semicolons and lines of its own.</summary>
    private async Task ImportAsync(params string[] rows)
    {
        var lines = rows.Select(row =>
        {
            var cells = row.Split(';', 8);
            return string.Join(';', [.. cells[..7], $"\"{cells[7].Replace('|', '\n')}\""]);
        });
        directory.Write("events.csv", Head + string.Join('\n', lines) + "\n");
        await directory.ImportAsync();
    }
}
