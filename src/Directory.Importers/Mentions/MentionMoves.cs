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
    private const string Watch =
        """
        CREATE TEMP TABLE mention_moves ("What" TEXT NOT NULL, "OwnerId" INTEGER NOT NULL, "NewsId" INTEGER NOT NULL, "By" INTEGER NOT NULL);
        CREATE TEMP TRIGGER mentions_come AFTER INSERT ON main."Mentions" BEGIN INSERT INTO mention_moves VALUES ('Mention', 0, NEW."NewsId", 1); END;
        CREATE TEMP TRIGGER mentions_go AFTER DELETE ON main."Mentions" BEGIN INSERT INTO mention_moves VALUES ('Mention', 0, OLD."NewsId", 1); END;
        CREATE TEMP TRIGGER centers_come AFTER INSERT ON main."CenterNews" BEGIN INSERT INTO mention_moves VALUES ('Center', NEW."CenterId", NEW."NewsId", 1); END;
        CREATE TEMP TRIGGER centers_go AFTER DELETE ON main."CenterNews" BEGIN INSERT INTO mention_moves VALUES ('Center', OLD."CenterId", OLD."NewsId", -1); END;
        CREATE TEMP TRIGGER organizations_come AFTER INSERT ON main."OrganizationNews" BEGIN
            INSERT INTO mention_moves VALUES ('Organization', NEW."OrganizationId", NEW."NewsId", 1); END;
        CREATE TEMP TRIGGER organizations_go AFTER DELETE ON main."OrganizationNews" BEGIN
            INSERT INTO mention_moves VALUES ('Organization', OLD."OrganizationId", OLD."NewsId", -1); END;
        """;

    private const string Moved =
        """
        SELECT "What", "OwnerId", "NewsId" FROM mention_moves GROUP BY "What", "OwnerId", "NewsId" HAVING SUM("By") <> 0 ORDER BY "What", "NewsId", "OwnerId"
        """;

    /// <summary>What a session leaves behind on its connection.</summary>
    public const string Cleanup =
        """
        DROP TRIGGER IF EXISTS temp.mentions_come; DROP TRIGGER IF EXISTS temp.mentions_go; DROP TRIGGER IF EXISTS temp.centers_come;
        DROP TRIGGER IF EXISTS temp.centers_go; DROP TRIGGER IF EXISTS temp.organizations_come; DROP TRIGGER IF EXISTS temp.organizations_go;
        DROP TABLE IF EXISTS temp.mention_moves; DROP TABLE IF EXISTS temp.mention_news;
        """;

    public static Task WatchAsync(ImportSession session, CancellationToken cancellationToken) => session.ExecuteAsync(Watch, cancellationToken);

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
