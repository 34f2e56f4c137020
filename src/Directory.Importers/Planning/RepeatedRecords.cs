using CenterDirectory.Data.Bulk;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Planning;

/// <summary>
/// A second record with an external id that the run has already seen. Which of the two is kept must not depend on the
/// order of rows (a shuffled file is no news), so it is the one with the smaller hash.
/// </summary>
internal sealed class RepeatedRecords(ImportSession session)
{
    private readonly RowQuery find = session.PrepareQuery(
        """SELECT "Id", "Hash" FROM staged WHERE "Kind" = @kind AND "ExternalId" = @id""", "@kind", "@id");

    private readonly RowStatement replace = session.Prepare(
        """
        UPDATE staged SET "Hash" = @hash, "RowDigest" = NULL, "RecordUrl" = @url, "AsOf" = @asOf, "Table" = @table, "Row" = @row WHERE "Id" = @id
        """,
        "@hash", "@url", "@asOf", "@table", "@row", "@id");

    private readonly RowStatement restate = session.Prepare(
        """UPDATE staged_payloads SET "Payload" = @payload WHERE "Id" = @id""", "@payload", "@id");

    private readonly RowStatement forget = session.Prepare("""DELETE FROM staged_references WHERE "StagedId" = @id""", "@id");

    /// <summary>The repetitions that were found.</summary>
    public List<RecordIssue> Issues { get; } = [];

    /// <summary>Notes that a record stands a second time in the run.</summary>
    public void Note(ImportRecord record, bool isSame) => Issues.Add(isSame ? Same(record) : Different(record));

    /// <summary>Judges the second record: the staged id that it takes over, or null if it is left out.</summary>
    public long? Replaces(ImportRecord record, byte[] hash)
    {
        var (id, known) = Find(record);
        var order = hash.AsSpan().SequenceCompareTo(known);
        Note(record, isSame: order == 0);
        if (order >= 0)
        {
            return null;
        }

        replace.Execute([hash, record.RecordUrl?.ToString(), StagingWriter.DayOf(record), record.Table, (long)record.Row, id]);
        restate.Execute([record.Payload, id]);
        forget.Execute([id]);
        return id;
    }

    private (long Id, byte[] Hash) Find(ImportRecord record)
    {
        using var reader = find.Read(record.Kind, record.ExternalId);
        return reader.Read()
            ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1))
            : throw new InvalidOperationException("A staged record that collided cannot be found.");
    }

    private static RecordIssue Same(ImportRecord record) => new(
        IssueSeverity.Warning, "record-repeated", record.Table, record.Row, null,
        new LocalizedText("Запись повторяет другую строку дословно; учтена один раз.", "The record repeats another row to the letter; it counts once."));

    private static RecordIssue Different(ImportRecord record) => new(
        IssueSeverity.Error, "duplicate-id", record.Table, record.Row, null,
        new LocalizedText(
            "Два разных описания под одним идентификатором; оставлено одно. Проверьте id-from в манифесте или исправьте файл.",
            "Two different records under one external id; one was kept. Check id-from in the manifest or mend the file."));
}
