using System.Data.Common;

namespace CenterDirectory.Importers.Running.Ledger;

/// <summary>A column of a row of the books.</summary>
/// <param name="Name">Its name in the database.</param>
/// <param name="Get">Its value, as both databases take it.</param>
/// <param name="Set">Takes its value out of a row that is read; it is not told of NULL.</param>
internal sealed record LedgerColumn<T>(string Name, Func<T, object?> Get, Action<T, DbDataReader, int> Set)
{
    /// <summary>A column whose values the databases and the program know alike.</summary>
    public static LedgerColumn<T> Of<TValue>(string name, Func<T, TValue> get, Action<T, TValue> set) =>
        new(name, row => get(row), (row, reader, place) => set(row, reader.GetFieldValue<TValue>(place)));

    /// <summary>An instant, which no database gives back as UTC by itself.</summary>
    public static LedgerColumn<T> Instant(string name, Func<T, DateTime?> get, Action<T, DateTime> set) =>
        new(name, row => get(row), (row, reader, place) => set(row, DateTime.SpecifyKind(reader.GetDateTime(place), DateTimeKind.Utc)));

    /// <summary>A value of an enumeration, written by its name.</summary>
    public static LedgerColumn<T> Named<TValue>(string name, Func<T, TValue> get, Action<T, TValue> set)
        where TValue : struct, Enum =>
        new(name, row => get(row).ToString(), (row, reader, place) => set(row, Enum.Parse<TValue>(reader.GetString(place))));
}
