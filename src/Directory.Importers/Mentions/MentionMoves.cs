using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Applying;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Mentions;

/// <summary>
/// Notes which mentions come and go in a run, whoever writes or deletes them, a foreign key of an entry that goes among them; and tells it as changes
/// of what shows them.
/// </summary>
internal static class MentionMoves
{
    private const string Table =
        """CREATE TEMP TABLE mention_moves ("What" TEXT NOT NULL, "OwnerId" BIGINT NOT NULL, "NewsId" BIGINT NOT NULL, "By" BIGINT NOT NULL);""";

    private const string Moved =
        """
        SELECT "What", "OwnerId", "NewsId" FROM mention_moves GROUP BY "What", "OwnerId", "NewsId" HAVING SUM("By") <> 0 ORDER BY "What", "NewsId", "OwnerId"
        """;

    public static Task WatchAsync(ImportSession session, CancellationToken cancellationToken) => session.ExecuteAsync(Table + session.Rules.WatchMentions, cancellationToken);

    public static async Task TellAsync(ApplyContext context, CancellationToken cancellationToken)
    {
        var moves = await context.Session.QueryAsync(
            Moved, reader => (What: reader.GetString(0), Owner: reader.GetInt64(1), News: reader.GetInt64(2)), cancellationToken);
        foreach (var (what, owner, news) in moves)
        {
            switch (what)
            {
                case "Mention":
                    context.Changes.Updated(EntryType.NewsItem, news, "mentions");
                    break;
                case "Center":
                    context.Changes.Updated(EntryType.NewsItem, news, "centers");
                    context.Changes.Updated(EntryType.Center, owner, "news");
                    break;
                default:
                    context.Changes.Updated(EntryType.Organization, owner, "news");
                    break;
            }
        }
    }
}
