using System.Globalization;
using CenterDirectory.Api.Delivering;
using CenterDirectory.Api.Requests;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Reminding;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Reminding;

/// <summary>
/// Decides who is to be reminded, once a period: centers that somebody answers for (they have a desk of their own, or a key names them), and the
/// general desk for all others together. Registries know thousands of centers that never asked for letters, and get none.
/// </summary>
internal sealed class ReminderRound(
    DirectoryDb db, QuietWrites writes, DutyReader duties, IOptions<RemindersOptions> options, IOptions<DeliveryOptions> delivery, MailPost mail, TimeProvider clock)
{
    /// <summary>Who looks after all centers.</summary>
    internal const string Everybody = "all";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Writes down the reminders that are due.</summary>
    /// <returns>How many people are to be reminded.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (options.Value.EveryDays == 0)
        {
            return 0;
        }

        var reminded = 0;
        foreach (var center in await AnsweredForAsync(cancellationToken))
        {
            var recipient = string.Create(CultureInfo.InvariantCulture, $"center/{center}");
            if (await NextAsync(recipient, cancellationToken) is { } number && await duties.OfCenterAsync(center, cancellationToken) is { IsEmpty: false } wanted
                && RoutesOf(wanted.Center) is { Count: > 0 } routes)
            {
                reminded += await AddAsync(recipient, center, number, routes, cancellationToken);
            }
        }

        if (RoutesOf(delivery.Value.DeskOf(null)) is { Count: > 0 } general && await NextAsync(Everybody, cancellationToken) is { } next
            && await duties.OfAllAsync(cancellationToken) is { IsEmpty: false })
        {
            reminded += await AddAsync(Everybody, null, next, general, cancellationToken);
        }

        return reminded;
    }

    /// <summary>The mail address of a card, for a center that has no desk of its own; null if it gives none or is not to be written to.</summary>
    public static string? AddressOf(Center center, RemindersOptions options) =>
        options.ToCards ? center.Contacts.Find(contact => contact.Kind == ContactKind.Email)?.Value : null;

    /// <summary>The desk of a center's own.</summary>
    public static DeskOptions? DeskOf(DeliveryOptions delivery, string slug) => delivery.Desks.FirstOrDefault(desk => desk.Center == slug);

    private async Task<List<long>> AnsweredForAsync(CancellationToken cancellationToken)
    {
        var now = Now;
        var named = delivery.Value.Desks.Select(desk => desk.Center).Where(slug => slug.Length > 0).ToArray();
        var withKeys = db.AccessKeyCenters.Where(link => link.Key.RevokedAt == null && link.Key.ExpiresAt > now).Select(link => link.CenterId);
        return await db.Centers.Where(center => Enumerable.Contains(named, center.Slug) || withKeys.Contains(center.Id))
            .OrderBy(center => center.Id).Select(center => center.Id).ToListAsync(cancellationToken);
    }

    /// <summary>The number of the next reminder of somebody; null if the last one is not long enough ago.</summary>
    private async Task<int?> NextAsync(string recipient, CancellationToken cancellationToken)
    {
        var last = await db.Reminders.Where(reminder => reminder.Recipient == recipient).OrderByDescending(reminder => reminder.Number)
            .Select(reminder => new { reminder.Number, reminder.CreatedAt }).FirstOrDefaultAsync(cancellationToken);
        return last is null ? 1 : last.CreatedAt.AddDays(options.Value.EveryDays) <= Now ? last.Number + 1 : null;
    }

    private IReadOnlyList<ReminderRoute> RoutesOf(Center center) =>
        DeskOf(delivery.Value, center.Slug) is { } own ? RoutesOf(own) : mail.IsOpen && AddressOf(center, options.Value) is not null ? [ReminderRoute.Mail] : [];

    private IReadOnlyList<ReminderRoute> RoutesOf(DeskOptions? desk) =>
    [
        .. desk?.Webhook is null ? [] : new[] { ReminderRoute.Webhook },
        .. desk is { Mail.Length: > 0 } && mail.IsOpen ? [ReminderRoute.Mail] : Array.Empty<ReminderRoute>(),
    ];

    /// <summary>All ways of one reminder at once. Another process may have written the same one: then it is that one's.</summary>
    private async Task<int> AddAsync(string recipient, long? center, int number, IReadOnlyList<ReminderRoute> routes, CancellationToken cancellationToken)
    {
        var now = Now;
        db.Reminders.AddRange(routes.Select(route => new Reminder
        {
            CenterId = center, Recipient = recipient, Number = number, Route = route, CreatedAt = now, NextAttemptAt = now,
        }));
        try
        {
            await writes.RunAsync(() => db.SaveChangesAsync(cancellationToken), cancellationToken);
            return 1;
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            if (await db.Reminders.AnyAsync(reminder => reminder.Recipient == recipient && reminder.Number == number, cancellationToken))
            {
                return 0;
            }

            throw;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
