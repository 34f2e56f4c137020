using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CenterDirectory.Api.Requests.Delivering;
using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Api.Schema.Mutations;
using CenterDirectory.Api.Schema.Requests;
using CenterDirectory.Data;
using CenterDirectory.Data.Requests;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Requests;

/// <summary>Takes requests of people who have no key, and takes them back.</summary>
internal sealed class RequestIntake(
    DirectoryDb db, RequestReader reader, RequestRouting routing, RequestVault vault, RequestErasure erasure, Outbox outbox, AskLimits limits,
    Idempotency idempotency, RandomNumberGenerator random, IOptions<RequestsOptions> options, TimeProvider clock)
{
    /// <summary>No key has this number: it stands for those who have none.</summary>
    private const long Nobody = 0;

    private const int ReceiptBytes = 32;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Takes a request, unless the same was sent before.</summary>
    /// <param name="input">The request.</param>
    /// <param name="client">Where it comes from; kept only to count.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Written<KeptRequest>> TakeAsync(RequestSupportInput input, IPAddress? client, CancellationToken cancellationToken)
    {
        if (!vault.IsOpen)
        {
            return Written<KeptRequest>.Failed(RequestErrors.NotSetUp);
        }

        var (draft, errors) = await reader.ReadAsync(input, cancellationToken);
        if (draft is null)
        {
            return Written<KeptRequest>.Failed(errors);
        }

        // What is remembered of the input is a hash: keyed, for one of a telephone number could be guessed.
        var once = new RequestOnce(vault.MarkOf(JsonSerializer.Serialize(input with { IdempotencyKey = null }, DirectoryJson.Options)));
        var written = await EarlierAsync(input.IdempotencyKey, once, cancellationToken);
        if (written is null)
        {
            // Before the one writer is asked for: whoever floods us must not keep editors waiting.
            if (limits.Take(client) is { } seconds)
            {
                return Written<KeptRequest>.Failed(RequestErrors.TooMany(seconds));
            }

            written = await idempotency.OnceAsync(Nobody, input.IdempotencyKey, once, () => AddAsync(draft, cancellationToken), cancellationToken);
        }

        return written.Result is { Receipt: null } kept ? await RepeatAsync(kept.Id, cancellationToken) : written;
    }

    /// <summary>Takes a request back: nothing of its asker is left. Whoever does so twice hears the same.</summary>
    public async Task<Written<KeptRequest>> WithdrawAsync(WithdrawSupportRequestInput input, CancellationToken cancellationToken)
    {
        var hash = HashOf(input.Receipt);
        var its = db.SupportRequests.AsNoTracking().Where(known => known.ReceiptHash == hash);
        return !await its.AnyAsync(cancellationToken)
            ? Written<KeptRequest>.Failed(RequestErrors.NoSuchReceipt)
            : await idempotency.OnceAsync(Nobody, input.IdempotencyKey, input, async () =>
            {
                var request = await its.SingleAsync(cancellationToken);
                if (await erasure.EraseAsync(request.Id, cancellationToken))
                {
                    request.State = SupportRequestState.Closed;
                    await outbox.TellAsync(request, RequestEvent.Withdrawn, cancellationToken);
                }

                return Written<KeptRequest>.Of(new KeptRequest(request.Id));
            }, cancellationToken);
    }

    private static byte[] HashOf(string receipt) => SHA256.HashData(Encoding.UTF8.GetBytes(receipt));

    /// <summary>What came of it when it was sent before; null if it was not.</summary>
    private async Task<Written<KeptRequest>?> EarlierAsync(string? name, RequestOnce once, CancellationToken cancellationToken) =>
        Idempotency.FlawOf(name) is { } flaw ? Written<KeptRequest>.Failed(flaw)
        : name is null ? null
        : await idempotency.FindAsync<KeptRequest>(NamedWrite.Of(Nobody, name, once), cancellationToken);

    private async Task<Written<KeptRequest>> AddAsync(RequestDraft draft, CancellationToken cancellationToken)
    {
        var mark = vault.MarkOf(draft.Contact);
        if (await RefusalAsync(draft, mark, cancellationToken) is { } refusal)
        {
            return Written<KeptRequest>.Failed(refusal);
        }

        var receipt = NewReceipt();
        var request = new SupportRequest
        {
            SupportKinds = [.. draft.SupportKinds],
            Audience = draft.Audience,
            TerritoryId = draft.TerritoryId,
            CenterId = draft.CenterId ?? await routing.FindAsync(draft.TerritoryId, draft.SupportKinds, cancellationToken),
            CreatedAt = Now,
            ErasesOn = DateOnly.FromDateTime(Now).AddDays(options.Value.RetentionDays),
            ReceiptHash = HashOf(receipt),
            ContactMark = mark,
            ConsentVersion = options.Value.ConsentVersion,
        };
        db.SupportRequests.Add(request);
        // Only then does it have the number that its words are bound to.
        await db.SaveChangesAsync(cancellationToken);
        vault.Seal(request, new RequestWords(draft.Text, draft.ContactName, draft.ContactKind, draft.Contact, receipt));
        await outbox.TellAsync(request, RequestEvent.Arrived, cancellationToken);
        RequestMetrics.Took(request.CenterId is not null);
        return Written<KeptRequest>.Of(new KeptRequest(request.Id) { Receipt = receipt });
    }

    /// <summary>What stands against one request more.</summary>
    private async Task<Error?> RefusalAsync(RequestDraft draft, string mark, CancellationToken cancellationToken)
    {
        var since = Now.AddDays(-1);
        var recent = await db.SupportRequests.AsNoTracking()
            .Where(known => known.ContactMark == mark && known.CreatedAt > since).OrderBy(known => known.Id).ToListAsync(cancellationToken);
        if (recent.Exists(known => vault.WordsOf(known)?.Text == draft.Text))
        {
            return RequestErrors.Duplicate;
        }

        if (recent.Count >= options.Value.PerContactAndDay)
        {
            return RequestErrors.TooMany(SecondsUntilDayAfter(recent[0].CreatedAt));
        }

        var today = db.SupportRequests.Where(known => known.CreatedAt > since);
        return await today.CountAsync(cancellationToken) >= options.Value.PerDay
            ? RequestErrors.TooMany(SecondsUntilDayAfter(await today.MinAsync(known => known.CreatedAt, cancellationToken)))
            : null;
    }

    private int SecondsUntilDayAfter(DateTime first) => Math.Max(1, (int)Math.Ceiling((first.AddDays(1) - Now).TotalSeconds));

    /// <summary>The receipt once more, for whoever did not get the first answer.</summary>
    private async Task<Written<KeptRequest>> RepeatAsync(long id, CancellationToken cancellationToken)
    {
        var request = await db.SupportRequests.AsNoTracking().SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        return request is not null && vault.WordsOf(request) is { } words
            ? Written<KeptRequest>.Of(new KeptRequest(id) { Receipt = words.Receipt })
            : Written<KeptRequest>.Failed(RequestErrors.Gone);
    }

    private string NewReceipt()
    {
        var bytes = new byte[ReceiptBytes];
        random.GetBytes(bytes);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>A request as far as it must be recognized when it is sent again.</summary>
    private sealed record RequestOnce(string Mark);
}

/// <summary>What came of an act on a request.</summary>
/// <param name="Id">The request.</param>
internal sealed record KeptRequest(long Id)
{
    /// <summary>The asker's secret. It is not kept with the result, but in the request, encrypted.</summary>
    [JsonIgnore]
    public string? Receipt { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"SupportRequest {Id}";
}
