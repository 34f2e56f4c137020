using System.Net;
using CenterDirectory.Data;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Pages.Entries;

/// <summary>Pages of entries that come, go, are joined, are postponed and are written by somebody with bad intentions.</summary>
public sealed class EntryLifeTests : IAsyncLifetime
{
    private const string Manifest = """
        key: invented
        title: "Придуманный <i>источник</i>"
        publisher: { name: "Издатель </script>", url: "https://example.org/", licence: "CC0" }
        grace-runs: 0
        tables:
          - source: { file: centers.csv, delimiter: ";" }
            record: Center
            id-from: [id]
            map: { slug: id, name: name, description: text, addressText: address }
          - source: { file: events.csv, delimiter: ";" }
            record: Event
            id-from: [id]
            map: { slug: id, title: title, status: status, date: { from: date, date: [edtf] }, previousDate: { from: before, date: [edtf] }, recurrence: recurrence, timeZone: zone }
          - source: { file: participants.csv, delimiter: ";" }
            record: EventParticipant
            id-from: [event, center]
            map: { event: event, center: center, role: { const: ORGANIZER } }
        expect: { removed-at-most: 100%, issues-at-most: 100% }
        """;

    private const string Evil = """<script>alert(1)</script></script><!--"' &lt; *жирно* [x](javascript:alert(1))""";

