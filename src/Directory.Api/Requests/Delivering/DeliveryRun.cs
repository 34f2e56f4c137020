using CenterDirectory.Api.Delivering;
using CenterDirectory.Data;
using CenterDirectory.Data.Requests;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Requests.Delivering;

/// <summary>
/// One round of telling: whatever is due is tried once. What fails comes again after a pause that doubles up to six hours, for as long as the
/// request is kept. Somebody who is told and whose receipt is lost is told again: the same id says that it is the same word.
/// </summary>
internal sealed partial class DeliveryRun(
    DirectoryDb db, QuietWrites writes, DeliveryWords words, WebhookPost webhooks, MailPost mail, TimeProvider clock, ILogger<DeliveryRun> log)
{
    private const int MostAtOnce = 50;

    /// <summary>Longer than any attempt lasts: after that whoever took it has died over it.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Tries what is due.</summary>
    /// <returns>How much of it arrived.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = Now;
        var due = await db.RequestDeliveries.AsNoTracking()
            .Where(delivery => delivery.DeliveredAt == null && delivery.NextAttemptAt <= now)
            .OrderBy(delivery => delivery.NextAttemptAt).ThenBy(delivery => delivery.Id).Take(MostAtOnce).ToListAsync(cancellationToken);
        var arrived = 0;
        foreach (var delivery in due)
        {
            if (await TakeAsync(delivery, cancellationToken) && await TryAsync(delivery, cancellationToken))
            {
                arrived++;
            }
        }

        return arrived;
    }

    /// <summary>How long to wait after so many attempts.</summary>
    internal static TimeSpan PauseAfter(int attempts) =>
        attempts > 10 ? LongestPause : TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << (attempts - 1)));

    /// <summary>Of several processes one tries.</summary>
    private async Task<bool> TakeAsync(RequestDelivery delivery, CancellationToken cancellationToken)
    {
        var until = Now + Lease;
        var taken = 0;
        await writes.RunAsync(async () => taken = await db.RequestDeliveries
            .Where(known => known.Id == delivery.Id && known.Attempts == delivery.Attempts && known.DeliveredAt == null)
            .ExecuteUpdateAsync(
                known => known.SetProperty(row => row.Attempts, delivery.Attempts + 1).SetProperty(row => row.NextAttemptAt, until), cancellationToken), cancellationToken);
        return taken == 1;
    }

    private async Task<bool> TryAsync(RequestDelivery delivery, CancellationToken cancellationToken)
    {
        var problem = await SendAsync(delivery, cancellationToken);
        RequestMetrics.Tried(delivery.Route.ToString(), problem is null);
        var now = Now;
        var row = db.RequestDeliveries.Where(known => known.Id == delivery.Id);
        if (problem is null)
        {
            // That it arrived is worth knowing even if the process ends.
            await writes.RunAsync(
                () => row.ExecuteUpdateAsync(known => known.SetProperty(sent => sent.DeliveredAt, now).SetProperty(sent => sent.Problem, (string?)null), CancellationToken.None),
                CancellationToken.None);
            return true;
        }

        var next = now + PauseAfter(delivery.Attempts + 1);
        await writes.RunAsync(
            () => row.ExecuteUpdateAsync(known => known.SetProperty(failed => failed.NextAttemptAt, next).SetProperty(failed => failed.Problem, problem), cancellationToken),
            cancellationToken);
        LogFailed(delivery.Id, delivery.Route, delivery.RequestId, problem, next);
        return false;
    }

    /// <summary>What went wrong; null if it arrived.</summary>
    private async Task<string?> SendAsync(RequestDelivery delivery, CancellationToken cancellationToken)
    {
        var request = await db.SupportRequests.AsNoTracking().Include(known => known.Center).SingleOrDefaultAsync(known => known.Id == delivery.RequestId, cancellationToken);
        if (request is null)
        {
            return "the request is gone";
        }

        if (delivery.Route == DeliveryRoute.AnswerMail)
        {
            var message = await db.SupportMessages.AsNoTracking().Include(known => known.Center).SingleOrDefaultAsync(known => known.Id == delivery.MessageId, cancellationToken);
            return message is not null && words.AnswerOf(delivery, request, message) is { } letter
                ? await mail.SendAsync(letter, cancellationToken)
                : "the answer is gone";
        }

        if (words.DeskOf(delivery) is not { } desk)
        {
            return "the desk is not in the configuration any more";
        }

        return delivery.Route switch
        {
            DeliveryRoute.Webhook when desk.Webhook is { } address => await webhooks.SendAsync(address, desk.Secret, DeliveryWords.IdOf(delivery), words.BodyOf(delivery, request), cancellationToken),
            DeliveryRoute.Mail when desk.Mail.Length > 0 => await mail.SendAsync(words.LetterOf(delivery, request, desk), cancellationToken),
            _ => "the desk has no such address any more",
        };
    }

    [LoggerMessage(LogLevel.Warning, "Delivery {Delivery} ({Route}) of request {Request} failed: {Problem}. The next attempt is at {Next}.")]
    private partial void LogFailed(long delivery, DeliveryRoute route, long request, string problem, DateTime next);
}
