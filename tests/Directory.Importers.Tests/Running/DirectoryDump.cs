using System.Data.Common;
using System.Globalization;
using System.Text;
using CenterDirectory.Data;
using CenterDirectory.Data.Postgres;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Running;

/// <summary>The rows of the directory as text, so that two states can be compared as a whole.</summary>
internal static class DirectoryDump
{
    /// <summary>They tell how imports went, a failed one too.</summary>
    private static readonly string[] Operations = ["Sources", "ImportRuns", "ImportIssues", "RunInputs", "SourceRows"];

    private static readonly string[] History = ["SourceRecords", "RecordReferences", "Revisions", "Changes", "TerritoryClosures", "Tombstones", "EarlierSlugs", "SearchEntries", "SearchStates", "MatchKeyPages", "MatchPairs", "MatchStates", "MatchJudgements", "CenterDecisions"];

    /// <param name="databases">The directory.</param>
    /// <param name="withIds">False leaves out ids and history, and writes the slug of a target, or the key of a source, in place of its id.</param>
    public static async Task<string> WriteAsync(IDbContextFactory<DirectoryDb> databases, bool withIds)
    {
        await using var db = await databases.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        var text = new StringBuilder();
        foreach (var type in db.Model.GetEntityTypes().Where(type => type.GetTableName() is not null).OrderBy(type => type.GetTableName(), StringComparer.Ordinal))
        {
            var table = type.GetTableName()!;
            if (Operations.Contains(table) || (!withIds && History.Contains(table)))
            {
                continue;
            }

            var keys = type.GetForeignKeys().ToDictionary(
                key => key.Properties[0].GetColumnName(), key => key.PrincipalEntityType.FindProperty("Slug") is null && key.PrincipalEntityType.GetTableName() != "Sources" ? null : key.PrincipalEntityType.GetTableName());
            text.AppendLine(CultureInfo.InvariantCulture, $"== {table}");
            foreach (var row in await RowsAsync(db.Database.GetDbConnection(), table, keys, withIds))
            {
                text.AppendLine(row);
            }
        }

        foreach (var row in await SearchDump.RowsAsync(db, withIds))
        {
            text.AppendLine(row);
        }

        return text.ToString();
    }

    private static async Task<List<string>> RowsAsync(DbConnection connection, string table, Dictionary<string, string?> keys, bool withIds)
    {
        var slugs = new Dictionary<string, Dictionary<long, string>>();
        foreach (var target in keys.Values.OfType<string>().Distinct())
        {
            slugs[target] = await SlugsAsync(connection, target);
        }

        await using var command = connection.CreateCommand();
        command.CommandText = $"""SELECT * FROM "{table}" """;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            var cells = new List<string>();
            for (var column = 0; column < reader.FieldCount; column++)
            {
                var name = reader.GetName(column);
                if (reader.IsDBNull(column) || (!withIds && name is "Id" or "CreatedAt" or "UpdatedAt" or "RescheduledAt" or "FoundingActId"))
                {
                    continue;
                }

                var value = reader.GetValue(column);
                cells.Add($"{name}={(!withIds && keys.GetValueOrDefault(name) is { } target ? slugs[target][(long)value] : Text(value))}");
            }

            rows.Add(string.Join(" | ", cells));
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    private static async Task<Dictionary<long, string>> SlugsAsync(DbConnection connection, string table)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"""SELECT "Id", {(table == "Sources" ? "\"Key\"" : "\"Slug\"")} FROM "{table}" """;
        await using var reader = await command.ExecuteReaderAsync();
        var slugs = new Dictionary<long, string>();
        while (await reader.ReadAsync())
        {
            slugs.Add(reader.GetInt64(0), reader.GetString(1));
        }

        return slugs;
    }

    private static string Text(object value) =>
        value is byte[] bytes ? Convert.ToHexString(bytes) : PostgresTexts.Read(value);
}
