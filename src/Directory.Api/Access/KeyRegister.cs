using System.Security.Cryptography;
using System.Text.Json.Serialization;
using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Api.Schema.Mutations;
using CenterDirectory.Data;
using CenterDirectory.Data.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Access;

/// <summary>Makes keys, replaces their secrets, ends them. Each act belongs into a transaction of its caller, who decides whether it may be done.</summary>
internal sealed class KeyRegister(DirectoryDb db, AuditLog audit, RandomNumberGenerator random, IOptions<AccessOptions> options, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Makes a key.</summary>
    /// <param name="draft">What it will be.</param>
    /// <param name="by">The key that it is made with; null for the console.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Written<KeptKey>> CreateAsync(KeyDraft draft, long? by, CancellationToken cancellationToken)
    {
        var secret = KeySecret.Create(random);
        var key = new AccessKey
        {
            Label = draft.Label,
            Role = draft.Role,
            CreatedAt = Now,
            ExpiresAt = draft.ExpiresAt,
            NetworkId = draft.NetworkId,
            TerritoryId = draft.TerritoryId,
            Secrets = [new AccessSecret { Hash = secret.Hash }],
            Centers = [.. draft.Centers.Select(center => new AccessKeyCenter { CenterId = center })],
        };
        db.AccessKeys.Add(key);
        // Only then does it have the number that the audit names.
        await db.SaveChangesAsync(cancellationToken);
        return Done("createKey", key, by, secret);
    }

    /// <summary>Gives a key another secret; the old one ends in an hour.</summary>
    public async Task<Written<KeptKey>> RotateAsync(long id, long? by, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } key)
        {
            return Written<KeptKey>.Failed(NotFoundError.At("input", "id"));
        }

        if (key.RevokedAt is not null || key.ExpiresAt <= Now)
        {
            return Written<KeptKey>.Failed(StateError.Because(
                "Ключ отозван или истёк; выпустите новый.", "The key was revoked or has expired; make a new one.", "input", "id"));
        }

        var ends = Now.AddMinutes(options.Value.RotationMinutes);
        foreach (var old in key.Secrets.Where(old => old.EndsAt is null || old.EndsAt > ends))
        {
            old.EndsAt = ends;
        }

        var secret = KeySecret.Create(random);
        key.Secrets.Add(new AccessSecret { Hash = secret.Hash });
        return Done("rotateKey", key, by, secret);
    }

    /// <summary>Ends a key at once; one that was ended stays so.</summary>
    public async Task<Written<KeptKey>> RevokeAsync(long id, long? by, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } key)
        {
            return Written<KeptKey>.Failed(NotFoundError.At("input", "id"));
        }

        if (key.RevokedAt is not null)
        {
            return Written<KeptKey>.Of(new KeptKey(key.Id));
        }

        key.RevokedAt = Now;
        return Done("revokeKey", key, by, null);
    }

    private Task<AccessKey?> FindAsync(long id, CancellationToken cancellationToken) =>
        db.AccessKeys.Include(key => key.Secrets).OrderBy(key => key.Id).FirstOrDefaultAsync(key => key.Id == id, cancellationToken);

    private Written<KeptKey> Done(string act, AccessKey key, long? by, KeySecret? secret)
    {
        audit.Add(by, act, nameof(AccessKey), key.Id);
        return Written<KeptKey>.Of(new KeptKey(key.Id) { Secret = secret });
    }
}

/// <summary>What came of an act on a key.</summary>
/// <param name="Id">The key.</param>
internal sealed record KeptKey(long Id)
{
    /// <summary>Its new secret. It is not kept with the result: whoever asks again gets the key, and must rotate it if the secret was lost on the way.</summary>
    [JsonIgnore]
    public KeySecret? Secret { get; init; }
}
