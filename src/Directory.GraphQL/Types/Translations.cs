using System.Reflection;

namespace CenterDirectory.GraphQL.Types;

/// <summary>
/// Properties whose text exists in several languages: such a field takes the language as an argument, and where the wanted one is missing it
/// gives the fallback. A directive on the operation gives the argument to all fields that are not given it themselves.
/// </summary>
/// <param name="locale">The enum of languages.</param>
/// <param name="fallback">The language of the properties themselves.</param>
/// <param name="find">The property that holds another language of a property; null if there is none.</param>
public sealed class Translations(Type locale, object fallback, Func<PropertyInfo, object, PropertyInfo?> find)
{
    /// <summary>The enum of languages.</summary>
    public Type Locale { get; } = locale;

    /// <summary>The language of the properties themselves.</summary>
    internal object Fallback { get; } = fallback;

    /// <summary>Name of the argument.</summary>
    public string Argument { get; init; } = "locale";

    /// <summary>What the argument means.</summary>
    public string Description { get; init; } = "Language wanted; falls back to that of the source.";

    /// <summary>Name of the directive.</summary>
    public string Directive { get; init; } = "inContext";

    /// <summary>The translations of a property by language.</summary>
    public IReadOnlyDictionary<object, PropertyInfo> Of(PropertyInfo property) => Enum.GetValues(Locale).Cast<object>()
        .Where(language => !language.Equals(Fallback))
        .Select(language => (language, Translation: find(property, language)))
        .Where(pair => pair.Translation is not null)
        .ToDictionary(pair => pair.language, pair => pair.Translation!);

    /// <summary>Whether a property only holds another language of one of its neighbours: it is no field of its own.</summary>
    public bool IsTranslation(PropertyInfo property) => property.ReflectedType!.GetProperties()
        .Any(neighbour => Of(neighbour).Values.Any(translation => translation.Name == property.Name));

    /// <summary>The directive that gives the argument to a whole operation.</summary>
    internal DirectiveDefinition DirectiveOf(SchemaBuilder schema) => new(
        Directive,
        $"Sets the language of a whole operation; a `{Argument}` argument on a field wins.",
        [DirectiveLocation.Query, DirectiveLocation.Mutation, DirectiveLocation.Subscription],
        [new InputField { Name = Argument, Description = "Language of every localized field without an argument of its own.", Type = new NonNullType(schema.Enum(Locale)) }],
        IsRepeatable: false);
}
