using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Buffers.Binary;

namespace CenterDirectory.Data.Postgres;

/// <summary>
/// Locks that the server keeps for a connection or a transaction, and lets go when it ends, however it ends. They are told apart by two numbers:
/// what they are for, and which of those. They hold in one database.
/// </summary>
internal static class PostgresLocks
{
    private const int Migrating = 1_128_481_281;
    private const int Writing = 1_128_481_282;
    private const int Source = 1_128_481_283;

    /// <summary>Held by whoever migrates, until its connection ends or lets go.</summary>
    public static string Migration { get; } = Call("pg_advisory_lock", Migrating, 0);

    /// <summary>Lets go of it.</summary>
    public static string EndMigration { get; } = Call("pg_advisory_unlock", Migrating, 0);

    /// <summary>Held by the one transaction that may change entries, until it ends.</summary>
    public static string Writer { get; } = Call("pg_advisory_xact_lock", Writing, 0);

    /// <summary>Takes the lock of a source for a connection; false if another has it.</summary>
    public static bool TryTakeSource(DbConnection connection, string key) => (bool)Scalar(connection, Call("pg_try_advisory_lock", Source, NumberOf(key)))!;

    /// <summary>Lets go of it.</summary>
    public static void ReleaseSource(DbConnection connection, string key) => Scalar(connection, Call("pg_advisory_unlock", Source, NumberOf(key)));

    private static string Call(string function, int what, int which) => string.Create(CultureInfo.InvariantCulture, $"SELECT {function}({what}, {which})");

    private static int NumberOf(string key) => BinaryPrimitives.ReadInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static object? Scalar(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
