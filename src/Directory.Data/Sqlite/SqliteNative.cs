using System.Runtime.InteropServices;

namespace CenterDirectory.Data.Sqlite;

/// <summary>
/// The functions of SQLite that run for each value of each row, called with the bare handle of a statement: to count the references of a safe
/// handle up and down takes longer than most of them do. Those that only look into a row, or note a number, run without telling the garbage
/// collector either; none of them waits or calls back. Names and meanings are those of SQLite's C interface.
/// </summary>
internal static unsafe partial class SqliteNative
{
    private const string Library = "e_sqlite3";

    /// <summary>Says that SQLite shall copy what is bound.</summary>
    public static readonly nint Transient = -1;

    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    public static partial int Step(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_reset")]
    public static partial int Reset(nint statement);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_column_type")]
    public static partial int ColumnType(nint statement, int column);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64")]
    public static partial long ColumnInt64(nint statement, int column);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_column_double")]
    public static partial double ColumnDouble(nint statement, int column);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_bind_null")]
    public static partial int BindNull(nint statement, int position);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_bind_int64")]
    public static partial int BindInt64(nint statement, int position, long value);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_bind_double")]
    public static partial int BindDouble(nint statement, int position, double value);

    /// <summary>The bytes of a text or BLOB, until the statement goes on; none for NULL.</summary>
    public static ReadOnlySpan<byte> ColumnBytes(nint statement, int column)
    {
        // In this order: asking for the bytes first might convert them.
        var start = ColumnBlob(statement, column);
        return new ReadOnlySpan<byte>(start, start is null ? 0 : ColumnLength(statement, column));
    }

    /// <summary>Binds a text in UTF-8.</summary>
    public static int BindText(nint statement, int position, ReadOnlySpan<byte> utf8)
    {
        // A null pointer would mean NULL, and an empty span may have one.
        fixed (byte* start = &MemoryMarshal.GetReference(utf8))
        {
            byte nothing = 0;
            return BindText(statement, position, start is null ? &nothing : start, utf8.Length, Transient);
        }
    }

    /// <summary>Binds a BLOB.</summary>
    public static int BindBlob(nint statement, int position, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = &MemoryMarshal.GetReference(bytes))
        {
            byte nothing = 0;
            return BindBlob(statement, position, start is null ? &nothing : start, bytes.Length, Transient);
        }
    }

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_column_blob")]
    private static partial byte* ColumnBlob(nint statement, int column);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_column_bytes")]
    private static partial int ColumnLength(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_text")]
    private static partial int BindText(nint statement, int position, byte* start, int length, nint destructor);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_blob")]
    private static partial int BindBlob(nint statement, int position, byte* start, int length, nint destructor);
}
