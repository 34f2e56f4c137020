using CenterDirectory.Api.Access;
using CenterDirectory.Api.Tests.Access;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Tests.Requests;

/// <summary>How somebody without a key asks for support.</summary>
public sealed class RequestIntakeTests : IAsyncLifetime
{
    private KeyStage stage = null!;
    private string master = null!;

    public async ValueTask InitializeAsync()
    {
        stage = await RequestStage.OpenAsync(null, ("Requests:PerClientAndDay", "4"), ("Requests:PerContactAndDay", "2"));
        master = await stage.IssueOperatorAsync();
    }

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task A_request_reaches_the_center_that_offers_the_support_and_reads_as_it_was_written()
    {
        await stage.OpenCenterAsync("sosed", SupportKind.Consulting);
        await stage.OpenCenterAsync("svoj", SupportKind.Financial);

        var answer = await stage.SendAsync(RequestStage.Input());

        Assert.Equal("", answer.ErrorsOf("requestSupport"));
        Assert.Equal(43, answer.At("requestSupport.receipt").GetString()!.Length);
        var mine = await stage.AskAsync(master, RequestStage.Mine);
        Assert.Equal("Нужен юрист для устава", mine.At("myRequests.nodes.0.text").GetString());
        Assert.Equal("Пелагея Тихоновна", mine.At("myRequests.nodes.0.contactName").GetString());
        Assert.Equal("+79991234567", mine.At("myRequests.nodes.0.contact.value").GetString());
        Assert.Equal("sosed", mine.At("myRequests.nodes.0.center.slug").GetString());
        Assert.Equal("NEW", mine.At("myRequests.nodes.0.state").GetString());
    }

    [Fact]
    public async Task Without_a_center_it_lies_with_the_coordinator_of_the_place_and_with_nobody_else()
    {
        await stage.SendAsync(RequestStage.Input(territory: "rajon"));
        var coordinator = await stage.IssueAsync(new KeyWish("Край", AccessRole.Coordinator, Territory: "kraj"));
        var network = await stage.IssueAsync(new KeyWish("Сеть", AccessRole.Coordinator, Network: "set"));
        var editor = await stage.IssueAsync(new KeyWish("Свой", AccessRole.Editor, ["svoj"]));

        Assert.Equal(1, (await stage.AskAsync(coordinator, RequestStage.Mine)).At("myRequests.totalCount").GetInt32());
        Assert.Equal(0, (await stage.AskAsync(network, RequestStage.Mine)).At("myRequests.totalCount").GetInt32());
        Assert.Equal(0, (await stage.AskAsync(editor, RequestStage.Mine)).At("myRequests.totalCount").GetInt32());
        var stranger = await stage.AskAsync(null, RequestStage.Mine);
        Assert.Equal("UNAUTHENTICATED", stranger.ErrorCode);
        Assert.DoesNotContain("Нужен юрист", stranger.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once()
    {
        var answer = await stage.SendAsync(RequestStage.Input(text: " ", territory: "nowhere", phone: "12", version: "old"));

        Assert.Equal(
            "REQUIRED input.text, INVALID_VALUE input.contact.phone, CONSENT_REQUIRED input.consent, UNKNOWN_REFERENCE input.territory", answer.ErrorsOf("requestSupport"));
    }

    [Fact]
    public async Task Advertising_is_refused()
    {
        var input = RequestStage.Input(text: string.Concat(Enumerable.Repeat("смотри https://example.org ", 4)));
        input["contactName"] = "www.example.org";

        Assert.Equal("INVALID_VALUE input.text, INVALID_VALUE input.contactName", (await stage.SendAsync(input)).ErrorsOf("requestSupport"));
    }

    [Fact]
    public async Task What_is_sent_again_has_the_same_receipt_and_is_one_request()
    {
        var input = RequestStage.Input();
        input["idempotencyKey"] = "again";

        var first = (await stage.SendAsync(input)).At("requestSupport.receipt").GetString();

        Assert.Equal(first, (await stage.SendAsync(input)).At("requestSupport.receipt").GetString());
        Assert.Equal(1, await stage.ReadAsync(db => db.SupportRequests.CountAsync()));
        input["text"] = "Другое";
        Assert.Equal("IDEMPOTENCY_KEY_REUSED input.idempotencyKey", (await stage.SendAsync(input)).ErrorsOf("requestSupport"));
    }

    [Fact]
    public async Task The_same_text_with_the_same_contact_is_a_duplicate_and_a_contact_has_its_limit()
    {
        await stage.SendAsync(RequestStage.Input());

        Assert.Equal("STATE_NOT_ALLOWED input.text", (await stage.SendAsync(RequestStage.Input(phone: "8 999 123 45 67"))).ErrorsOf("requestSupport"));
        Assert.Equal("", (await stage.SendAsync(RequestStage.Input("Второе"))).ErrorsOf("requestSupport"));
        Assert.Equal("RATE_LIMITED", (await stage.SendAsync(RequestStage.Input("Третье"))).ErrorsOf("requestSupport"));
    }

    [Fact]
    public async Task A_client_has_its_limit_whatever_contact_it_names()
    {
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal("", (await stage.SendAsync(RequestStage.Input(phone: $"+7999123450{i}"))).ErrorsOf("requestSupport"));
        }

        Assert.Equal("RATE_LIMITED", (await stage.SendAsync(RequestStage.Input(phone: "+79991234509"))).ErrorsOf("requestSupport"));
        stage.Directory.Now = stage.Directory.Now.AddDays(1);
        Assert.Equal("", (await stage.SendAsync(RequestStage.Input(phone: "+79991234509"))).ErrorsOf("requestSupport"));
    }

    [Fact]
    public async Task A_receipt_takes_a_request_back_and_erases_it_at_once()
    {
        var receipt = (await stage.SendAsync(RequestStage.Input())).At("requestSupport.receipt").GetString();

        var wrong = await stage.AskAsync(null, RequestStage.Withdraw, new { input = new { receipt = receipt + "x" } });
        var right = await stage.AskAsync(null, RequestStage.Withdraw, new { input = new { receipt } });
        var again = await stage.AskAsync(null, RequestStage.Withdraw, new { input = new { receipt } });

        Assert.Equal("NOT_FOUND input.receipt", wrong.ErrorsOf("withdrawSupportRequest"));
        Assert.True(right.At("withdrawSupportRequest.withdrawn").GetBoolean());
        Assert.True(again.At("withdrawSupportRequest.withdrawn").GetBoolean());
        var row = await stage.ReadAsync(db => db.SupportRequests.SingleAsync());
        Assert.Equal((null, null, SupportRequestState.Closed), (row.Sealed, row.ContactMark, row.State));
        Assert.NotNull(row.ErasedAt);
    }

    [Fact]
    public async Task Without_a_key_for_personal_data_nothing_is_taken()
    {
        await using var bare = await KeyStage.OpenAsync();

        Assert.Equal("STATE_NOT_ALLOWED", (await bare.SendAsync(RequestStage.Input())).ErrorsOf("requestSupport"));
        Assert.Equal(0, await bare.ReadAsync(db => db.SupportRequests.CountAsync()));
    }
}
