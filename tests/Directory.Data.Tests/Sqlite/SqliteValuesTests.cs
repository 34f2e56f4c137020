using System.Data.Common;
using CenterDirectory.Data.Sqlite;
using Microsoft.Data.Sqlite;

namespace CenterDirectory.Data.Tests.Sqlite;

/// <summary>Whatever stands in a column is read as the client of the database reads it, or refused as there.</summary>
public sealed class SqliteValuesTests : IDisposable
{
    private static readonly (string Name, Func<DbDataReader, object> Read)[] Ways =
    [
        ("string", reader => reader.GetString(0)),
        ("long", reader => reader.GetInt64(0)),
        ("int", reader => reader.GetInt32(0)),
        ("bool", reader => reader.GetBoolean(0)),
        ("double", reader => reader.GetDouble(0)),
        ("instant", reader => reader.GetDateTime(0)),
        ("day", reader => reader.GetFieldValue<DateOnly>(0)),
        ("bytes", reader => Convert.ToHexString(reader.GetFieldValue<byte[]>(0))),
        ("null", reader => reader.IsDBNull(0)),
        ("value", reader => reader.GetValue(0) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(0)),
    ];

    private readonly SqliteConnection connection = new("Data Source=:memory:");

    public SqliteValuesTests() => connection.Open();

    [Theory]
    [InlineData("NULL")]
    [InlineData("''")]
    [InlineData("x''")]
    [InlineData("x'00ff'")]
    [InlineData("'Ёлка «ель» 🌲'")]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("-9223372036854775808")]
    [InlineData("2147483647")]
    [InlineData("0.0")]
    [InlineData("0.25")]
    [InlineData("'17'")]
    [InlineData("'2026-11-22'")]
    [InlineData("'0001-01-01'")]
    [InlineData("'2024-02-29'")]
    [InlineData("'2023-02-29'")]
    [InlineData("'2026-13-01'")]
    [InlineData("'2026-11-22 04:30:00'")]
    [InlineData("'2026-11-22 04:30:00.5'")]
    [InlineData("'2026-11-22 23:59:59.1234567'")]
    [InlineData("'2026-11-22 24:00:00'")]
    [InlineData("'2026-11-22T04:30:00Z'")]
    [InlineData("'2026-11-22 04:30:00+03:00'")]
    [InlineData("'2026-11-22 04:30'")]
    [InlineData("2460000.5")]
    public void A_value_is_read_as_the_client_reads_it(string literal)
    {
        foreach (var (name, read) in Ways)
        {
            Assert.Equal($"{name}: {Outcome(literal, reader => read(reader))}", $"{name}: {Outcome(literal, reader => read(SqliteValues.Of(reader)))}");
        }
    }

    [Fact]
    public void A_number_that_does_not_fit_is_no_number()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT 4294967297";
        using var reader = SqliteValues.Of(command.ExecuteReader());
        Assert.True(reader.Read());

        Assert.Throws<OverflowException>(() => reader.GetInt32(0));
    }

    [Fact]
    public void Rows_come_one_after_another_and_a_prepared_statement_can_run_again()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT value, value || '!' FROM json_each($list)";
        var list = command.Parameters.AddWithValue("$list", "");
        foreach (var (json, expected) in new[] { ("[1,2]", "1! 2!"), ("[]", ""), ("[7]", "7!") })
        {
            list.Value = json;
            using var reader = SqliteValues.Of(command.ExecuteReader());
            var texts = new List<string>();
            while (reader.Read())
            {
                texts.Add(reader.GetString(1));
            }

            Assert.Equal(expected, string.Join(' ', texts));
        }
    }

    public void Dispose() => connection.Dispose();

    private string Outcome(string literal, Func<DbDataReader, object> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {literal}";
        using var reader = command.ExecuteReader();
        reader.Read();
        try
        {
            return read(reader) switch
            {
                DateTime instant => $"{instant:O} {instant.Kind}",
                IFormattable value => value.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
                var value => value.ToString()!,
            };
        }
        catch (Exception problem) when (problem is InvalidOperationException or FormatException or InvalidCastException or OverflowException or ArgumentException)
        {
            return problem.GetType().Name;
        }
    }
}
