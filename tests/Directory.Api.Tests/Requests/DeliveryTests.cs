using System.Net;
using System.Text;
using CenterDirectory.Api.Delivering;
using CenterDirectory.Api.Requests.Delivering;
using CenterDirectory.Api.Tests.Access;
using CenterDirectory.Data.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Requests;

/// <summary>Desks hear of requests, whatever happens to their servers.</summary>
public sealed class DeliveryTests
{
    private const string Secret = "a secret of twenty-four or more";

    [Fact]
    public async Task A_webhook_is_signed_and_tells_no_more_than_a_link_and_a_state()
    {
        await using var hook = new LocalHook();
        await using var stage = await OpenAsync(hook, ("Delivery:AllowHosts:0", "127.0.0.1"));
        await stage.SendAsync(RequestStage.Input());

        Assert.Equal(1, await RunAsync(stage));

        var (headers, body) = Assert.Single(hook.Words);
        var text = Encoding.UTF8.GetString(body);
        Assert.Contains("\"type\":\"request.arrived\"", text, StringComparison.Ordinal);
        Assert.Contains("/manage/requests/", text, StringComparison.Ordinal);
        Assert.Equal(WebhookPost.SignatureOf(Secret, headers["webhook-id"]!, headers["webhook-timestamp"]!, body), headers["webhook-signature"]);
        Assert.All(new[] { "Пелагея", "юрист", "9991234567" }, word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
        Assert.Equal(0, await RunAsync(stage));
    }

    [Fact]
    public async Task A_server_that_is_ill_gets_the_same_word_later()
    {
        await using var hook = new LocalHook { Status = HttpStatusCode.ServiceUnavailable };
        await using var stage = await OpenAsync(hook, ("Delivery:AllowHosts:0", "127.0.0.1"));
        await stage.SendAsync(RequestStage.Input());

        Assert.Equal(0, await RunAsync(stage));
        Assert.Equal("HTTP 503", (await DeliveryAsync(stage)).Problem);
        Assert.Equal(0, await RunAsync(stage));
        hook.Status = HttpStatusCode.NoContent;
        stage.Directory.Now = stage.Directory.Now.AddMinutes(1);
        Assert.Equal(1, await RunAsync(stage));

        Assert.Equal(2, hook.Words.Count);
        Assert.Single(hook.Words.Select(word => word.Headers["webhook-id"]).Distinct());
    }

    [Fact]
    public async Task A_private_address_is_refused_unless_the_operator_allows_it()
    {
        await using var stage = await RequestStage.OpenAsync(
            null, ("Delivery:Desks:0:Webhook", "https://127.0.0.1:9/hook"), ("Delivery:Desks:0:Secret", Secret));
        await stage.SendAsync(RequestStage.Input());

        Assert.Equal(0, await RunAsync(stage));
        Assert.Equal("the address leads into a private network", (await DeliveryAsync(stage)).Problem);
    }

    [Fact]
    public async Task Mail_goes_to_the_desk_without_and_to_the_asker_with_the_words()
    {
        await using var server = new LocalMailServer { IsIll = true };
        await using var stage = await RequestStage.OpenAsync(
            null, ("Delivery:Mail:Host", "127.0.0.1"), ("Delivery:Mail:Port", $"{server.Port}"), ("Delivery:Mail:Encryption", "None"), ("Delivery:Mail:From", "directory@example.org"),
            ("Delivery:Desks:0:Mail", "desk@example.org"));
        var master = await stage.IssueOperatorAsync();
        var input = RequestStage.Input();
        input["contact"] = new { email = "pelageya@example.net" };
        await stage.SendAsync(input);

        Assert.Equal(0, await RunAsync(stage));
        Assert.Equal("SMTP 451", (await DeliveryAsync(stage)).Problem);
        server.IsIll = false;
        stage.Directory.Now = stage.Directory.Now.AddMinutes(1);
        Assert.Equal(1, await RunAsync(stage));
        Assert.Contains("desk@example.org", server.Letters[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("pelageya", server.Letters[^1], StringComparison.Ordinal);

        var id = (await stage.AskAsync(master, RequestStage.Mine)).At("myRequests.nodes.0.id").GetString();
        await stage.ActAsync(master, "answerSupportRequest", new { id, text = "Приходите во вторник" });
        Assert.Equal(1, await RunAsync(stage));
        Assert.Contains("pelageya@example.net", server.Letters[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 8)]
    [InlineData(12, 360)]
    public void Pauses_double_up_to_six_hours(int attempts, int minutes) => Assert.Equal(TimeSpan.FromMinutes(minutes), DeliveryRun.PauseAfter(attempts));

    private static Task<KeyStage> OpenAsync(LocalHook hook, params (string Key, string Value)[] settings) =>
        RequestStage.OpenAsync(null, [("Delivery:Desks:0:Webhook", hook.Address), ("Delivery:Desks:0:Secret", Secret), .. settings]);

    private static async Task<int> RunAsync(KeyStage stage)
    {
        await using var scope = stage.Directory.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DeliveryRun>().RunAsync(TestContext.Current.CancellationToken);
    }

    private static Task<RequestDelivery> DeliveryAsync(KeyStage stage) => stage.ReadAsync(db => db.RequestDeliveries.OrderBy(delivery => delivery.Id).FirstAsync());
}
