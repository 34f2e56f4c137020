using CenterDirectory.Api.Delivering;
using CenterDirectory.Data;
using CenterDirectory.Data.Requests;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Requests.Delivering;

/// <summary>Writes down, in the transaction of what happened, who is to be told of it: so no word is lost, and none is sent of what never was.</summary>
internal sealed class Outbox(DirectoryDb db, RequestVault vault, MailPost mail, IOptions<DeliveryOptions> desks, TimeProvider clock)
{
    /// <summary>The desk of the center that has the request now, or the general one.</summary>
    public async Task TellAsync(SupportRequest request, RequestEvent what, CancellationToken cancellationToken)
    {
        var slug = request.CenterId is { } center
            ? await db.Centers.Where(known => known.Id == center).Select(known => known.Slug).FirstOrDefaultAsync(cancellationToken)
            : null;
        if (desks.Value.DeskOf(slug) is not { } desk)
        {
            return;
        }

        if (desk.Webhook is not null)
        {
            Add(request, what, DeliveryRoute.Webhook, desk.Center);
        }

        if (desk.Mail.Length > 0 && mail.IsOpen)
        {
            Add(request, what, DeliveryRoute.Mail, desk.Center);
        }
    }

    /// <summary>Mails an answer to whoever left an address; who left a number is called by the center.</summary>
    public void SendAnswer(SupportRequest request, SupportMessage message)
    {
        if (mail.IsOpen && vault.WordsOf(request) is { Kind: ContactKind.Email })
        {
            Add(request, RequestEvent.Answered, DeliveryRoute.AnswerMail, "").MessageId = message.Id;
        }
    }

    private RequestDelivery Add(SupportRequest request, RequestEvent what, DeliveryRoute route, string desk)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var delivery = new RequestDelivery
        {
            RequestId = request.Id, Route = route, Desk = desk, Event = what, State = request.State, HappenedAt = now, NextAttemptAt = now,
        };
        db.RequestDeliveries.Add(delivery);
        return delivery;
    }
}
