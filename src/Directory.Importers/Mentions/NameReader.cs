using System.Text.Json;
using System.Text;
using CenterDirectory.Data.Bulk;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Mentions;

/// <summary>The names of the directory that may stand in the texts at hand, and where territories lie.</summary>
internal sealed class NameReader(ImportSession session, TextVocabulary vocabulary)
{
    private const string Territories = """SELECT "Id", "Name", NULL, NULL, "Id", "ParentId", "Kind" FROM "Territories" ORDER BY "Id" """;

    private readonly string roles =
        $"""
        SELECT "PersonId", "OrganizationId", "CenterId" FROM "PersonRoles"
        WHERE "PersonId" IN {session.Dialect.Numbers("@people")} AND ("OrganizationId" IS NOT NULL OR "CenterId" IS NOT NULL)
        ORDER BY "PersonId", "OrganizationId", "CenterId"
        """;

    private static readonly (EntryType Type, string Sql)[] Queries =
    [
        (EntryType.Center, """SELECT "Id", "Name", "ShortName", "Aliases", "TerritoryId" FROM "Centers" ORDER BY "Id" """),
        (EntryType.Organization, """SELECT "Id", "Name", "ShortName", "Aliases", "TerritoryId" FROM "Organizations" ORDER BY "Id" """),
        (EntryType.Person, """SELECT "Id", "Name", NULL, NULL, NULL FROM "People" ORDER BY "Id" """),
        (EntryType.Network, """SELECT "Id", "Name", NULL, NULL, NULL FROM "Networks" ORDER BY "Id" """),
        (EntryType.Program, """SELECT "Id", "Name", NULL, NULL, NULL FROM "Programs" ORDER BY "Id" """),
        (EntryType.Project, """SELECT "Id", "Name", NULL, NULL, NULL FROM "Projects" ORDER BY "Id" """),
        (EntryType.Event, """SELECT "Id", "Title", NULL, NULL, "TerritoryId" FROM "Events" ORDER BY "Id" """),
    ];

    private char[] buffer = new char[1_024];

    public TerritoryTree Tree { get; } = new();

    public List<NamePattern> Read(CancellationToken cancellationToken)
    {
        var patterns = new List<NamePattern>();
        var people = new List<NamedEntry>();
        ReadTerritories(patterns);
        foreach (var (type, sql) in Queries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var rows = session.Bulk.Rows(sql);
            while (rows.Read())
            {
                if (!MayStand(rows))
                {
                    continue;
                }

                var entry = new NamedEntry(type, rows.Number(0), NamesOf(rows), rows.IsNull(4) ? null : rows.Number(4));
                if (type == EntryType.Person)
                {
                    people.Add(entry);
                }
                else
                {
                    Add(patterns, entry);
                }
            }
        }

        foreach (var person in WithRoles(people))
        {
            Add(patterns, person);
        }

        return patterns;
    }

    private void ReadTerritories(List<NamePattern> patterns)
    {
        using var rows = session.Bulk.Rows(Territories);
        while (rows.Read())
        {
            var kind = Enum.Parse<TerritoryKind>(rows.Text(6));
            Tree.Add(rows.Number(0), rows.IsNull(5) ? null : rows.Number(5), kind);
            // Regions have names besides that of their row; of the villages of a classifier hardly any is spoken of.
            if (kind is not (TerritoryKind.Country or TerritoryKind.FederalDistrict or TerritoryKind.Region) && !vocabulary.MayHoldAny(Decode(rows.Bytes(1))))
            {
                continue;
            }

            Add(patterns, new NamedEntry(EntryType.Territory, rows.Number(0), NamesOf(rows), rows.Number(0)) { Kind = kind });
        }
    }

    private void Add(List<NamePattern> patterns, NamedEntry entry) => patterns.AddRange(NamePatterns.Of(entry).Where(vocabulary.MayHold));

    /// <summary>Looks at the bytes before anything is made of them: most names of a registry stand in no text.</summary>
    private bool MayStand(RowReader rows) =>
        MayHold(rows.Bytes(1)) || (!rows.IsNull(2) && MayHold(rows.Bytes(2))) || (!rows.IsNull(3) && rows.Bytes(3).Length > 2);

    private bool MayHold(ReadOnlySpan<byte> utf8) => vocabulary.MayHold(Decode(utf8));

    private ReadOnlySpan<char> Decode(ReadOnlySpan<byte> utf8)
    {
        if (buffer.Length < utf8.Length)
        {
            buffer = new char[utf8.Length * 2];
        }

        return buffer.AsSpan(0, Encoding.UTF8.GetChars(utf8, buffer));
    }

    private static List<string> NamesOf(RowReader rows)
    {
        var names = new List<string>();
        for (var column = 1; column <= 2; column++)
        {
            if (!rows.IsNull(column))
            {
                names.Add(rows.Text(column));
            }
        }

        if (!rows.IsNull(3) && rows.Bytes(3).Length > 2)
        {
            names.AddRange(JsonSerializer.Deserialize<List<string>>(rows.Bytes(3))!);
        }

        return names;
    }

    private IEnumerable<NamedEntry> WithRoles(List<NamedEntry> people)
    {
        if (people.Count == 0)
        {
            return people;
        }

        var related = new Dictionary<long, List<EntryKey>>();
        using var rows = session.Bulk.Rows(roles);
        rows.Set("@people", JsonSerializer.Serialize(people.Select(person => person.Id)));
        while (rows.Read())
        {
            if (!related.TryGetValue(rows.Number(0), out var keys))
            {
                related.Add(rows.Number(0), keys = []);
            }

            keys.Add(rows.IsNull(1) ? new EntryKey(EntryType.Center, rows.Number(2)) : new EntryKey(EntryType.Organization, rows.Number(1)));
        }

        return people.Select(person => related.TryGetValue(person.Id, out var keys) ? person with { Related = keys } : person).ToList();
    }
}
