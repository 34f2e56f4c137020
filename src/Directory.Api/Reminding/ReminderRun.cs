using CenterDirectory.Api.Delivering;
using CenterDirectory.Api.Requests;
using CenterDirectory.Api.Requests.Delivering;
using CenterDirectory.Data;
using CenterDirectory.Data.Reminding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Reminding;

/// <summary>
/// Sends what is due. What fails comes again after a pause that doubles up to six hours, until the next reminder takes its place; what was put right
/// meanwhile is not sent at all.
/// </summary>
internal sealed partial class ReminderRun(
    DirectoryDb db, QuietWrites writes, DutyReader duties, ReminderWords words, IOptions<RemindersOptions> options, IOptions<DeliveryOptions> delivery, WebhookPost webhooks,
    MailPost mail, TimeProvider clock, ILogger<ReminderRun> log)
{
    private const int MostAtOnce = 50;

    /// <summary>Longer than any attempt lasts: after that whoever took it has died over it.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Tries what is due.</summary>
    /// <returns>How much of it arrived.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = Now;
        var due = await db.Reminders.AsNoTracking().Where(reminder => reminder.DoneAt == null && reminder.NextAttemptAt <= now)
            .OrderBy(reminder => reminder.NextAttemptAt).ThenBy(reminder => reminder.Id).Take(MostAtOnce).ToListAsync(cancellationToken);
        var arrived = 0;
        foreach (var reminder in due)
        {
            if (await TakeAsync(reminder, cancellationToken))
            {
                arrived += await TryAsync(reminder, cancellationToken) ? 1 : 0;
            }
        }

        return arrived;
    }

    /// <summary>Of several processes one tries.</summary>
    private async Task<bool> TakeAsync(Reminder reminder, CancellationToken cancellationToken)
    {
        var until = Now + Lease;
        var taken = 0;
        await writes.RunAsync(async () => taken = await db.Reminders
            .Where(known => known.Id == reminder.Id && known.Attempts == reminder.Attempts && known.DoneAt == null)
            .ExecuteUpdateAsync(known => known.SetProperty(row => row.Attempts, reminder.Attempts + 1).SetProperty(row => row.NextAttemptAt, until), cancellationToken), cancellationToken);
        return taken == 1;
    }

    private async Task<bool> TryAsync(Reminder reminder, CancellationToken cancellationToken)
    {
        var (isOver, problem) = await IsReplacedAsync(reminder, cancellationToken) ? (true, "a later reminder has taken its place") : await SendAsync(reminder, cancellationToken);
        var now = Now;
        var row = db.Reminders.Where(known => known.Id == reminder.Id);
        if (isOver || problem is null)
        {
            // That it arrived is worth knowing even if the process ends.
            await writes.RunAsync(
                () => row.ExecuteUpdateAsync(known => known.SetProperty(sent => sent.DoneAt, now).SetProperty(sent => sent.Problem, problem), CancellationToken.None), CancellationToken.None);
            return problem is null;
        }

        var next = now + DeliveryRun.PauseAfter(reminder.Attempts + 1);
        await writes.RunAsync(
            () => row.ExecuteUpdateAsync(known => known.SetProperty(failed => failed.NextAttemptAt, next).SetProperty(failed => failed.Problem, problem), cancellationToken), cancellationToken);
        LogFailed(reminder.Id, reminder.Recipient, reminder.Route, problem, next);
        return false;
    }

    private Task<bool> IsReplacedAsync(Reminder reminder, CancellationToken cancellationToken) =>
        db.Reminders.AnyAsync(other => other.Recipient == reminder.Recipient && other.Number > reminder.Number, cancellationToken);

    /// <summary>Whether there is nothing left to try, and what went wrong; both say no if it arrived.</summary>
    private async Task<(bool IsOver, string? Problem)> SendAsync(Reminder reminder, CancellationToken cancellationToken)
    {
        if (reminder.CenterId is not { } id)
        {
            var all = await duties.OfAllAsync(cancellationToken);
            return all.IsEmpty ? (true, "nothing is left to remind of")
                : await SendAsync(reminder, delivery.Value.DeskOf(null), () => words.BodyOf(reminder, all), to => words.LetterOf(reminder, all, to), cancellationToken);
        }

        if (await duties.OfCenterAsync(id, cancellationToken) is not { IsEmpty: false } wanted)
        {
            return (true, "nothing is left to remind of");
        }

        var desk = ReminderRound.DeskOf(delivery.Value, wanted.Center.Slug) ?? new DeskOptions { Mail = ReminderRound.AddressOf(wanted.Center, options.Value) ?? "" };
        return await SendAsync(reminder, desk, () => words.BodyOf(reminder, wanted), to => words.LetterOf(reminder, wanted, to), cancellationToken);
    }

    private async Task<(bool IsOver, string? Problem)> SendAsync(
        Reminder reminder, DeskOptions? desk, Func<byte[]> body, Func<string, Letter> letter, CancellationToken cancellationToken) => reminder.Route switch
        {
            ReminderRoute.Webhook when desk?.Webhook is { } address => (false, await webhooks.SendAsync(address, desk.Secret, ReminderWords.IdOf(reminder), body(), cancellationToken)),
            ReminderRoute.Mail when desk is { Mail.Length: > 0 } => (false, await mail.SendAsync(letter(desk.Mail), cancellationToken)),
            _ => (true, "there is no such address any more"),
        };

    [LoggerMessage(LogLevel.Warning, "Reminder {Reminder} to {Recipient} ({Route}) failed: {Problem}. The next attempt is at {Next}.")]
    private partial void LogFailed(long reminder, string recipient, ReminderRoute route, string problem, DateTime next);
}
