using System.Reflection;
using CenterDirectory.GraphQL.Language;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Execution;

/// <summary>
/// A property with translations. Which of them is read is decided when the operation is compiled, so that a text in the usual language costs
/// nothing more and another one column; only a variable has to be looked at in each request.
/// </summary>
internal sealed class TranslatedSource : PropertySource
{
    private readonly PropertyInfo property;
    private readonly IReadOnlyDictionary<object, PropertyInfo> translations;
    private readonly Dictionary<string, PropertySource> byName;
    private readonly int argument;
    private readonly TranslationLoader loader;

    /// <param name="original">The property as it is read without translation.</param>
    /// <param name="type">Type of the field.</param>
    /// <param name="locale">The enum of languages.</param>
    /// <param name="translations">The translations by language.</param>
    /// <param name="argument">Place of the argument among those of the field.</param>
    public TranslatedSource(
        PropertySource original, GraphType type, EnumType locale, IReadOnlyDictionary<object, PropertyInfo> translations, int argument)
        : base(original.Member, original.Get)
    {
        WriteLeaf = original.WriteLeaf;
        property = original.Member!;
        this.translations = translations;
        this.argument = argument;
        byName = translations.ToDictionary(
            pair => locale.Values.First(value => value.ClrValue.Equals(pair.Key)).Name, pair => Read(pair.Value, type), StringComparer.Ordinal);
        var readers = translations.ToDictionary(pair => pair.Key, pair => byName[locale.Values.First(value => value.ClrValue.Equals(pair.Key)).Name].Get);
        loader = new TranslationLoader(original.Get, readers, [property.Name, .. translations.Values.Select(translation => translation.Name)], argument);
    }

    public override FieldSource For(IReadOnlyList<ValueNode?> arguments) => arguments[argument] switch
    {
        EnumValueNode name => byName.GetValueOrDefault(name.Value, this),
        VariableNode => loader,
        _ => this,
    };

    private PropertySource Read(PropertyInfo translation, GraphType type)
    {
        var wanted = PropertyAccess.Getter(translation);
        var fallback = Get;
        return new PropertySource(property, parent => wanted(parent) ?? fallback(parent))
        {
            AlsoReads = [translation],
            WriteLeaf = type.Nullable is ScalarType<string> text
                ? (json, parent) =>
                {
                    if ((wanted(parent) ?? fallback(parent)) is not string value)
                    {
                        return false;
                    }

                    text.WriteTyped(json, value);
                    return true;
                }
                : null,
        };
    }
}

/// <summary>A text in the language that a variable names.</summary>
internal sealed class TranslationLoader(
    Func<object, object?> fallback, IReadOnlyDictionary<object, Func<object, object?>> readers, IReadOnlyList<string> requires, int argument) : LoaderSource
{
    public override IReadOnlyList<string> Requires => requires;

    public override ValueTask<FieldValues> LoadAsync(FieldRequest request, IReadOnlyList<object> parents, CancellationToken cancellationToken)
    {
        var read = request.Arguments[argument] is { } locale && readers.TryGetValue(locale, out var found) ? found : fallback;
        return ValueTask.FromResult(new FieldValues([.. parents.Select(read)]));
    }
}
