using System.Text;
using System.Text.Json;
using CenterDirectory.Api.Delivering;
using CenterDirectory.Api.Reminding;
using CenterDirectory.Api.Tests.Access;
using CenterDirectory.Api.Tests.Requests;
using CenterDirectory.Api.Tests.Schema.Staleness;
using CenterDirectory.Api.Tests.Schema.Standards;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Reminding;

/// <summary>Who answers for a silent card is reminded: once a period, until it is put right, whatever happens to the servers.</summary>
public sealed class RemindersTests
{
    private const string Secret = "a secret of twenty-four or more";

    [Fact]
    public async Task A_desk_is_reminded_once_a_period_and_no_more_when_the_card_is_confirmed()
    {
        await using var hook = new LocalHook();
        await using var stage = await OpenAsync(hook);
        await StaleEntriesTests.ConfirmAsync(stage, await stage.EditorAsync("svoj"), "center", "svoj");
        await StaleEntriesTests.ConfirmAsync(stage, await stage.EditorAsync("svoj"), "project", "svoj-p");
        Assert.Equal((0, 0), await WorkAsync(stage));

        stage.Directory.Now += TimeSpan.FromDays(401);
        Assert.Equal((1, 1), await WorkAsync(stage));
        var (headers, body) = Assert.Single(hook.Words);
        var word = JsonElement.Parse(body);
        Assert.Equal("center.reminder svoj svoj-p", $"{word.GetProperty("type")} {word.GetProperty("data").GetProperty("center")} {word.GetProperty("data").GetProperty("staleProjects")[0]}");
        Assert.EndsWith("/manage", word.GetProperty("data").GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal(WebhookPost.SignatureOf(Secret, headers["webhook-id"]!, headers["webhook-timestamp"]!, body), headers["webhook-signature"]);

        stage.Directory.Now += TimeSpan.FromDays(29);
        Assert.Equal((0, 0), await WorkAsync(stage));
        stage.Directory.Now += TimeSpan.FromDays(1);
        Assert.Equal((1, 1), await WorkAsync(stage));
        Assert.Equal(2, hook.Words.Select(sent => sent.Headers["webhook-id"]).Distinct().Count());

        var editor = await stage.EditorAsync("svoj");
        await StaleEntriesTests.ConfirmAsync(stage, editor, "center", "svoj");
        await StaleEntriesTests.ConfirmAsync(stage, editor, "project", "svoj-p");
        stage.Directory.Now += TimeSpan.FromDays(30);
        Assert.Equal((0, 0), await WorkAsync(stage));
    }

    [Fact]
    public async Task A_lost_server_gets_the_reminder_later_unless_it_was_put_right_meanwhile()
    {
        await using var hook = new LocalHook { Status = System.Net.HttpStatusCode.BadGateway };
        await using var stage = await OpenAsync(hook);
        await NoProjectsAsync(stage);

        Assert.Equal((1, 0), await WorkAsync(stage));
        Assert.Equal("HTTP 502", (await LastAsync(stage)).Problem);
        Assert.Equal((0, 0), await WorkAsync(stage));
        stage.Directory.Now += TimeSpan.FromMinutes(1);
        Assert.Equal((0, 0), await WorkAsync(stage));
        Assert.Equal(2, hook.Words.Count);

        await StaleEntriesTests.ConfirmAsync(stage, await stage.EditorAsync("svoj"), "center", "svoj");
        (hook.Status, stage.Directory.Now) = (System.Net.HttpStatusCode.NoContent, stage.Directory.Now.AddHours(1));
        Assert.Equal((0, 0), await WorkAsync(stage));
        Assert.Equal((2, "nothing is left to remind of"), (hook.Words.Count, (await LastAsync(stage)).Problem));
    }

    [Fact]
    public async Task A_center_with_a_key_is_written_to_at_the_address_of_its_card_and_the_rest_is_told_to_the_general_desk()
    {
        await using var server = new LocalMailServer();
        await using var stage = await RequestStage.OpenAsync(
            null, ("Delivery:Mail:Host", "127.0.0.1"), ("Delivery:Mail:Port", $"{server.Port}"), ("Delivery:Mail:Encryption", "None"), ("Delivery:Mail:From", "directory@example.org"),
            ("Delivery:Desks:0:Mail", "coordinator@example.org"));
        await StaleEntriesTests.ActivateAsync(stage);
        await stage.EditorAsync("sosed");
        await stage.ReadAsync(async db =>
        {
            foreach (var center in await db.Centers.Where(center => center.Slug == "sosed" || center.Slug == "dalnij").ToListAsync())
            {
                center.Contacts = [new Contact { Kind = ContactKind.Email, Value = $"{center.Slug}@example.net" }];
            }

            var service = await db.Services.SingleAsync(known => known.Slug == "sosed-s");
            db.StandardDeclarations.Add(new StandardDeclaration
            {
                ServiceId = service.Id, StandardId = await db.ServiceStandards.Where(known => known.Slug == "setevoj").Select(known => known.Id).SingleAsync(),
                DeclaredAt = DateTime.UnixEpoch, Verdict = StandardVerdict.Confirm, ExpiresOn = DateOnly.FromDateTime(stage.Directory.Now.UtcDateTime).AddDays(7),
            });
            return await db.SaveChangesAsync();
        });

        Assert.Equal((2, 2), await WorkAsync(stage));

        var letters = server.Letters.Select(Readable).Order(StringComparer.Ordinal).ToList();
        var card = Assert.Single(letters, letter => letter.Contains("sosed@example.net", StringComparison.Ordinal));
        Assert.Contains("«Сосед»", card, StringComparison.Ordinal);
        Assert.Contains("Услуга sosed – Стандарт сети", card, StringComparison.Ordinal);
        var all = Assert.Single(letters, letter => letter.Contains("coordinator@example.org", StringComparison.Ordinal));
        Assert.Contains("карточки давно не подтверждались: 4", all, StringComparison.Ordinal);
        Assert.DoesNotContain(letters, letter => letter.Contains("dalnij@example.net", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Several_processes_at_once_write_one_reminder()
    {
        await using var hook = new LocalHook();
        await using var stage = await OpenAsync(hook);

        var rounds = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => InScopeAsync(stage, services => services.GetRequiredService<ReminderRound>().RunAsync(CancellationToken.None)))));
        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => InScopeAsync(stage, services => services.GetRequiredService<ReminderRun>().RunAsync(CancellationToken.None)))));

        Assert.Equal((1, 1), (rounds.Sum(), runs.Sum()));
        Assert.Single(hook.Words);
        Assert.Equal(1, await stage.ReadAsync(db => db.Reminders.CountAsync()));
    }

    [Fact]
    public async Task Who_wants_no_reminders_writes_none()
    {
        await using var hook = new LocalHook();
        await using var stage = await OpenAsync(hook, ("Reminders:EveryDays", "0"));

        Assert.Equal((0, 0), await WorkAsync(stage));
    }

    private static async Task<KeyStage> OpenAsync(LocalHook hook, params (string, string)[] settings)
    {
        var stage = await RequestStage.OpenAsync(null, [
            ("Delivery:Desks:0:Center", "svoj"), ("Delivery:Desks:0:Webhook", hook.Address), ("Delivery:Desks:0:Secret", Secret), ("Delivery:AllowHosts:0", "127.0.0.1"), .. settings]);
        await StaleEntriesTests.ActivateAsync(stage);
        return stage;
    }

    private static Task NoProjectsAsync(KeyStage stage) => stage.ReadAsync(db => db.Projects.ExecuteDeleteAsync());

    private static Task<Data.Reminding.Reminder> LastAsync(KeyStage stage) => stage.ReadAsync(db => db.Reminders.OrderByDescending(reminder => reminder.Id).FirstAsync());

    /// <summary>How many are to be reminded, and how much arrived.</summary>
    private static async Task<(int Reminded, int Arrived)> WorkAsync(KeyStage stage) => (
        await InScopeAsync(stage, services => services.GetRequiredService<ReminderRound>().RunAsync(TestContext.Current.CancellationToken)),
        await InScopeAsync(stage, services => services.GetRequiredService<ReminderRun>().RunAsync(TestContext.Current.CancellationToken)));

    private static async Task<int> InScopeAsync(KeyStage stage, Func<IServiceProvider, Task<int>> act)
    {
        await using var scope = stage.Directory.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    /// <summary>A letter as its reader sees it.</summary>
    private static string Readable(string letter)
    {
        using var message = MimeKit.MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(letter[(letter.IndexOf("From:", StringComparison.Ordinal))..])));
        return $"{message.To} {message.Subject}\n{message.TextBody}";
    }
}
