using System.Text.Json;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Applying.Tables;

namespace CenterDirectory.Importers.Applying.Derivations;

/// <summary>Which of the expected fields of a center are filled. Derived at the end of a run, when it is known what its services add.</summary>
internal sealed class CenterCompleteness(EntityTable table) : IDerivation
{
    private const string EmptyList = "[]";

    private readonly EntityColumn completeness = table.Column($"{nameof(Center.Quality)}.{nameof(QualityScore.Completeness)}");
    private readonly EntityColumn missingFields = table.Column($"{nameof(Center.Quality)}.{nameof(QualityScore.MissingFields)}");
    private readonly EntityColumn status = table.Column(nameof(Center.Status));

    private readonly Dictionary<ExpectedField, EntityColumn[]> columns = CenterProfile.All.ToDictionary(
        field => field, field => field.Properties.Select(name => table.Find(name) ?? table.Column(name + "Id")).ToArray());

    /// <summary>Until then it stays as it was.</summary>
    public void Derive(EntityDraft draft, EntityFacts entity)
    {
        foreach (var column in new[] { completeness, missingFields })
        {
            draft[column] = entity.Before is { } before ? before[column.Index] : column.Initial;
        }
    }

    /// <summary>Derives it of a row that is otherwise complete.</summary>
    public void Set(object?[] row, List<EntityColumn> differing)
    {
        var expected = CenterProfile.Of(Enum.Parse<CenterStatus>((string)row[status.Index]!));
        var missing = expected.Where(field => !columns[field].Any(column => IsFilled(row[column.Index]))).ToList();
        Set(row, completeness, Math.Round(1 - ((double)missing.Count / expected.Count), 3), differing);
        Set(row, missingFields, JsonSerializer.Serialize(missing.Select(field => EntityTable.FieldName(field.Property))), differing);
    }

    private static bool IsFilled(object? value) => value is not (null or "" or EmptyList or nameof(CenterStatus.Unknown));

    private static void Set(object?[] row, EntityColumn column, object value, List<EntityColumn> differing)
    {
        if (!Equals(row[column.Index], value))
        {
            row[column.Index] = value;
            differing.Add(column);
        }
    }
}
