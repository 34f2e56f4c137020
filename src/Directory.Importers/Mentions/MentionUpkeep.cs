using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Applying;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Mentions;

/// <summary>
/// Keeps the mentions in the transaction of a run: of news that the run touched, and of news that may hold names which came, changed or went. Each
/// text is read at most once, whatever the number of names; what is written depends on the directory alone, not on how it came about.
/// </summary>
internal sealed class MentionUpkeep(ApplyContext context)
{
    private const string All = """INSERT INTO mention_news SELECT "Id" FROM "News" WHERE "Text" IS NOT NULL ON CONFLICT DO NOTHING""";

    /// <summary>Texts that are gone have no mentions either.</summary>
    private const string WithoutText =
        """DELETE FROM "Mentions" WHERE "NewsId" IN (SELECT n."Id" FROM mention_news AS m JOIN "News" AS n ON n."Id" = m."Id" WHERE n."Text" IS NULL)""";

    private const string Size =
        """SELECT COALESCE(SUM(LENGTH(n."Text")), 0) FROM mention_news AS m JOIN "News" AS n ON n."Id" = m."Id" WHERE n."Text" IS NOT NULL""";

    private const string Texts =
        """
        SELECT n."Id", n."Text", n."TerritoryId" FROM mention_news AS m CROSS JOIN "News" AS n WHERE n."Id" = m."Id" AND n."Text" IS NOT NULL ORDER BY m."Id"
        """;

    private const string IsCurrent = """SELECT COUNT(*) FROM "MentionStates" WHERE "Version" = @version""";

    private const string Current = """INSERT INTO "MentionStates" ("Id", "Version") VALUES (1, @version) ON CONFLICT ("Id") DO UPDATE SET "Version" = excluded."Version" """;

    /// <summary>Whether there are texts, and no more than so many.</summary>
    private const string TextsAtMost =
        """SELECT COUNT(*) BETWEEN 1 AND @count FROM (SELECT 1 FROM "News" WHERE "Text" IS NOT NULL LIMIT @count + 1) AS texts""";

    private const int LettersOfWord = 6;

    /// <summary>So many texts are read in the time of one question to the index.</summary>
    private const int TextsForQuery = 20;

    private readonly ImportSession session = context.Session;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(
            $"""
            CREATE TEMP TABLE mention_news ("Id" {session.Dialect.NumberKey});
            INSERT INTO mention_news SELECT "EntityId" FROM touched WHERE "Kind" = 'NewsItem';
            """,
            cancellationToken);
        await AddConcernedAsync(cancellationToken);
        await session.ExecuteAsync(WithoutText, cancellationToken);
        var size = await session.CountAsync(Size, cancellationToken);
        if (size > 0)
        {
            Read(size, cancellationToken);
        }

        await MentionMoves.TellAsync(context, cancellationToken);
    }

    private async Task AddConcernedAsync(CancellationToken cancellationToken)
    {
        var isCurrent = await session.CountAsync(IsCurrent, cancellationToken, ("@version", MentionFinder.Version)) > 0;
        if (!isCurrent)
        {
            await session.ExecuteAsync(Current, cancellationToken, ("@version", MentionFinder.Version));
        }

        var queries = (await NamesAsync(cancellationToken)).SelectMany(NamePatterns.Of).Select(pattern => NewsQuery.Of(pattern, session.Dialect)).Distinct(StringComparer.Ordinal).ToList();
        if (!isCurrent || context.Names.ConcernsAll || await session.CountAsync(TextsAtMost, cancellationToken, ("@count", queries.Count * TextsForQuery)) > 0)
        {
            await session.ExecuteAsync(All, cancellationToken);
            return;
        }

        foreach (var query in queries)
        {
            await session.ExecuteAsync($"INSERT INTO mention_news {session.Dialect.Indexed} ON CONFLICT DO NOTHING", cancellationToken, ("@query", query), ("@type", (long)SearchType.NewsItem));
        }
    }

    private async Task<List<NamedEntry>> NamesAsync(CancellationToken cancellationToken)
    {
        var entries = context.Names.Entries.ToList();
        if (context.Names.People.Count > 0)
        {
            entries.AddRange(await session.QueryAsync(
                $"""SELECT "Name" FROM "People" WHERE "Id" IN ({string.Join(',', context.Names.People)})""",
                reader => new NamedEntry(EntryType.Person, 0, [reader.GetString(0)]), cancellationToken));
        }

        return entries;
    }

    private void Read(long size, CancellationToken cancellationToken)
    {
        var vocabulary = new TextVocabulary(size / LettersOfWord);
        using (var texts = session.Bulk.Rows(Texts))
        {
            while (texts.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                vocabulary.Add(texts.Text(1));
            }
        }

        var names = new NameReader(session, vocabulary);
        var finder = new MentionFinder(names.Read(cancellationToken), names.Tree);
        using var rows = new MentionRows(session);
        using var again = session.Bulk.Rows(Texts);
        while (again.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var text = again.Text(1);
            rows.Write(again.Number(0), text, finder.Find(text, again.IsNull(2) ? null : again.Number(2)));
        }
    }
}
