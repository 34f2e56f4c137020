using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CenterDirectory.Api.Pages;
using CenterDirectory.Api.Schema;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Embedding;

/// <summary>What the widgets say in each language: their own words, and labels of the vocabularies they show.</summary>
internal static class WidgetTexts
{
    private static readonly string[] Chosen = [nameof(SupportKind), nameof(Audience), nameof(CenterLevel), nameof(CenterStatus), nameof(EventKind)];

    private static readonly string[] Shown = [.. Chosen, nameof(EventStatus), nameof(Fee), nameof(Freshness), nameof(Weekday)];

    // It travels as a file of its own, never inside HTML.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The vocabularies to choose from with their values, without labels.</summary>
    public static IReadOnlyDictionary<string, IEnumerable<string>> Vocabularies { get; } =
        Chosen.ToDictionary(name => name, name => TermsOf(name).Select(term => term.Value));

    /// <summary>By code of the language.</summary>
    public static IReadOnlyDictionary<string, EmbedAsset> ByLanguage { get; } = PageLanguage.All.ToDictionary(language => language.Code, Build);

    private static EmbedAsset Build(PageLanguage language)
    {
        var labels = Shown.ToDictionary(name => name, name => TermsOf(name).ToDictionary(term => term.Value, term => language.Pick(term.Label, term.LabelEn)));
        var text = JsonSerializer.Serialize(new { words = JsonNode.Parse(EmbeddedText.Read($"Words/{language.Code}.json")), labels }, Readable);
        return new EmbedAsset(text, "application/json; charset=utf-8");
    }

    private static IReadOnlyList<VocabularyTerm> TermsOf(string name) => Schema.Vocabularies.Find(name)!.Terms;
}
