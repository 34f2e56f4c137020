using System.Text.Json.Nodes;
using CenterDirectory.Api.OpenData.Dumps;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.OpenData.Hsds;

/// <summary>A vocabulary of the directory as a taxonomy of HSDS.</summary>
internal sealed class HsdsTaxonomy
{
    private static readonly Dictionary<Type, LocalizedText> Titles = new()
    {
        [typeof(SupportKind)] = new("Виды поддержки", "Kinds of support"),
        [typeof(Audience)] = new("Для кого", "Audiences"),
        [typeof(DeliveryMode)] = new("Как оказывается", "Modes of delivery"),
        [typeof(Fee)] = new("Платность", "Fees"),
        [typeof(Specialization)] = new("Специализации центров", "Specializations of centers"),
        [typeof(OrganizationKind)] = new("Виды организаций", "Kinds of organizations"),
    };

    private HsdsTaxonomy(Type type)
    {
        Type = type;
        Id = HsdsId.Of("taxonomy/" + type.Name);
        Terms = [.. Enum.GetValues(type).Cast<Enum>().Select(value => new HsdsTerm(this, value))];
    }

    /// <summary>All of them.</summary>
    public static IReadOnlyList<HsdsTaxonomy> All { get; } = [.. Titles.Keys.Select(type => new HsdsTaxonomy(type))];

    public Type Type { get; }

    public Guid Id { get; }

    public IReadOnlyList<HsdsTerm> Terms { get; }

    /// <summary>The term of a value.</summary>
    public static HsdsTerm TermOf(Enum value) => All.First(taxonomy => taxonomy.Type == value.GetType()).Terms.First(term => term.Value.Equals(value));

    /// <summary>Whether a text is found in it.</summary>
    public bool Matches(string text) => HsdsTerm.Holds(text, Type.Name, Titles[Type].Ru, Titles[Type].En);

    public JsonObject ToJson(string origin) => new()
    {
        ["id"] = Id.ToString(),
        ["name"] = Type.Name,
        ["description"] = Titles[Type].Ru,
        ["description_en"] = Titles[Type].En,
        ["uri"] = $"{origin}/schema.graphql#{Type.Name}",
        ["version"] = "1",
    };
}

/// <summary>A value of a vocabulary as a term.</summary>
internal sealed class HsdsTerm(HsdsTaxonomy taxonomy, Enum value)
{
    public HsdsTaxonomy Taxonomy => taxonomy;

    public Enum Value => value;

    public Guid Id { get; } = HsdsId.Of($"taxonomy/{taxonomy.Type.Name}/{DumpJson.NameOf(value)}");

    public string Code { get; } = DumpJson.NameOf(value);

    /// <summary>Whether a text is found in it.</summary>
    public bool Matches(string text) => Holds(text, Code, Labels.Of(value).Ru, Labels.Of(value).En);

    /// <param name="origin">Where the site is; null leaves the taxonomy out.</param>
    public JsonObject ToJson(string? origin)
    {
        var json = new JsonObject
        {
            ["id"] = Id.ToString(),
            ["code"] = Code,
            ["name"] = Labels.Of(value).Ru,
            ["name_en"] = Labels.Of(value).En,
            ["description"] = Labels.Of(value).Ru,
            ["taxonomy"] = taxonomy.Type.Name,
            ["taxonomy_id"] = taxonomy.Id.ToString(),
            ["language"] = "ru",
        };
        if (origin is not null)
        {
            json["taxonomy_detail"] = taxonomy.ToJson(origin);
        }

        return json;
    }

    internal static bool Holds(string text, params string[] texts) =>
        Array.Exists(texts, other => Data.SearchText.Fold(other)!.Contains(Data.SearchText.Fold(text)!, StringComparison.Ordinal));
}
