using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CenterDirectory.Importers.Applying.Tables;

/// <summary>Reads the columns of an entity out of EF's model, but for those that the database or a later step fills by itself.</summary>
internal static class EntityColumns
{
    /// <summary>Public, but kept by the importer: a change of them alone is none that a reader should be told of.</summary>
    private static readonly HashSet<string> Untold =
    [
        nameof(DirectoryEntry.Id), nameof(DirectoryEntry.CreatedAt), nameof(DirectoryEntry.UpdatedAt),
        nameof(DirectoryEntry.VerifiedBy), nameof(Event.DateEarliest), nameof(Event.DateLatest), nameof(Project.PeriodEarliest), nameof(Project.PeriodLatest),
    ];

    public static List<EntityColumn> Of(IEntityType type)
    {
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var blank = Activator.CreateInstance(type.ClrType)!;
        var columns = new List<EntityColumn>();
        var own = type.GetProperties().Where(property => property.ValueGenerated != ValueGenerated.OnAddOrUpdate);
        foreach (var property in own.OrderByDescending(property => property.IsPrimaryKey()))
        {
            var initial = property.IsForeignKey() ? null : property.PropertyInfo?.GetValue(blank);
            columns.Add(new EntityColumn(columns.Count, property, table, property.Name, Field(property), initial));
        }

        foreach (var complex in type.GetComplexProperties())
        {
            foreach (var property in complex.ComplexType.GetProperties())
            {
                var path = $"{complex.Name}.{property.Name}";
                // Of a value that need not be there nothing stands in its columns until somebody states it.
                var initial = complex.IsNullable ? null : property.PropertyInfo!.GetValue(complex.PropertyInfo!.GetValue(blank));
                columns.Add(new EntityColumn(columns.Count, property, table, path, EntityTable.FieldName(complex.Name), initial));
            }
        }

        return columns;
    }

    private static string? Field(IProperty property)
    {
        if (property.GetContainingForeignKeys().FirstOrDefault() is { DependentToPrincipal: { } navigation })
        {
            if (Untold.Contains(navigation.Name))
            {
                return null;
            }

            return EntityTable.FieldName((OneOf.PropertyOf(navigation.PropertyInfo!) ?? navigation.PropertyInfo!).Name);
        }

        var isPublic = property.PropertyInfo?.GetMethod?.IsPublic == true;
        return isPublic && !Untold.Contains(property.Name) ? EntityTable.FieldName(Shown(property)) : null;
    }

    /// <summary>A translation is shown by the field that it translates.</summary>
    private static string Shown(IProperty property)
    {
        var translated = property.DeclaringType.ClrType.GetProperties()
            .FirstOrDefault(other => other.Name != nameof(DirectoryEntry.DisplayName) && Translation.Of(other, Locale.En)?.Name == property.Name);
        return translated?.Name ?? property.Name;
    }
}
