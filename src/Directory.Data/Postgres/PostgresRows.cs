using System.Globalization;
using System.Text;
using CenterDirectory.Data.Bulk;
using Npgsql;

namespace CenterDirectory.Data.Postgres;

/// <summary>
/// Rows of a query, some at a time. A connection has room for one such reading: who asks something else has the rest of this one read into memory
/// first, so whoever reads need not know what happens between two rows.
/// </summary>
internal sealed class PostgresRows(PostgresBulkConnection connection, PositionalSql sql) : RowReader
{
    private const int Chunk = 1_000;

    private readonly object?[] values = new object?[sql.Names.Count];
    private readonly Queue<object?[]> rows = [];
    private NpgsqlDataReader? reader;
    private object?[] row = [];
    private bool isStarted;

    public override void Start(params ReadOnlySpan<long> numbers)
    {
        Stop();
        isStarted = false;
        for (var i = 0; i < numbers.Length; i++)
        {
            Assign("@" + (char)('a' + i), numbers[i]);
        }
    }

    public override void Set(string name, string value) => Assign(name, value);

    public override bool Read()
    {
        if (!isStarted)
        {
            isStarted = true;
            reader = connection.Read(sql.Text, values);
            connection.Finish(this);
        }

        if (rows.Count == 0)
        {
            Take(Chunk);
        }

        return rows.TryDequeue(out row!);
    }

    public override bool IsNull(int column) => row[column] is null;

    public override long Number(int column) => row[column] switch
    {
        null => 0,
        long number => number,
        bool flag => flag ? 1 : 0,
        IConvertible number => number.ToInt64(CultureInfo.InvariantCulture),
        var value => throw new NotSupportedException($"Values of type {value.GetType().Name} are no numbers."),
    };

    public override double Real(int column) => Convert.ToDouble(row[column], CultureInfo.InvariantCulture);

    public override ReadOnlySpan<byte> Bytes(int column) => row[column] switch
    {
        null => [],
        byte[] bytes => bytes,
        var value => Encoding.UTF8.GetBytes(PostgresTexts.Read(value)),
    };

    public override string Text(int column) => row[column] is { } value ? PostgresTexts.Read(value) : "";

    public override void End() => Stop();

    /// <summary>Reads what is left into memory, so that the connection is free.</summary>
    public void ReadToEnd() => Take(int.MaxValue);

    /// <summary>Forgets what was read of a connection that is not used any further.</summary>
    public void Drop() => Stop();

    public override void Dispose() => Stop();

    private void Assign(string name, object value)
    {
        for (var i = 0; i < sql.Names.Count; i++)
        {
            if (sql.Names[i] == name)
            {
                values[i] = value;
            }
        }
    }

    private void Take(int most)
    {
        while (reader is not null && most-- > 0)
        {
            if (!reader.Read())
            {
                Close();
                return;
            }

            var next = new object?[reader.FieldCount];
            for (var i = 0; i < next.Length; i++)
            {
                next[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            }

            rows.Enqueue(next);
        }
    }

    private void Stop()
    {
        rows.Clear();
        if (reader is not null)
        {
            Close();
        }
    }

    private void Close()
    {
        reader!.Dispose();
        reader = null;
        connection.Leave(this);
    }
}
