using CenterDirectory.Api.Access;
using CenterDirectory.Api.Requests;
using CenterDirectory.Api.Tests.Access;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Requests;

/// <summary>What centers do with requests, and what is left of them in the end.</summary>
public sealed class RequestWorkTests : IAsyncLifetime
{
    private KeyStage stage = null!;
    private string editor = null!;
    private string neighbour = null!;

    public async ValueTask InitializeAsync()
    {
        stage = await RequestStage.OpenAsync();
        await stage.OpenCenterAsync("svoj", SupportKind.Consulting);
        editor = await stage.IssueAsync(new KeyWish("Свой", AccessRole.Editor, ["svoj"]));
        neighbour = await stage.IssueAsync(new KeyWish("Сосед", AccessRole.Editor, ["sosed"]));
        await stage.SendAsync(RequestStage.Input());
    }

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task A_request_is_accepted_answered_and_closed()
    {
        var id = await IdAsync(editor);
        var accepted = await stage.ActAsync(editor, "acceptSupportRequest", new { id });
        stage.Directory.Now = stage.Directory.Now.AddHours(3);
        var answered = await stage.ActAsync(editor, "answerSupportRequest", new { id, text = "Приходите во вторник" });
        var closed = await stage.ActAsync(editor, "closeSupportRequest", new { id });

        Assert.Equal("ACCEPTED", accepted.At("acceptSupportRequest.request.state").GetString());
        Assert.Equal("ANSWERED", answered.At("answerSupportRequest.request.state").GetString());
        Assert.Equal("Приходите во вторник", answered.At("answerSupportRequest.request.messages.0.text").GetString());
        Assert.Equal("CLOSED", closed.At("closeSupportRequest.request.state").GetString());
        Assert.Equal("STATE_NOT_ALLOWED input.id", (await stage.ActAsync(editor, "acceptSupportRequest", new { id })).ErrorsOf("acceptSupportRequest"));
        var request = await stage.ReadAsync(db => db.SupportRequests.SingleAsync());
        Assert.Equal(TimeSpan.FromHours(3), request.FirstAnsweredAt - request.CreatedAt);
        var acts = await stage.ReadAsync(db => db.AuditEntries.Where(entry => entry.ObjectType == "SupportRequest").OrderBy(entry => entry.Id).Select(entry => entry.Act).ToListAsync());
        Assert.Equal(["acceptSupportRequest", "answerSupportRequest", "closeSupportRequest"], acts);
    }

    [Fact]
    public async Task Who_forwards_a_request_does_not_see_it_any_more()
    {
        var id = await IdAsync(editor);

        var answer = await stage.ActAsync(editor, "forwardSupportRequest", new { id, centerId = await stage.IdOfAsync("center", "sosed"), note = "Это к вам" });

        Assert.Equal("", answer.ErrorsOf("forwardSupportRequest"));
        Assert.Equal(0, (await stage.AskAsync(editor, RequestStage.Mine)).At("myRequests.totalCount").GetInt32());
        var there = await stage.AskAsync(neighbour, RequestStage.Mine);
        Assert.Equal("FORWARDED", there.At("myRequests.nodes.0.state").GetString());
        Assert.Equal("Это к вам", there.At("myRequests.nodes.0.note").GetString());
        Assert.Equal("NOT_PERMITTED input.id", (await stage.ActAsync(editor, "answerSupportRequest", new { id, text = "Нет" })).ErrorsOf("answerSupportRequest"));
    }

    [Fact]
    public async Task On_the_promised_day_everything_personal_is_erased()
    {
        await stage.ActAsync(editor, "answerSupportRequest", new { id = await IdAsync(editor), text = "Ответ" });
        stage.Directory.Now = stage.Directory.Now.AddDays(180);
        await using var scope = stage.Directory.Services.CreateAsyncScope();

        var before = await stage.ReadAsync(db => db.SupportRequests.Select(request => request.Sealed!).SingleAsync());
        Assert.True(Holds(before) || DatabaseKinds.Usual == DatabaseKind.Postgres);

        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<RequestErasure>().EraseDueAsync(TestContext.Current.CancellationToken));

        var row = await stage.ReadAsync(db => db.SupportRequests.SingleAsync());
        Assert.Equal((null, null, null), (row.Sealed, row.SealedNote, row.ContactMark));
        Assert.Equal(0, await stage.ReadAsync(db => db.SupportMessages.CountAsync()));
        Assert.False(Holds(before));
    }

    /// <summary>Whether the database or its log still has a cipher text: so much of it as is told from chance.</summary>
    private bool Holds(byte[] sealedWords) => System.IO.Directory.EnumerateFiles(stage.Directory.Folder, "directory.db*", SearchOption.AllDirectories)
        .Any(file => ReadShared(file).AsSpan().IndexOf(sealedWords.AsSpan(0, 40)) >= 0);

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private async Task<string> IdAsync(string secret) => (await stage.AskAsync(secret, RequestStage.Mine)).At("myRequests.nodes.0.id").GetString()!;
}
