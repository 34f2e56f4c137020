using CenterDirectory.Api.Access;
using CenterDirectory.Api.Requests.Delivering;
using CenterDirectory.Api.Schema;
using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Api.Schema.Mutations;
using CenterDirectory.Api.Schema.Requests;
using CenterDirectory.Data;
using CenterDirectory.Data.Requests;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Requests;

/// <summary>
/// What those who answer for centers do with requests. New, accepted, forwarded, answered, closed: whoever answers has accepted, whoever forwards
/// leaves it to the other center to accept, and what is closed stays so.
/// </summary>
internal sealed class RequestWork(DirectoryDb db, WriteDesk desk, Viewer viewer, AuditLog audit, RequestVault vault, Outbox outbox, TimeProvider clock)
{
    /// <summary>Answers of one request at most.</summary>
    public const int MostAnswers = 100;

    private const int LongestNote = 2_000;

    /// <summary>A center works on it.</summary>
    public Task<Written<KeptRequest>> AcceptAsync(AcceptSupportRequestInput input, CancellationToken cancellationToken) =>
        ActAsync(input, input.Id, "acceptSupportRequest", request => Task.FromResult<Error?>(
            request.State is SupportRequestState.New or SupportRequestState.Forwarded ? Become(request, SupportRequestState.Accepted) : RequestErrors.Not(request.State)), cancellationToken);

    /// <summary>Passes it on.</summary>
    public Task<Written<KeptRequest>> ForwardAsync(ForwardSupportRequestInput input, CancellationToken cancellationToken) =>
        ActAsync(input, input.Id, "forwardSupportRequest", async request =>
        {
            if (request.State is SupportRequestState.Closed or SupportRequestState.Answered)
            {
                return RequestErrors.Not(request.State);
            }

            var errors = new List<Error>();
            var note = string.IsNullOrWhiteSpace(input.Note) ? null : RequestReader.TextOf(input.Note, LongestNote, errors, "note");
            var center = await EntryLookup.Find(db, db.Centers, input.CenterId, null).Select(found => new { found.Id, found.Status }).FirstOrDefaultAsync(cancellationToken);
            if (center is null)
            {
                errors.Add(ValidationError.Unknown("Такого центра в справочнике нет.", "The directory has no such center.", "input", "centerId"));
            }
            else if (center.Id == request.CenterId || center.Status == CenterStatus.Closed)
            {
                errors.Add(ValidationError.Wrong("Передать можно другому работающему центру.", "It can be forwarded to another center that works.", "input", "centerId"));
            }

            if (errors.Count > 0)
            {
                return errors[0];
            }

            if (note is not null && !vault.IsOpen)
            {
                return RequestErrors.NotSetUp;
            }

            request.CenterId = center!.Id;
            vault.SealNote(request, note);
            Become(request, SupportRequestState.Forwarded);
            await outbox.TellAsync(request, RequestEvent.Forwarded, cancellationToken);
            return null;
        }, cancellationToken);

    /// <summary>Answers.</summary>
    public Task<Written<KeptRequest>> AnswerAsync(AnswerSupportRequestInput input, CancellationToken cancellationToken) =>
        ActAsync(input, input.Id, "answerSupportRequest", async request =>
        {
            var errors = new List<Error>();
            var text = RequestReader.TextOf(input.Text, RequestReader.LongestText, errors, "text");
            if (request.State == SupportRequestState.Closed || errors.Count > 0)
            {
                return request.State == SupportRequestState.Closed ? RequestErrors.Not(request.State) : errors[0];
            }

            if (!vault.IsOpen)
            {
                return RequestErrors.NotSetUp;
            }

            if (await db.SupportMessages.CountAsync(message => message.RequestId == request.Id, cancellationToken) >= MostAnswers)
            {
                return StateError.Because("На эту заявку больше нельзя ответить: ответов уже сто.", "No more answers fit this request: it has a hundred.", "input", "id");
            }

            await AddAnswerAsync(request, text, cancellationToken);
            return null;
        }, cancellationToken);

    /// <summary>Nothing more is to be done.</summary>
    public Task<Written<KeptRequest>> CloseAsync(CloseSupportRequestInput input, CancellationToken cancellationToken) =>
        ActAsync(input, input.Id, "closeSupportRequest", request => Task.FromResult<Error?>(
            request.State != SupportRequestState.Closed ? Become(request, SupportRequestState.Closed) : RequestErrors.Not(request.State)), cancellationToken);

    private static Error? Become(SupportRequest request, SupportRequestState state)
    {
        request.State = state;
        return null;
    }

    private async Task AddAnswerAsync(SupportRequest request, string text, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var message = new SupportMessage { RequestId = request.Id, CenterId = request.CenterId, SentAt = now };
        db.SupportMessages.Add(message);
        // Only then does it have the number that its words are bound to.
        await db.SaveChangesAsync(cancellationToken);
        vault.Seal(message, text);
        if (request.FirstAnsweredAt is null)
        {
            request.FirstAnsweredAt = now;
            RequestMetrics.Answered(now - request.CreatedAt);
        }

        Become(request, SupportRequestState.Answered);
        // A second answer changes nothing of the request, and must not reach one that its asker takes back at the same moment.
        db.Entry(request).Property(known => known.State).IsModified = true;
        outbox.SendAnswer(request, message);
    }

    private async Task<Written<KeptRequest>> ActAsync(
        IRepeatableInput input, string id, string act, Func<SupportRequest, Task<Error?>> change, CancellationToken cancellationToken)
    {
        try
        {
            return await desk.WriteAsync(input, async by =>
            {
                var (request, refusal) = await FindAsync(id, cancellationToken);
                if ((refusal ?? await change(request!)) is { } error)
                {
                    return Written<KeptRequest>.Failed(error);
                }

                audit.Add(by.Id, act, nameof(SupportRequest), request!.Id);
                return Written<KeptRequest>.Of(new KeptRequest(request.Id));
            }, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Written<KeptRequest>.Failed(RequestErrors.Overtaken);
        }
    }

    private async Task<(SupportRequest? Request, Error? Refusal)> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (!GlobalId.TryDecode(id, out var type, out var number) || type != nameof(SupportRequest)
            || await db.SupportRequests.SingleOrDefaultAsync(known => known.Id == number, cancellationToken) is not { } request)
        {
            return (null, NotFoundError.At("input", "id"));
        }

        var verdict = request.CenterId is { } center
            ? await viewer.MayAsync(AccessAct.Answer, center, cancellationToken)
            : await viewer.MayAnswerAtAsync(request.TerritoryId, cancellationToken);
        return (request, NotPermittedError.Of(verdict, "input", "id"));
    }
}
