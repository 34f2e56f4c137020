using System.Data.Common;
using System.Globalization;
using System.Text;
using CenterDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Running;

/// <summary>The rows of the directory as text, so that two states can be compared as a whole.</summary>
internal static class DirectoryDump
{
    /// <summary>They tell how imports went, a failed one too.</summary>
    private static readonly string[] Operations = ["Sources", "ImportRuns", "ImportIssues"];

    private static readonly string[] History = ["SourceRecords", "RecordReferences", "Revisions", "Changes", "TerritoryClosures", "Tombstones"];

    /// <param name="databases">The directory.</param>
    /// <param name="withIds">False leaves out ids and history, and writes the slug of a target in place of its id.</param>
    public static async Task<string> WriteAsync(IDbContextFactory<DirectoryDb> databases, bool withIds)
    {
        await using var db = await databases.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        var text = new StringBuilder();
        foreach (var type in db.Model.GetEntityTypes().Where(type => !type.IsOwned()).OrderBy(type => type.GetTableName(), StringComparer.Ordinal))
        {
            var table = type.GetTableName()!;
            if (Operations.Contains(table) || (!withIds && History.Contains(table)))
            {
                continue;
            }

            var keys = type.GetForeignKeys().ToDictionary(
                key => key.Properties[0].GetColumnName(), key => key.PrincipalEntityType.FindProperty("Slug") is null ? null : key.PrincipalEntityType.GetTableName());
            text.AppendLine(CultureInfo.InvariantCulture, $"== {table}");
            foreach (var row in await RowsAsync(db.Database.GetDbConnection(), table, keys, withIds))
            {
                text.AppendLine(row);
            }
        }

        return text.ToString();
    }

    private static async Task<List<string>> RowsAsync(DbConnection connection, string table, Dictionary<string, string?> keys, bool withIds)
    {
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
                if (reader.IsDBNull(column) || (!withIds && name is "Id" or "CreatedAt" or "UpdatedAt" or "FoundingActId"))
                {
                    continue;
                }

                var value = reader.GetValue(column);
                cells.Add($"{name}={(withIds ? Text(value) : await TargetAsync(connection, keys.GetValueOrDefault(name), value))}");
            }

            rows.Add(string.Join(" | ", cells));
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    private static async Task<string> TargetAsync(DbConnection connection, string? table, object value)
    {
        if (table is null)
        {
            return Text(value);
        }

        await using var command = connection.CreateCommand();
        command.CommandText = $"""SELECT "Slug" FROM "{table}" WHERE "Id" = {value}""";
        return Text((await command.ExecuteScalarAsync())!);
    }

    private static string Text(object value) =>
        value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
