using System.Globalization;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.OpenData.Dumps;

/// <summary>Describes a written dump. Columns are explained in the words of the GraphQL schema.</summary>
internal sealed class PackageBuilder(DumpTables tables, GraphQL.Types.Schema schema)
{
    private static readonly LocalizedText Everything = new("Все записи", "All records");

    /// <summary>The package of a dump.</summary>
    public async Task<DumpPackage> BuildAsync(
        DumpSnapshot snapshot, IReadOnlyList<DumpedTable> written, DateTime now, string? homepage, CancellationToken cancellationToken) => new()
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"center-directory-{snapshot.Revision}"),
            Title = "CenterDirectory: ресурсные центры для НКО",
            Description = "Open directory of resource centers that support non-profits in Russia: all entries and links at one revision. "
                + "Facts keep the licence of the source that stated them: see «sources» here and in each record.",
            Version = snapshot.Revision.ToString(CultureInfo.InvariantCulture),
            Revision = snapshot.Revision,
            CommittedAt = snapshot.CommittedAt,
            Created = now,
            Homepage = homepage,
            Sources = await SourcesAsync(snapshot, cancellationToken),
            Resources = [.. written.SelectMany(table => Resources(table, written))],
        };

    private static async Task<IReadOnlyList<PackageSource>> SourcesAsync(DumpSnapshot snapshot, CancellationToken cancellationToken) =>
        await snapshot.Db.Sources.OrderBy(source => source.Key)
            .Select(source => new PackageSource(
                source.Key, source.Title, source.Publisher, source.Licence, source.Url == null ? null : source.Url.ToString(),
                source.Priority, source.RecordCount, source.LastSuccessAt))
            .ToListAsync(cancellationToken);

    private IEnumerable<PackageResource> Resources(DumpedTable written, IReadOnlyList<DumpedTable> all)
    {
        var table = written.Table;
        var title = table is null ? Everything.Ru : TitleOf(table);
        if (written.Cells is { } cells)
        {
            yield return Resource(cells, table!.Name, "csv") with
            {
                Title = title, Type = table.Kind, Profile = "tabular-data-resource", Schema = SchemaOf(table, [.. all.Select(other => other.Table).OfType<DumpTable>()]),
            };
        }

        yield return Resource(written.Lines, $"{table?.Name ?? "all"}-ndjson", "ndjson") with { Title = title, Type = table?.Kind };
    }

    private static PackageResource Resource(DumpFileFacts file, string name, string format) => new()
    {
        Name = name,
        Path = file.Name,
        Format = format,
        Mediatype = DumpNames.MediaType(file.Name).Split(';')[0],
        Bytes = file.Bytes,
        Hash = "sha256:" + file.Sha256,
        Rows = file.Rows,
        Packed = new PackedResource(file.Name + DumpNames.Packed, file.PackedBytes, "sha256:" + file.PackedSha256),
    };

    private TableSchema SchemaOf(DumpTable table, IReadOnlyList<DumpTable> present)
    {
        var keys = from column in table.Columns
                   where column.Target is not null && present.Contains(tables[column.Target])
                   select new TableForeignKey(column.Name, new TableReference(column.Target == table.Kind ? "" : tables[column.Target!].Name, "id"));
        return new TableSchema([.. table.Columns.Select(column => new TableField(column.Name, column.Type, Describe(table, column)))], "id", [.. keys]);
    }

    private string? Describe(DumpTable table, DumpColumn column) =>
        schema.TypesByName.GetValueOrDefault(table.Kind) is ObjectType type ? type.Fields.FirstOrDefault(field => field.Name == column.Field)?.Description : null;

    /// <summary>The Russian name of a type of entries; links have none, they are called as in GraphQL.</summary>
    private static string TitleOf(DumpTable table) => DumpTitles.Of(table.Kind).Ru;
}
