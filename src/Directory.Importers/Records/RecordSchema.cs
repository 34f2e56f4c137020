using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Importers.Records;

/// <summary>
/// What a record of one kind can state: the fields of the entity class, found by reflection once, in the order in which the class declares them.
/// A new property of an entity is a new target of mappings without an edit here.
/// </summary>
internal sealed class RecordSchema
{
    // Given by the directory itself, never stated by a source.
    private static readonly FrozenSet<string> Derived = FrozenSet.Create(
        nameof(DirectoryEntry.Id), nameof(DirectoryEntry.DisplayName), nameof(DirectoryEntry.CreatedAt),
        nameof(DirectoryEntry.UpdatedAt), nameof(DirectoryEntry.VerifiedBy), nameof(Center.Quality));

    private static readonly FrozenDictionary<string, Type> EntityTypes = FindEntityTypes();

    private static readonly Lazy<FrozenDictionary<string, RecordSchema>> Schemas =
        new(() => EntityTypes.ToFrozenDictionary(pair => pair.Key, pair => new RecordSchema(pair.Value), StringComparer.Ordinal));

    private readonly FrozenDictionary<string, RecordField> byName;

    private RecordSchema(Type type)
    {
        Kind = type.Name;
        Fields = [.. PropertiesOf(type).Select(Describe)];
        byName = Fields.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);
    }

    /// <summary>All record kinds, in order.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. EntityTypes.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Name of the class.</summary>
    public string Kind { get; }

    /// <summary>The fields, in the order of a payload.</summary>
    public IReadOnlyList<RecordField> Fields { get; }

    /// <summary>The schema of a record kind, or null if there is no such kind.</summary>
    public static RecordSchema? Find(string kind) => Schemas.Value.GetValueOrDefault(kind);

    /// <summary>The field of a name in camelCase, or null.</summary>
    public RecordField? Field(string name) => byName.GetValueOrDefault(name);

    // Entries are records of their own, links too. LegalAct is neither: it is stated inside of what it founded. Mentions are found, never stated.
    private static FrozenDictionary<string, Type> FindEntityTypes() =>
        typeof(DirectoryEntry).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type != typeof(Mention)
                && (type.IsSubclassOf(typeof(DirectoryEntry)) || (type.Namespace == "CenterDirectory.Data.Entities.Links" && type.IsPublic)))
            .ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);

    private static IEnumerable<PropertyInfo> PropertiesOf(Type type)
    {
        var isLink = !type.IsSubclassOf(typeof(DirectoryEntry));
        var all = type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        var names = all.Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
        return all
            .Where(property => property.SetMethod is not null && property.GetCustomAttribute<JsonIgnoreAttribute>() is null)
            .Where(property => !Derived.Contains(property.Name) && !IsBound(property.Name, names))
            // A link may hide the end from which it is queried, but a source has to state both.
            .Where(property => property.GetMethod!.IsPublic || property.IsDefined(typeof(StatedAttribute)) || (isLink && property.PropertyType.IsSubclassOf(typeof(DirectoryEntry))))
            // The base class first: reflection begins with the derived one.
            .OrderBy(property => property.DeclaringType == type ? 1 : 0)
            .ThenBy(property => property.MetadataToken);
    }

    private static bool IsBound(string name, HashSet<string> names) =>
        (name.EndsWith("Earliest", StringComparison.Ordinal) && names.Contains(name[..^"Earliest".Length]))
        || (name.EndsWith("Latest", StringComparison.Ordinal) && names.Contains(name[..^"Latest".Length]));

    private static RecordField Describe(PropertyInfo property)
    {
        var isList = property.PropertyType is { IsGenericType: true } generic && generic.GetGenericTypeDefinition() == typeof(List<>);
        var type = isList ? property.PropertyType.GetGenericArguments()[0] : property.PropertyType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        var shape = ShapeOf(type);
        return new RecordField
        {
            Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name),
            Shape = shape,
            ValueType = type,
            IsList = isList,
            IsRequired = !isList && IsRequired(property, shape),
            TargetKind = shape == FieldShape.Reference ? type.Name : null,
            TargetKinds = shape == FieldShape.ReferenceToOneOf ? [.. OneOf.Navigations(property).Select(navigation => navigation.PropertyType.Name)] : [],
            Object = shape == FieldShape.Object ? new RecordSchema(type) : null,
        };
    }

    // An enum or a flag that nobody states has a default in the class; an empty name or a number 0 would be invented.
    private static bool IsRequired(PropertyInfo property, FieldShape shape) => shape switch
    {
        FieldShape.Enum or FieldShape.Boolean => false,
        FieldShape.Number => Nullable.GetUnderlyingType(property.PropertyType) is null,
        _ => property.Name != nameof(DirectoryEntry.Slug) && new NullabilityInfoContext().Create(property).ReadState == NullabilityState.NotNull,
    };

    private static FieldShape ShapeOf(Type type)
    {
        if (type.IsEnum)
        {
            return FieldShape.Enum;
        }

        if (type == typeof(DirectoryEntry))
        {
            return FieldShape.ReferenceToOneOf;
        }

        if (type.IsSubclassOf(typeof(DirectoryEntry)))
        {
            return FieldShape.Reference;
        }

        return type switch
        {
            _ when type == typeof(string) => FieldShape.Text,
            _ when type == typeof(FuzzyDate) => FieldShape.FuzzyDate,
            _ when type == typeof(Ogrn) => FieldShape.Ogrn,
            _ when type == typeof(Inn) => FieldShape.Inn,
            _ when type == typeof(Oktmo) => FieldShape.Oktmo,
            _ when type == typeof(Uri) => FieldShape.Url,
            _ when type == typeof(bool) => FieldShape.Boolean,
            _ when type == typeof(DateOnly) => FieldShape.Day,
            _ when type == typeof(TimeOnly) => FieldShape.Time,
            _ when type == typeof(DateTime) => FieldShape.Instant,
            _ when type == typeof(int) || type == typeof(long) || type == typeof(double) => FieldShape.Number,
            _ when type.IsClass && type.Assembly == typeof(DirectoryEntry).Assembly => FieldShape.Object,
            _ => throw new NotSupportedException($"Records cannot carry a {type.Name} yet: teach RecordSchema and FieldTypes."),
        };
    }
}
