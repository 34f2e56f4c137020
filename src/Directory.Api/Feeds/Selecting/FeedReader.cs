using System.Runtime.CompilerServices;
using CenterDirectory.Api.Feeds.Filtering;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Feeds.Selecting;

/// <summary>Reads a selection a piece at a time: no statement stays open while a slow reader takes what was written.</summary>
/// <typeparam name="TEntry">What is read.</typeparam>
internal sealed class FeedReader<TEntry>(IQueryable<TEntry> entries, FeedOrder<TEntry> order)
{
    /// <summary>Entries of a piece.</summary>
    public const int Chunk = 500;

    /// <summary>The pieces behind a place, up to a number of entries.</summary>
    public async IAsyncEnumerable<IReadOnlyList<TEntry>> ReadAsync(FeedCursor? after, int? limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var left = limit ?? int.MaxValue;
        while (left > 0)
        {
            var wanted = Math.Min(left, Chunk);
            var piece = await PieceAsync(after, wanted, cancellationToken);
            if (piece.Count > 0)
            {
                yield return piece;
                after = order.Of(piece[^1]);
                left -= piece.Count;
            }

            if (piece.Count < wanted)
            {
                yield break;
            }
        }
    }

    /// <summary>Where the page behind one of so many entries begins; null if there is none.</summary>
    public async Task<FeedCursor?> NextAsync(FeedCursor? after, int limit, CancellationToken cancellationToken)
    {
        var keyed = order.Keyed(entries, after) is { } first ? await first.Skip(limit - 1).Take(2).ToListAsync(cancellationToken) : [];
        if (keyed.Count == 2 || order.Keyless(entries, after) is not { } last)
        {
            return keyed.Count == 2 ? order.Of(keyed[0]) : null;
        }

        if (keyed.Count == 1)
        {
            return await last.AnyAsync(cancellationToken) ? order.Of(keyed[0]) : null;
        }

        var count = order.Keyed(entries, after) is { } counted ? await counted.CountAsync(cancellationToken) : 0;
        var keyless = await last.Skip(limit - count - 1).Take(2).ToListAsync(cancellationToken);
        return keyless.Count == 2 ? order.Of(keyless[0]) : null;
    }

    private async Task<List<TEntry>> PieceAsync(FeedCursor? after, int wanted, CancellationToken cancellationToken)
    {
        var piece = order.Keyed(entries, after) is { } keyed ? await keyed.Take(wanted).ToListAsync(cancellationToken) : [];
        if (piece.Count < wanted && order.Keyless(entries, after is { Key: null } ? after : null) is { } keyless)
        {
            piece.AddRange(await keyless.Take(wanted - piece.Count).ToListAsync(cancellationToken));
        }

        return piece;
    }
}
