using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Mapping;

/// <summary>
/// The mapping of one table, decided once: at run time only text moves. It holds the values of a row, so one reading at a time uses it.
/// </summary>
/// <param name="Table">The table as its manifest describes it.</param>
/// <param name="Columns">The columns that are read; a column's index is its slot.</param>
/// <param name="Record">The fields.</param>
/// <param name="Identity">Slots of the columns that identify a record.</param>
/// <param name="RecordUrl">Slot of the column with the record's page, or -1.</param>
/// <param name="AsOf">The day as of which a row is stated; null if none is.</param>
/// <param name="Keep">Slots and the words that let a row in.</param>
/// <param name="Drop">Slots and the words that keep a row out.</param>
internal sealed record CompiledTable(
    FeedTable Table,
    IReadOnlyList<string> Columns,
    CompiledObject Record,
    int[] Identity,
    int RecordUrl,
    ValueField? AsOf,
    IReadOnlyList<KeyValuePair<int, Lookup>> Keep,
    IReadOnlyList<KeyValuePair<int, Lookup>> Drop);
