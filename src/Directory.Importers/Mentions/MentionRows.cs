using CenterDirectory.Data.Bulk;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Mentions;

/// <summary>Writes the mentions of news items, where they differ from what stands there.</summary>
internal sealed class MentionRows : IDisposable
{
    private static readonly EntryType[] Targets =
    [
        EntryType.Center, EntryType.Organization, EntryType.Person, EntryType.Territory, EntryType.Network, EntryType.Program, EntryType.Project, EntryType.Event,
    ];

    private static readonly string TargetColumns = string.Join(", ", Targets.Select(type => $"\"Target{type}Id\""));

    private readonly RowReader known;
    private readonly RowStatement delete;
    private readonly RowStatement insert;

    public MentionRows(ImportSession session)
    {
        known = session.Bulk.Rows($"""SELECT "Start", "Length", CAST(ROUND("Confidence" * 100) AS INTEGER), "Text", {TargetColumns} FROM "Mentions" WHERE "NewsId" = @a ORDER BY "Start" """);
        delete = session.Bulk.Prepare("""DELETE FROM "Mentions" WHERE "NewsId" = @news""", ["@news"]);
        string[] parameters = ["@news", "@text", "@start", "@length", "@confidence", .. Targets.Select(type => "@" + type)];
        insert = session.Bulk.Prepare($"""INSERT INTO "Mentions" ("NewsId", "Text", "Start", "Length", "Confidence", {TargetColumns}) VALUES ({string.Join(", ", parameters)})""",
            parameters);
    }

    public void Write(long news, string text, IReadOnlyList<FoundMention> mentions)
    {
        if (IsKnown(news, text, mentions))
        {
            return;
        }

        delete.Execute([news]);
        foreach (var mention in mentions)
        {
            object?[] row =
            [
                news, text.Substring(mention.Start, mention.Length), mention.Start, mention.Length, mention.Confidence,
                .. Targets.Select(type => type == mention.Target.Type ? (object)mention.Target.Id : null),
            ];
            insert.Execute(row);
        }
    }

    public void Dispose()
    {
        known.Dispose();
        delete.Dispose();
        insert.Dispose();
    }

    private bool IsKnown(long news, string text, IReadOnlyList<FoundMention> mentions)
    {
        known.Start(news);
        var count = 0;
        var isSame = true;
        while (known.Read())
        {
            isSame = isSame && count < mentions.Count && IsSame(text, mentions[count]);
            count++;
        }

        return isSame && count == mentions.Count;
    }

    private bool IsSame(string text, FoundMention mention) =>
        known.Number(0) == mention.Start && known.Number(1) == mention.Length && known.Number(2) == (long)Math.Round(mention.Confidence * 100)
        && !known.IsNull(4 + Array.IndexOf(Targets, mention.Target.Type)) && known.Number(4 + Array.IndexOf(Targets, mention.Target.Type)) == mention.Target.Id
        && known.Text(3) == text.Substring(mention.Start, mention.Length);
}
