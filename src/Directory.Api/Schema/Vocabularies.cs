using System.Reflection;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema;

/// <summary>Every enum of the data with labels for people.</summary>
public sealed class Vocabularies
{
    private static readonly IReadOnlyList<Vocabulary> Known =
    [
        .. typeof(Locale).Assembly.GetExportedTypes()
            .Where(type => type.IsEnum && type.GetFields().Any(field => field.IsDefined(typeof(LabelAttribute))))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => new Vocabulary(type)),
    ];

    private static readonly Dictionary<string, Vocabulary> ByName = Known.ToDictionary(vocabulary => vocabulary.Enum, StringComparer.Ordinal);

    /// <summary>All vocabularies, by name.</summary>
    public IReadOnlyList<Vocabulary> All => Known;

    /// <summary>One of them; null if there is none of that name.</summary>
    internal static Vocabulary? Find(string name) => ByName.GetValueOrDefault(name);
}

/// <summary>Single vocabularies.</summary>
[ObjectType<Vocabularies>]
internal static class VocabulariesType
{
    /// <summary>One vocabulary; null if there is none of that name.</summary>
    /// <param name="enum">Name of the enum type, e.g. `SupportKind`.</param>
    public static Vocabulary? GetVocabulary(string @enum) => Vocabularies.Find(@enum);
}

/// <summary>The values of one enum.</summary>
public sealed class Vocabulary
{
    internal Vocabulary(Type type)
    {
        Enum = type.Name;
        Terms = [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => new VocabularyTerm(field))];
    }

    /// <summary>Name of the enum type.</summary>
    public string Enum { get; }

    /// <summary>Its values in the order of the schema.</summary>
    public IReadOnlyList<VocabularyTerm> Terms { get; }
}

/// <summary>One value of an enum.</summary>
public sealed class VocabularyTerm
{
    internal VocabularyTerm(FieldInfo field)
    {
        var label = field.GetCustomAttribute<LabelAttribute>()
            ?? throw new InvalidOperationException($"{field.DeclaringType!.Name}.{field.Name} has no label for people.");
        (Value, Label, LabelEn) = (Naming.EnumValue(field.Name), label.Text.Ru, label.Text.En);
        // The summary of the value is what the schema says of it, in English.
        (Description, DescriptionEn) = label.About is null ? (null, null) : (label.About + ".", XmlDocs.Summary(field));
    }

    /// <summary>The value as the schema writes it.</summary>
    public string Value { get; }

    /// <summary>Label for people.</summary>
    public string Label { get; }

    /// <summary>The label in English.</summary>
    public string LabelEn { get; }

    /// <summary>Explanation for people; null where the label says it all.</summary>
    public string? Description { get; }

    /// <summary>The explanation in English.</summary>
    public string? DescriptionEn { get; }
}
