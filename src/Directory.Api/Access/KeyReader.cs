using System.Security.Cryptography;
using CenterDirectory.Data;
using CenterDirectory.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Access;

/// <summary>
/// Finds the key of a secret. Whatever was sent takes the same way: one hash, one statement, one comparison of all bytes; only then is it asked what
/// was found. What the index of the database gives away by its time is about the hash, from which nobody comes back to a secret. Nothing is kept
/// in memory, so a key that was revoked is at its end in every process at once.
/// </summary>
internal sealed class KeyReader(DirectoryDb db, TimeProvider clock)
{
    private static readonly byte[] Nothing = new byte[SHA256.HashSizeInBytes];

    /// <summary>The key that a secret opens now.</summary>
    public async Task<KeyFinding> FindAsync(string sent, CancellationToken cancellationToken)
    {
        var hash = KeySecret.HashOf(sent);
        var isWellFormed = KeySecret.IsWellFormed(sent);
        var found = await db.AccessSecrets.AsNoTracking()
            .Where(secret => secret.Hash == hash)
            .OrderBy(secret => secret.KeyId)
            .Select(secret => new Opened(secret.Hash, secret.EndsAt, secret.Key))
            .FirstOrDefaultAsync(cancellationToken);
        var isKnown = CryptographicOperations.FixedTimeEquals(found?.Hash ?? Nothing, hash);
        return isKnown && found is not null ? StateOf(found, clock.GetUtcNow().UtcDateTime)
            : isWellFormed ? KeyFinding.Unknown : KeyFinding.Mistyped;
    }

    /// <summary>Only who has the secret gets to know what became of the key.</summary>
    private static KeyFinding StateOf(Opened found, DateTime now) =>
        found.Key.RevokedAt is not null ? KeyFinding.Revoked
        : found.Key.ExpiresAt <= now ? KeyFinding.Expired
        : found.EndsAt <= now ? KeyFinding.Replaced
        : new KeyFinding(found.Key, null);

    private sealed record Opened(byte[] Hash, DateTime? EndsAt, AccessKey Key);
}
