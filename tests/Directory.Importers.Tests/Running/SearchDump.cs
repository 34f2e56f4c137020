using System.Globalization;
using CenterDirectory.Data;
using CenterDirectory.Data.Search;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Running;

/// <summary>What the search index holds of each entry, as text.</summary>
internal static class SearchDump
{
    private const string PostgresTerms =
        """
        SELECT f."Position", string_agg(c.name || ':' || t.lexeme, ' ' ORDER BY c.name, t.lexeme)
        FROM "SearchTerms" AS f CROSS JOIN unnest(f."Terms") AS t CROSS JOIN unnest(t.weights) AS w
        JOIN (VALUES ('A', 'names'), ('B', 'places'), ('C', 'texts')) AS c(weight, name) ON c.weight = w GROUP BY 1
        """;

    private const string Terms =
        """
        CREATE VIRTUAL TABLE IF NOT EXISTS temp.instances USING fts5vocab('main', 'SearchTerms', 'instance');
        SELECT doc, group_concat(col || ':' || term, ' ') FROM (SELECT DISTINCT doc, col, term FROM temp.instances ORDER BY doc, col, term) GROUP BY doc;
        """;

    /// <param name="db">The directory, its connection open.</param>
    /// <param name="withIds">False names entries by their slugs.</param>
    public static async Task<List<string>> RowsAsync(DirectoryDb db, bool withIds)
    {
        var names = withIds ? [] : await SlugsAsync(db);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = db.Database.IsSqlite() ? Terms : PostgresTerms;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            var hit = new SearchHit(reader.GetInt64(0), 0);
            var name = withIds ? reader.GetInt64(0).ToString(CultureInfo.InvariantCulture) : $"{hit.Type} {names[(hit.Type.ToString(), hit.Id)]} {hit.Score}";
            rows.Add(string.Create(CultureInfo.InvariantCulture, $"{name}: {reader.GetString(1)}"));
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    private static async Task<Dictionary<(string Type, long Id), string>> SlugsAsync(DirectoryDb db)
    {
        var slugs = new Dictionary<(string Type, long Id), string>();
        foreach (var type in SearchedType.All)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"""SELECT "Id", "Slug" FROM "{db.Model.FindEntityType(type.Entity)!.GetTableName()}" """;
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                slugs.Add((type.Type.ToString(), reader.GetInt64(0)), reader.GetString(1));
            }
        }

        return slugs;
    }
}
