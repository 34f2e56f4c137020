namespace CenterDirectory.Testing;

/// <summary>The databases that the directory knows.</summary>
public enum DatabaseKind
{
    /// <summary>A file.</summary>
    Sqlite,

    /// <summary>A server.</summary>
    Postgres,
}

/// <summary>Which database a test is about.</summary>
internal static class DatabaseKinds
{
    /// <summary>What a test takes that names none: SQLite, unless <c>TEST_DATABASE=postgres</c> has a whole run try the other one.</summary>
    public static DatabaseKind Usual { get; } =
        string.Equals(Environment.GetEnvironmentVariable("TEST_DATABASE"), "postgres", StringComparison.OrdinalIgnoreCase) ? DatabaseKind.Postgres : DatabaseKind.Sqlite;
}
