using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CenterDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Hosting.Publishing;

/// <summary>
/// The days on which sources were last found to say what they say: they confirm entries without a revision. Looked up once a minute, so that who asks for
/// what has not changed costs no statement.
/// </summary>
internal sealed class SourceVisits(IDbContextFactory<DirectoryDb> databases, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private volatile Seen? seen;

    /// <summary>All these days in a few letters: another text once a source was found on another day.</summary>
    public async ValueTask<string> FingerprintAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (seen is { } last && (now - last.At).Duration() < Pause)
        {
            return last.Fingerprint;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var visits = await db.Sources.Where(source => source.LastSuccessAt != null).OrderBy(source => source.Id)
            .Select(source => new { source.Id, source.LastSuccessAt }).ToListAsync(cancellationToken);
        var text = string.Join(';', visits.Select(visit => string.Create(CultureInfo.InvariantCulture, $"{visit.Id}:{visit.LastSuccessAt:yyyyMMdd}")));
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)).AsSpan(0, 4));
        seen = new Seen(now, fingerprint);
        return fingerprint;
    }

    private sealed record Seen(DateTimeOffset At, string Fingerprint);
}
