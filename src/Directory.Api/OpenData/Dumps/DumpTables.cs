using System.Reflection;
using System.Text.Json;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CenterDirectory.Api.OpenData.Dumps;

/// <summary>
/// What a dump consists of, found in the model once: a new property of an entity stands in the next dump without an edit here.
/// Entries come before links, and both in an order in which most references lead back.
/// </summary>
internal sealed class DumpTables
{
    // Told by operations or the clock, not by the revision: they would make every line of every dump another one.
    private static readonly string[] Passing = [nameof(DirectoryEntry.VerifiedBy)];

    // Follows from the other fields.
    private static readonly string[] Derived = [nameof(Center.Quality)];

    private static readonly EntryType[] Order =
    [
        EntryType.Territory, EntryType.Organization, EntryType.Program, EntryType.Project, EntryType.Network, EntryType.Center, EntryType.Service,
        EntryType.Event, EntryType.NewsItem, EntryType.Grant, EntryType.Practice, EntryType.Metric, EntryType.Person, EntryType.ServiceStandard,
    ];

    private readonly Dictionary<string, DumpTable> byKind;

    public DumpTables(IModel model)
    {
        var types = model.GetEntityTypes().Where(type => IsEntry(type.ClrType) || IsLink(type)).ToList();
        All = [.. types.OrderBy(Rank).ThenBy(type => type.ClrType.Name, StringComparer.Ordinal).Select(Describe)];
        byKind = All.ToDictionary(table => table.Kind, StringComparer.Ordinal);
    }

    /// <summary>All of them, in the order of the files.</summary>
    public IReadOnlyList<DumpTable> All { get; }

    public DumpTable this[string kind] => byKind[kind];

    private static bool IsEntry(Type type) => type.IsSubclassOf(typeof(DirectoryEntry));

    // What a view shows stands in other links already.
    private static bool IsLink(IEntityType type) =>
        type.ClrType.Namespace == typeof(Quote).Namespace && type.ClrType.IsPublic && type.GetTableName() is not null;

    private static int Rank(IEntityType type) => IsEntry(type.ClrType)
        ? Array.IndexOf(Order, Enum.Parse<EntryType>(type.ClrType.Name)) is >= 0 and var place ? place : Order.Length
        : Order.Length + 1;

    private static DumpTable Describe(IEntityType type)
    {
        var fields = FieldsOf(type).ToList();
        var describe = typeof(DumpTables).GetMethod(nameof(Create), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type.ClrType);
        string[] parts = [.. type.GetNavigations().Where(navigation => IsPart(navigation)).Select(navigation => navigation.Name)];
        return (DumpTable)describe.Invoke(null, [type, fields, parts])!;
    }

    private static DumpTable<T> Create<T>(IEntityType type, IReadOnlyList<DumpField> fields, IReadOnlyList<string> parts)
        where T : class => new()
        {
            Kind = type.ClrType.Name,
            Name = JsonNamingPolicy.KebabCaseLower.ConvertName(type.GetTableName()!),
            IsDerived = type.ClrType == typeof(Mention),
            Fields = fields,
            Parts = parts,
        };

    private static bool IsPart(INavigation navigation) =>
        !navigation.IsCollection && navigation.IsOnDependent && !Passing.Contains(navigation.Name) && !IsEntry(navigation.TargetEntityType.ClrType) && navigation.PropertyInfo!.GetMethod!.IsPublic;

    private static IEnumerable<DumpField> FieldsOf(IEntityType type) =>
        from property in type.ClrType.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        where property.Name != nameof(DirectoryEntry.Id) && !Passing.Contains(property.Name) && !Derived.Contains(property.Name)
        // The base class first: reflection begins with the derived one.
        orderby property.DeclaringType == type.ClrType ? 1 : 0, property.MetadataToken
        let field = FieldOf(type, property)
        where field is not null
        select field;

    private static DumpField? FieldOf(IEntityType type, PropertyInfo property)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        if (property.PropertyType == typeof(DirectoryEntry))
        {
            return new ReferenceField(name, [.. OneOf.Navigations(property).Select(navigation => KeyOf(type.FindNavigation(navigation.Name)!))]);
        }

        if (type.FindNavigation(property.Name) is { IsCollection: false, IsOnDependent: true } link)
        {
            return IsPart(link) ? new PartField(name, property, [.. FieldsOf(link.TargetEntityType)]) : Reference(type, property, name, link);
        }

        if (!property.GetMethod!.IsPublic && !IsStated(type.ClrType, property))
        {
            return null;
        }

        return type.FindComplexProperty(property.Name) is not null ? new StructuredField(name, property, isList: false)
            : type.FindProperty(property.Name) is { } column ? ValueOf(name, property, column)
            : null;
    }

    /// <summary>A link has two ends, one of which it may hide; of an entry what is hidden stands behind a field that is not.</summary>
    private static ReferenceField? Reference(IEntityType type, PropertyInfo property, string name, INavigation link) =>
        property.GetMethod!.IsPublic || (!IsEntry(type.ClrType) && OneOf.PropertyOf(property) is null) ? new ReferenceField(name, [KeyOf(link)]) : null;

    private static ReferenceKey KeyOf(INavigation navigation) =>
        new(navigation.TargetEntityType.ClrType.Name, navigation.ForeignKey.Properties[0].PropertyInfo!);

    private static DumpField ValueOf(string name, PropertyInfo property, IProperty column)
    {
        var isList = property.PropertyType is { IsGenericType: true } generic && generic.GetGenericTypeDefinition() == typeof(List<>);
        var isObject = !isList && column.ClrType.IsClass && column.ClrType.Namespace == typeof(Address).Namespace
            && !column.ClrType.GetInterfaces().Any(of => of.IsGenericType && of.GetGenericTypeDefinition() == typeof(ITextValue<>));
        return isList || isObject ? new StructuredField(name, property, isList) : new SingleField(name, property);
    }

    /// <summary>What sources state before it is joined with what follows from other entries: without it the joined list could not be made anew.</summary>
    private static bool IsStated(Type type, PropertyInfo property) =>
        property.Name.StartsWith("Stated", StringComparison.Ordinal) && type.GetProperty(property.Name["Stated".Length..]) is not null;
}
