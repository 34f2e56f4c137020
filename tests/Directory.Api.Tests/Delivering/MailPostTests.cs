using CenterDirectory.Api.Delivering;
using CenterDirectory.Api.Tests.Requests;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Tests.Delivering;

/// <summary>Whatever a mail server does, the round of letters goes on, and the operator reads what was the matter.</summary>
public sealed class MailPostTests
{
    private static readonly Letter TheLetter = new("letter-7", "desk@example.org", "Напоминание", "Здравствуйте!");

    [Theory]
    [InlineData("MAIL", "451 4.3.2 not now", "SMTP 451")]
    [InlineData("RCPT", "550 5.1.1 no such mailbox", "SMTP 550")]
    [InlineData("MAIL", "530 5.7.0 authentication required", "the mail server does not let us in")]
    [InlineData("MAIL", "gibberish", "the mail server is not to be reached")]
    public async Task A_server_that_refuses_is_named_as_such(string verb, string reply, string problem)
    {
        await using var server = new LocalMailServer { Replies = { [verb] = reply } };

        Assert.Equal(problem, await SendAsync(server, TheLetter));
    }

    [Fact]
    public async Task A_server_that_nobody_can_sign_in_to_is_not_taken_for_one_without_encryption()
    {
        await using var server = new LocalMailServer();

        Assert.Equal("the mail server does not let us in", await SendAsync(server, TheLetter, options => (options.User, options.Password) = ("directory", "secret")));
    }

    [Fact]
    public async Task Without_encryption_that_was_asked_for_nothing_is_sent()
    {
        await using var server = new LocalMailServer();

        Assert.Equal("no encrypted connection to the mail server", await SendAsync(server, TheLetter, options => options.Encryption = MailEncryption.StartTls));
        Assert.Empty(server.Letters);
    }

    [Fact]
    public async Task A_letter_that_was_taken_counts_as_sent_though_the_server_says_no_farewell()
    {
        await using var server = new LocalMailServer { Replies = { ["QUIT"] = "" } };
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var sending = PostOf(server).SendAsync(TheLetter, ending.Token);
        while (server.Letters.Count == 0)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        // The process ends while it waits.
        ending.CancelAfter(TimeSpan.FromSeconds(1));
        Assert.Null(await sending.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_name_with_a_line_end_adds_no_header()
    {
        await using var server = new LocalMailServer();

        Assert.Null(await SendAsync(server, TheLetter with { Subject = "Карточка\r\nBcc: other@example.net\r\n\r\nText" }));

        var head = Assert.Single(server.Letters).Split(Environment.NewLine + Environment.NewLine)[0];
        Assert.DoesNotContain(head.Split('\n'), line => line.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("Auto-Submitted: auto-generated", head, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("directory", false)]
    [InlineData("a@example.org, b@example.org", false)]
    [InlineData("directory@example.org", true)]
    [InlineData("Справочник <directory@example.org>", true)]
    public void Whoever_sends_has_an_address_with_a_domain(string from, bool isRight) =>
        Assert.Equal(isRight, new MailOptionsValidation().Validate(null, new MailOptions { Host = "mail.example.org", From = from }).Succeeded);

    [Theory]
    [InlineData("", true)]
    [InlineData("desk@example.org", true)]
    [InlineData("desk", false)]
    [InlineData("desk at example.org", false)]
    public void A_desk_has_an_address_or_none(string address, bool isRight)
    {
        var options = new DeliveryOptions();
        options.Desks.Add(new DeskOptions { Mail = address });

        Assert.Equal(isRight, new DeliveryOptionsValidation().Validate(null, options).Succeeded);
    }

    private static Task<string?> SendAsync(LocalMailServer server, Letter letter, Action<MailOptions>? change = null) =>
        PostOf(server, change).SendAsync(letter, TestContext.Current.CancellationToken);

    private static MailPost PostOf(LocalMailServer server, Action<MailOptions>? change = null)
    {
        var options = new MailOptions { Host = "127.0.0.1", Port = server.Port, Encryption = MailEncryption.None, From = "directory@example.org" };
        change?.Invoke(options);
        return new MailPost(Options.Create(options), TimeProvider.System);
    }
}
