using System.Globalization;
using CenterDirectory.Data.Postgres;
using Npgsql;
using Quartz;

namespace CenterDirectory.Importers.Tests.Scheduling;

/// <summary>The tables of the shared schedule are what the job store of this version of Quartz wants.</summary>
public sealed class ScheduleTablesTests
{
    private const string Facts = """
        SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || coalesce('(' || character_maximum_length || ')', '')
            || CASE is_nullable WHEN 'NO' THEN ' NOT NULL' ELSE '' END || coalesce(' default ' || column_default, '')
        FROM information_schema.columns WHERE table_schema = @schema AND table_name NOT IN ('execution_history', 'misfire_history', 'job_status')
        UNION ALL
        SELECT 'index ' || replace(indexdef, @schema || '.', '') FROM pg_indexes
        WHERE schemaname = @schema AND tablename NOT IN ('execution_history', 'misfire_history', 'job_status')
        UNION ALL
        SELECT 'constraint ' || conrelid::regclass::text || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = @schema::regnamespace AND contype = 'f'
        ORDER BY 1
        """;

    [Fact]
    public async Task They_are_those_that_Quartz_would_make()
    {
        await using var migrated = await PostgresDatabase.CreateMigratedAsync();
        await using var made = await PostgresDatabase.CreateAsync();
        await PrepareByQuartzAsync(made);

        var expected = await DescribeAsync(made);

        Assert.Contains("column locks.lock_name text NOT NULL", expected);
        Assert.Equal(expected, await DescribeAsync(migrated));
    }

    private static async Task PrepareByQuartzAsync(PostgresDatabase made)
    {
        await using (var connection = await OpenAsync(made))
        {
            await using var schema = new NpgsqlCommand($"CREATE SCHEMA {PostgresScheduleTables.Schema}", connection);
            await schema.ExecuteNonQueryAsync(Cancel);
        }

        await using var script = typeof(IScheduler).Assembly.GetManifestResourceStream("Quartz.Impl.AdoJobStore.Schema.create_postgres.sql")!;
        using var reader = new StreamReader(script);
        var text = await reader.ReadToEndAsync(Cancel);
        await using var target = await OpenAsync(made);
        foreach (var statement in text.ReplaceLineEndings("\n").Split("\n--;;\n").Skip(1))
        {
            await using var command = new NpgsqlCommand(
                statement.Replace("{0}", PostgresScheduleTables.Schema + ".", StringComparison.Ordinal).Replace("{1}", "", StringComparison.Ordinal), target);
            await command.ExecuteNonQueryAsync(Cancel);
        }
    }

    private static async Task<List<string>> DescribeAsync(PostgresDatabase database)
    {
        await using var connection = await OpenAsync(database);
        await using var command = new NpgsqlCommand(Facts, connection);
        command.Parameters.AddWithValue("schema", PostgresScheduleTables.Schema);
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var facts = new List<string>();
        while (await reader.ReadAsync(Cancel))
        {
            facts.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        }

        return facts;
    }

    private static async Task<NpgsqlConnection> OpenAsync(PostgresDatabase database)
    {
        var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(Cancel);
        return connection;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
