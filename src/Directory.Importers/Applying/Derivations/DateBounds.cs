using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Applying.Tables;

namespace CenterDirectory.Importers.Applying.Derivations;

/// <summary>Fills the first and last possible day beside every fuzzy date.</summary>
internal sealed class DateBounds(EntityTable table) : IPreparation
{
    private readonly List<(EntityColumn Date, EntityColumn Earliest, EntityColumn Latest)> dates =
    [
        .. table.Columns.Where(column => column.Property.ClrType == typeof(FuzzyDate))
            .Select(column => (column, table.Column(column.Path + DerivedColumns.Earliest), table.Column(column.Path + DerivedColumns.Latest))),
    ];

    public void Prepare(EntityDraft draft)
    {
        foreach (var (date, earliest, latest) in dates)
        {
            var value = draft[date] is string text ? FuzzyDate.Parse(text) : null;
            draft[earliest] = value?.Earliest;
            draft[latest] = value?.Latest;
        }
    }
}
