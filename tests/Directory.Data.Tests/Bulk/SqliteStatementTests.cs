using CenterDirectory.Data.Bulk;
using Microsoft.Data.Sqlite;

namespace CenterDirectory.Data.Tests.Bulk;

public sealed class SqliteStatementTests : IDisposable
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");

    public SqliteStatementTests()
    {
        connection.Open();
        Run("CREATE TABLE things (id INTEGER PRIMARY KEY, value)");
    }

    public static TheoryData<object> Values =>
    [
        DBNull.Value, "Ёлка «ель»", 42L, 0.25, true, new byte[] { 1, 2, 3 },
        new DateTime(2026, 3, 1, 4, 5, 6, DateTimeKind.Utc), new DateTime(2026, 3, 1, 4, 5, 6, 120, DateTimeKind.Utc), new DateOnly(2019, 8, 31),
    ];

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void Values_are_written_as_the_provider_writes_them(object value)
    {
        using var ours = new SqliteStatement(connection, "INSERT INTO things VALUES (1, @value)", ["@value"]);
        ours.Execute([value is DBNull ? null : value]);
        using var theirs = connection.CreateCommand();
        theirs.CommandText = "INSERT INTO things VALUES (2, @value)";
        theirs.Parameters.AddWithValue("@value", value);
        theirs.ExecuteNonQuery();

        Assert.Equal(1L, Run("SELECT COUNT(DISTINCT typeof(value) || quote(value)) FROM things"));
    }

    [Fact]
    public void Parameters_are_bound_by_the_order_that_is_asked_for()
    {
        using var statement = new SqliteStatement(connection, "INSERT INTO things VALUES (@id, @value)", ["@value", "@id"]);

        Assert.Equal(1, statement.Run(["seven", 7L]));

        using var find = new SqliteStatement(connection, "SELECT value FROM things WHERE id = @id", ["@id"]);
        Assert.Equal("seven", find.Scalar([7L]));
        Assert.Null(find.Scalar([8L]));
    }

    [Fact]
    public void A_statement_goes_on_after_a_row_that_the_database_refuses()
    {
        using var insert = new SqliteStatement(connection, "INSERT INTO things VALUES (@id, NULL)", ["@id"]);
        insert.Execute([1L]);

        var problem = Assert.Throws<SqliteException>(() => insert.Execute([1L]));

        Assert.Contains("UNIQUE constraint failed: things.id", problem.Message, StringComparison.Ordinal);
        Assert.Equal(1, insert.Run([2L]));
    }

    [Fact]
    public void Rows_whose_key_is_taken_can_be_skipped()
    {
        using var transaction = connection.BeginTransaction();
        using var writer = new SqliteBulkWriter(connection, "things", ["id", "value"], " ON CONFLICT DO NOTHING");

        Assert.True(writer.Write(1L, "first"));
        Assert.False(writer.Write(1L, "second"));

        transaction.Commit();
        Assert.Equal("first", Run("SELECT value FROM things"));
    }

    public void Dispose() => connection.Dispose();

    private object? Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
