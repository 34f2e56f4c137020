using System.Reflection;
using CenterDirectory.Data.Entities;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CenterDirectory.Importers.Applying.Tables;

/// <summary>Finds the columns for each field that a payload of an entity may state.</summary>
internal static class FieldBindings
{
    /// <summary>What stands before the name of a column that keeps the stated value of a field whose own column is derived.</summary>
    public const string StatedPrefix = "Stated";

    /// <summary>Kept by the importer; the slug is not among them, a feed may state it.</summary>
    private static readonly HashSet<string> Derived =
    [
        nameof(DirectoryEntry.Id), nameof(DirectoryEntry.DisplayName), nameof(DirectoryEntry.CreatedAt), nameof(DirectoryEntry.UpdatedAt),
        nameof(Event.DateEarliest), nameof(Event.DateLatest), nameof(Project.PeriodEarliest), nameof(Project.PeriodLatest),
        nameof(DirectoryEntry.VerifiedBy), nameof(Center.Quality),
    ];

    public static List<FieldBinding> Of(IEntityType type, EntityTable table, Func<IEntityType, EntityTable> tableOf)
    {
        var fields = new List<FieldBinding>();
        foreach (var property in type.GetProperties())
        {
            if (property.PropertyInfo is { } stated && (stated.GetMethod?.IsPublic == true || stated.IsDefined(typeof(StatedAttribute))) && !property.IsForeignKey() && !Derived.Contains(property.Name))
            {
                var column = table.Find(StatedPrefix + property.Name) ?? table.Column(property.Name);
                fields.Add(new ColumnBinding(EntityTable.FieldName(property.Name), fields.Count, column, PayloadValues.Converter(column)));
            }
        }

        foreach (var complex in type.GetComplexProperties().Where(complex => !Derived.Contains(complex.Name)))
        {
            var parts = complex.ComplexType.GetProperties()
                .Select(part => (part.PropertyInfo!, table.Column($"{complex.Name}.{part.Name}"))).ToList();
            fields.Add(new ComplexBinding(EntityTable.FieldName(complex.Name), fields.Count, complex.ClrType, parts));
        }

        foreach (var navigation in type.GetNavigations().Where(navigation =>
            navigation.IsOnDependent && !Derived.Contains(navigation.Name) && OneOf.PropertyOf(navigation.PropertyInfo!) is null))
        {
            fields.Add(Reference(navigation, fields.Count, table, tableOf));
        }

        foreach (var property in OneOf.PropertiesOf(type.ClrType))
        {
            fields.Add(Choice(property, fields.Count, type, table));
        }

        return fields;
    }

    private static OneOfBinding Choice(PropertyInfo property, int index, IEntityType type, EntityTable table)
    {
        var name = EntityTable.FieldName(property.Name);
        var choices = OneOf.Navigations(property).Select(navigation => type.FindNavigation(navigation.Name)!).Select(navigation =>
            new ReferenceBinding(name, index, table.Column(navigation.ForeignKey.Properties[0].Name), navigation.TargetEntityType.ClrType.Name));
        return new OneOfBinding(name, index, [.. choices]);
    }

    private static FieldBinding Reference(INavigation navigation, int index, EntityTable table, Func<IEntityType, EntityTable> tableOf)
    {
        var name = EntityTable.FieldName(navigation.Name);
        var column = table.Column(navigation.ForeignKey.Properties[0].Name);
        var target = navigation.TargetEntityType;
        return typeof(DirectoryEntry).IsAssignableFrom(target.ClrType)
            ? new ReferenceBinding(name, index, column, target.ClrType.Name)
            : new PartBinding(name, index, column, tableOf(target));
    }
}
