using System.Data.Common;
using CenterDirectory.Data.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CenterDirectory.Importers.Tests.Running;

/// <summary>
/// The directory as text in which nothing tells what was imported first: entries are called by the smallest key among their records (source and
/// external id) in place of their ids, and instants of book-keeping are left out.
/// </summary>
internal static class CanonicalDump
{
    private static readonly HashSet<string> LeftOut =
    [
        "Sources", "ImportRuns", "ImportIssues", "RunInputs", "SourceRows", "RecordReferences", "Revisions", "Changes", "Tombstones", "EarlierSlugs", "SearchEntries",
        "SearchStates", "SourceRecords", "MatchKeyPages", "MatchPairs", "MatchStates",
    ];

    private static readonly HashSet<string> Untold = ["CreatedAt", "UpdatedAt", "FirstSeenAt", "ChangedAt", "FoundingActId", "ExpandedTo", "RescheduledAt"];

    public static async Task<string> CanonicalAsync(this ScratchDirectory directory)
    {
        await using var db = await directory.Databases.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        var names = await NamesAsync(connection);
        List<string> lines = [];
        foreach (var type in db.Model.GetEntityTypes().Where(type => type.GetTableName() is { } table && !LeftOut.Contains(table)))
        {
            lines.AddRange(await RowsAsync(connection, type, names));
        }

        lines.AddRange(await QueryAsync(
            connection,
            """
            SELECT s."Key", r."Kind", r."ExternalId", r."EntityId", r."AsOf", r."Payload" FROM "SourceRecords" AS r JOIN "Sources" AS s ON s."Id" = r."SourceId"
            WHERE r."RetiredAt" IS NULL
            """,
            reader => $"record {reader[0]} {reader[1]} {reader[2]} = {names[((string)reader[1], (long)reader[3])]} {Text(reader[4])} {reader[5]}"));
        lines.AddRange(await SearchDump.RowsAsync(db, withIds: false));
        lines.Sort(StringComparer.Ordinal);
        return string.Join('\n', lines);
    }

    private static async Task<Dictionary<(string Kind, long Id), string>> NamesAsync(DbConnection connection)
    {
        var rows = await QueryAsync(
            connection,
            """
            SELECT r."Kind", r."EntityId", MIN(s."Key" || ':' || r."ExternalId") FROM "SourceRecords" AS r JOIN "Sources" AS s ON s."Id" = r."SourceId"
            WHERE r."RetiredAt" IS NULL GROUP BY r."Kind", r."EntityId"
            """,
            reader => ((Kind: (string)reader[0], Id: (long)reader[1]), Name: (string)reader[2]));
        var sources = await QueryAsync(connection, """SELECT "Id", "Key" FROM "Sources" """, reader => ((Kind: "Source", Id: (long)reader[0]), Name: (string)reader[1]));
        return rows.Concat(sources).ToDictionary(row => row.Item1, row => row.Name);
    }

    private static Task<List<string>> RowsAsync(DbConnection connection, IEntityType type, Dictionary<(string Kind, long Id), string> names)
    {
        var kinds = type.GetForeignKeys().ToDictionary(key => key.Properties[0].GetColumnName(), key => key.PrincipalEntityType.ClrType.Name);
        return QueryAsync(connection, $"""SELECT * FROM "{type.GetTableName()}" """, reader =>
        {
            var cells = new List<string> { type.GetTableName()! };
            for (var column = 0; column < reader.FieldCount; column++)
            {
                var name = reader.GetName(column);
                if (reader.IsDBNull(column) || Untold.Contains(name))
                {
                    continue;
                }

                if (name == "Id")
                {
                    cells.Insert(1, names.GetValueOrDefault((type.ClrType.Name, (long)reader[column]), "-"));
                }
                else
                {
                    cells.Add($"{name}={(kinds.TryGetValue(name, out var kind) ? names[(kind, (long)reader[column])] : Text(reader[column]))}");
                }
            }

            return string.Join(" | ", cells);
        });
    }

    private static async Task<List<T>> QueryAsync<T>(DbConnection connection, string sql, Func<DbDataReader, T> read)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static string Text(object value) => value is DBNull ? "" : PostgresTexts.Read(value);
}
