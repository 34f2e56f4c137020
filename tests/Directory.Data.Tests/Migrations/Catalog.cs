using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Data.Tests.Migrations;

/// <summary>
/// Everything that a database's own catalog says of its tables, one sorted line a fact; but for indexes of expressions (RX_), which the model
/// cannot know, and for the tables of the search index (<c>SearchTerms</c>, <c>SearchVocabulary</c>), which are none of the model's.
/// </summary>
internal static class Catalog
{
    private const string SqliteFacts = """
        SELECT 'column ' || t.name || '.' || c.name || ' ' || c.type || iif(c."notnull", ' NOT NULL', '') || iif(c.pk, ' key ' || c.pk, '')
        FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE '\_\_EF%' ESCAPE '\' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE 'SearchTerms%' AND t.name <> 'SearchVocabulary'
        UNION ALL
        SELECT 'index ' || t.name || '.' || i.name || iif(i."unique", ' unique ', ' ')
            || (SELECT group_concat(x.name) FROM (SELECT * FROM pragma_index_info(i.name) ORDER BY seqno) x)
        FROM sqlite_master t JOIN pragma_index_list(t.name) i WHERE t.type = 'table' AND i.name NOT LIKE 'RX\_%' ESCAPE '\' AND t.name NOT LIKE '\_\_EF%' ESCAPE '\'
            AND t.name NOT LIKE 'SearchTerms%'
        UNION ALL
        SELECT 'link ' || t.name || '.' || f."from" || ' -> ' || f."table" || '.' || f."to" || ' on delete ' || f.on_delete
        FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) f WHERE t.type = 'table' AND t.name NOT LIKE '\_\_EF%' ESCAPE '\'
        UNION ALL
        SELECT 'autoincrement ' || t.name FROM sqlite_master t WHERE t.type = 'table' AND t.sql LIKE '%AUTOINCREMENT%'
        ORDER BY 1
        """;

    private const string PostgresFacts = """
        SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || udt_name
            || CASE is_nullable WHEN 'NO' THEN ' NOT NULL' ELSE '' END || CASE is_identity WHEN 'YES' THEN ' identity ' || identity_generation ELSE '' END
        FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
        WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT LIKE '\_\_EF%' AND table_name <> 'SearchTerms'
        UNION ALL
        SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND indexname NOT LIKE 'RX\_%' AND tablename NOT LIKE '\_\_EF%' AND tablename <> 'SearchTerms'
        UNION ALL
        SELECT 'constraint ' || conname || ' ' || replace(pg_get_constraintdef(oid), ' DEFERRABLE', '') FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'f') AND conrelid::regclass::text NOT LIKE '%\_\_EF%' AND conrelid::regclass::text <> '"SearchTerms"'
        ORDER BY 1
        """;

    public static async Task<string> DescribeAsync(DirectoryDb db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = db.Database.IsSqlite() ? SqliteFacts : PostgresFacts;
        return string.Join('\n', await ReadAsync(command, cancellationToken));
    }

    private static async Task<List<string>> ReadAsync(DbCommand command, CancellationToken cancellationToken)
    {
        var facts = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            facts.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        }

        return facts;
    }
}