    private OwnDirectory directory = null!;
    private HttpClient client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        directory = await OwnDirectory.CreateAsync();
        directory.Write("invented.yaml", Manifest);
        Centers(("one", "Первый"), ("two", "Второй"));
        Events();
        directory.Write("participants.csv", "event;center\nclub;one\nmoved;one\noff;one\nwaiting;one\nlast;one\n");
        await directory.ImportAsync();
        client = await directory.ServeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await directory.DisposeAsync();
    }

    [Fact]
    public async Task A_gone_entry_says_so_and_comes_back_under_its_address()
    {
        Centers(("one", "Первый"));
        await directory.ImportAsync();
        using var gone = await client.GetAsync("/centers/two?lang=ru", Cancellation);
        using var text = await client.GetAsync("/centers/two.md?lang=en", Cancellation);
        var page = await gone.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains("<h1>Этой записи больше нет</h1>", page, StringComparison.Ordinal);
        Assert.Contains("15 января 2026", page, StringComparison.Ordinal);
        Assert.Contains("noindex", page, StringComparison.Ordinal);
        Assert.Null(gone.Headers.ETag);
        Assert.Equal(HttpStatusCode.Gone, text.StatusCode);
        Assert.StartsWith("# This entry is gone", await text.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);

        Centers(("one", "Первый"), ("two", "Второй"));
        await directory.ImportAsync();
        using var back = await client.GetAsync("/centers/two", Cancellation);
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
    }

    [Theory]
    [InlineData("/centers/old?lang=en", "/centers/one?lang=en")]
    [InlineData("/centers/older.md", "/centers/one.md")]
    [InlineData("/centers/lost", null)]
    [InlineData("/services/old", null)]
    public async Task A_joined_entry_leads_to_the_other(string address, string? expected)
    {
        var one = await IdAsync("one");
        await BuryAsync(new Tombstone { EntryType = EntryType.Center, EntityId = 901, Slug = "old", ReplacedById = one });
        await BuryAsync(new Tombstone { EntryType = EntryType.Center, EntityId = 902, Slug = "older", ReplacedById = 901 });
        await BuryAsync(new Tombstone { EntryType = EntryType.Center, EntityId = 903, Slug = "lost", ReplacedById = 904 });
        await BuryAsync(new Tombstone { EntryType = EntryType.Center, EntityId = 904, Slug = "loster", ReplacedById = 903 });

        using var answer = await client.GetAsync(address, Cancellation);

        Assert.Equal(expected, answer.Headers.Location?.ToString());
        Assert.Equal(expected is not null ? HttpStatusCode.MovedPermanently : address.StartsWith("/services", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.Gone, answer.StatusCode);
    }

    [Fact]
    public async Task What_a_source_says_is_text_in_every_form()
    {
        Centers(("one", Evil), ("two", "Второй"));
        await directory.ImportAsync();
        await PlantAsync(new Uri("javascript:alert(1)"));
        var page = await client.GetStringAsync("/centers/one?lang=ru", Cancellation);
        var text = await client.GetStringAsync("/centers/one.md?lang=ru", Cancellation);
        var data = EntryPagesTests.LinkedData(page).GetProperty("@graph")[0];
        var list = await client.GetStringAsync("/centers?lang=ru&q=" + Uri.EscapeDataString("\"><script>"), Cancellation);

        Assert.DoesNotContain("<script>", page.Replace("<script type=\"application/ld+json\">", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.Single(page.Split("</script>")[1..]);
        Assert.DoesNotContain("href=\"javascript:", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<i>", page, StringComparison.Ordinal);
        Assert.Equal(Evil, data.GetProperty("name").GetString());
        Assert.False(data.TryGetProperty("url", out _));
        Assert.Contains(@"\<script\>alert(1)\</script\>", text, StringComparison.Ordinal);
        Assert.Contains(@"\*жирно\* \[x\]", text, StringComparison.Ordinal);
        Assert.DoesNotContain("](javascript:", text.Replace(@"\](javascript:", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", list.Replace("<script type=\"application/ld+json\">", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_to_come_stand_before_the_others_until_their_day_is_over()
    {
        var text = await client.GetStringAsync("/centers/one.md?lang=ru", Cancellation);
        using var before = await client.GetAsync("/centers/one?lang=ru", Cancellation);
        directory.Now = directory.Now.AddDays(20);
        using var after = await client.GetAsync("/centers/one?lang=ru", Cancellation);
        var later = await client.GetStringAsync("/centers/one.md?lang=ru", Cancellation);

        var coming = Section(text, "Ближайшие события");
        Assert.Equal(["Клуб", "Перенесённое", "Отменённое"], coming.Select(line => line.Split('[')[1].Split(']')[0]));
        Assert.Contains("еженедельно: вт; ближайшее: 20 января 2026", coming[0], StringComparison.Ordinal);
        Assert.Contains("Перенесено", coming[1], StringComparison.Ordinal);
        Assert.Contains("Отменено", coming[2], StringComparison.Ordinal);
        Assert.Equal(["Прошлое", "Без новой даты"], Section(text, "Другие события").Select(line => line.Split('[')[1].Split(']')[0]));
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        Assert.Equal(["Клуб"], Section(later, "Ближайшие события").Select(line => line.Split('[')[1].Split(']')[0]));
    }

    [Theory]
    [InlineData("moved", "EventRescheduled", "2026-01-22", "2026-01-16")]
    [InlineData("waiting", "EventPostponed", null, "2026-01-17")]
    [InlineData("off", "EventCancelled", "2026-01-30", null)]
    [InlineData("last", "EventScheduled", "2025-12-01", null)]
    public async Task Search_engines_are_told_what_became_of_an_event(string slug, string status, string? start, string? before)
    {
        var data = EntryPagesTests.LinkedData(await client.GetStringAsync($"/events/{slug}?lang=ru", Cancellation)).GetProperty("@graph")[0];

        Assert.Equal("https://schema.org/" + status, data.GetProperty("eventStatus").GetString());
        Assert.Equal(start, data.TryGetProperty("startDate", out var date) ? date.GetString() : null);
        Assert.Equal(before, data.TryGetProperty("previousStartDate", out var previous) ? previous.GetString() : null);
    }

    [Fact]
    public async Task A_postponed_event_names_both_dates()
    {
        var text = await client.GetStringAsync("/events/moved.md?lang=en", Cancellation);

        Assert.Contains("Event · Postponed", text, StringComparison.Ordinal);
        Assert.Contains("- **Was planned for**: 16 January 2026\n- **Date**: 22 January 2026\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_sources_differ_the_page_names_each_of_them()
    {
        foreach (var (key, priority, name, zone) in new[] { ("first", 60, "Камчатский край", "Asia/Kamchatka"), ("second", 40, "Камчатка", "Asia/Kamchatka") })
        {
            directory.Write($"{key}.yaml", $"""
                key: {key}
                title: "Источник {key}"
                priority: {priority}
                tables:
                  - source: {"{"} file: {key}.csv {"}"}
                    record: Territory
                    id-from: [id]
                    map: {"{"} code: id, name: name, kind: {"{"} const: REGION {"}"}, timeZone: zone {"}"}
                """);
            directory.Write($"{key}.csv", $"id,name,zone\n41,{name},{zone}\n");
        }

        await directory.ImportAsync();
        var slug = (await directory.DataAsync("""{ territory(key: "41") { slug } }""")).GetProperty("territory").GetProperty("slug").GetString();
        var text = await client.GetStringAsync($"/territories/{slug}.md?lang=ru", Cancellation);

        Assert.StartsWith("# Камчатский край\n", text, StringComparison.Ordinal);
        Assert.Contains("- **Название**: Камчатский край – Источник first; Камчатка – Источник second\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("- **Часовой пояс**: Asia/Kamchatka – ", text, StringComparison.Ordinal);
    }

    private void Centers(params (string Slug, string Name)[] centers) => directory.Write(
        "centers.csv",
        "id;name;text;address\n" + string.Concat(centers.Select(center =>
            $"{center.Slug};{Quoted(center.Name)};{Quoted(center.Name)};{Quoted(center.Name)}\n")));

    private void Events() => directory.Write("events.csv", """
        id;title;status;date;before;recurrence;zone
        club;Клуб;CONFIRMED;2026-01-06;;RRULE:FREQ=WEEKLY;Europe/Moscow
        moved;Перенесённое;POSTPONED;2026-01-22;2026-01-16;;Europe/Moscow
        waiting;Без новой даты;POSTPONED;;2026-01-17;;Europe/Moscow
        off;Отменённое;CANCELLED;2026-01-30;;;Europe/Moscow
        last;Прошлое;COMPLETED;2025-12-01;;;Europe/Moscow

        """.Replace("RRULE:FREQ=WEEKLY", "\"RRULE:FREQ=WEEKLY;BYDAY=TU\"", StringComparison.Ordinal));

    private async Task<long> IdAsync(string slug)
    {
        await using var scope = directory.Services.CreateAsyncScope();
        return scope.ServiceProvider.GetRequiredService<DirectoryDb>().Centers.Single(center => center.Slug == slug).Id;
    }

    private async Task BuryAsync(Tombstone tombstone)
    {
        await using var scope = directory.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DirectoryDb>();
        tombstone.RemovedAt = directory.Now.UtcDateTime;
        tombstone.RevisionNumber = 1;
        db.Tombstones.Add(tombstone);
        await db.SaveChangesAsync(Cancellation);
    }

    /// <summary>Importers take no such address; whatever gets by them is still no link.</summary>
    private async Task PlantAsync(Uri address)
    {
        await using var scope = directory.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DirectoryDb>();
        await db.Centers.ExecuteUpdateAsync(set => set.SetProperty(center => center.Website, address), Cancellation);
        await db.Sources.ExecuteUpdateAsync(set => set.SetProperty(source => source.Url, address), Cancellation);
        await db.SourceRecords.ExecuteUpdateAsync(set => set.SetProperty(record => record.RecordUrl, address), Cancellation);
    }

    private static string[] Section(string text, string title) =>
        [.. text.Split("## ").Single(section => section.StartsWith(title + "\n", StringComparison.Ordinal)).Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal))];

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
