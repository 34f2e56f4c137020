using System.Buffers;
using System.Text.Json;

namespace CenterDirectory.Api.OpenData.Dumps;

/// <summary>Writes a snapshot into a folder: for each type NDJSON and CSV, all types in one NDJSON. Only one page of rows is in memory.</summary>
internal sealed class DumpWriter(DumpSnapshot snapshot, DumpTables tables, string folder)
{
    /// <summary>Rows that are read by one statement.</summary>
    public const int PageSize = 500;

    private readonly ArrayBufferWriter<byte> line = new(4096);

    /// <summary>Writes the tables.</summary>
    /// <param name="chosen">Which of them.</param>
    /// <param name="cancellationToken">Ends the writing; the folder is then of no use.</param>
    public async Task<IReadOnlyList<DumpedTable>> WriteAsync(IReadOnlyList<DumpTable> chosen, CancellationToken cancellationToken)
    {
        var written = new List<DumpedTable>();
        await using var all = new DumpFile(folder, DumpNames.All);
        foreach (var table in chosen)
        {
            await using var lines = new DumpFile(folder, table.Name + DumpNames.Lines);
            await using var cells = new DumpFile(folder, table.Name + DumpNames.Table);
            cells.Append(CsvLine.Of(table.Columns.Select(column => column.Name)), rows: 0);
            await WriteAsync(table, new Outputs(all, lines, cells), cancellationToken);
            written.Add(new DumpedTable(table, await lines.EndAsync(cancellationToken), await cells.EndAsync(cancellationToken)));
        }

        written.Add(new DumpedTable(null, await all.EndAsync(cancellationToken), null));
        return written;
    }

    private async Task WriteAsync(DumpTable table, Outputs outputs, CancellationToken cancellationToken)
    {
        await using var writer = new Utf8JsonWriter(line, DumpJson.Lines);
        var (after, isMore) = (0L, true);
        while (isMore)
        {
            var page = await table.ReadAsync(snapshot.Db, tables, after, PageSize, cancellationToken);
            foreach (var row in page.Rows)
            {
                WriteLine(writer, table, row, page.References);
                outputs.All.Append(line.WrittenSpan, rows: 1);
                outputs.Lines.Append(line.WrittenSpan, rows: 1);
                outputs.Cells.Append(CsvLine.Of(CellsOf(table, row, page.References)), rows: 1);
                after = row.Id;
            }

            isMore = page.Rows.Count == PageSize;
        }
    }

    private void WriteLine(Utf8JsonWriter writer, DumpTable table, DumpRow row, DumpReferences references)
    {
        line.ResetWrittenCount();
        writer.Reset();
        writer.WriteStartObject();
        writer.WriteString("type", table.Kind);
        writer.WriteString("id", DumpReferences.IdOf(table.Kind, row.Id));
        foreach (var field in table.Fields)
        {
            field.Write(writer, row.Entity, references);
        }

        if (row.Sources.Count > 0)
        {
            writer.WritePropertyName("sources");
            JsonSerializer.Serialize(writer, row.Sources, DumpJson.Options);
        }

        writer.WriteEndObject();
        writer.Flush();
        line.Write("\n"u8);
    }

    private static List<string?> CellsOf(DumpTable table, DumpRow row, DumpReferences references)
    {
        var cells = new List<string?> { DumpReferences.IdOf(table.Kind, row.Id) };
        foreach (var field in table.Fields)
        {
            field.AddCells(cells, row.Entity, references);
        }

        cells.Add(row.Sources.Count > 0 ? JsonSerializer.Serialize(row.Sources, DumpJson.Options) : null);
        return cells;
    }

    private sealed record Outputs(DumpFile All, DumpFile Lines, DumpFile Cells);
}

/// <summary>A table that was written.</summary>
/// <param name="Table">The table; null for all of them in one.</param>
/// <param name="Lines">Its NDJSON.</param>
/// <param name="Cells">Its CSV.</param>
internal sealed record DumpedTable(DumpTable? Table, DumpFileFacts Lines, DumpFileFacts? Cells);
