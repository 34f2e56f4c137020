using System.Globalization;
using System.Text.Json;
using CenterDirectory.Data.Bulk;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CenterDirectory.Data.Search;

/// <summary>Reads what results are called and what stands in them, for all types with one statement.</summary>
internal sealed class SearchTexts
{
    private const int MaximumFragments = 3;

    private readonly Dictionary<SearchType, SearchField[]> fields;
    private readonly string namesSql;
    private readonly string textsSql;

    public SearchTexts(IModel model, SqlDialect dialect)
    {
        fields = SearchedType.All.ToDictionary(type => type.Type, type => FieldsOf(type, model.FindEntityType(type.Entity)!));
        namesSql = Statement(model, dialect, _ => "\"DisplayName\"");
        textsSql = Statement(
            model, dialect, type => dialect.JsonArray(fields[type].Select(field => field.Form == SearchFieldForm.List ? dialect.Json($"\"{field.Column}\"") : $"\"{field.Column}\"")));
    }

    public async Task<IReadOnlyList<string?>> NamesAsync(ISearchReader reader, IReadOnlyList<SearchHit> hits, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(reader, namesSql, hits, cancellationToken);
        return [.. hits.Select(hit => found.GetValueOrDefault(hit.Position & SearchPosition.KeyMask))];
    }

    public async Task<IReadOnlyList<IReadOnlyList<SearchFragment>>> FragmentsAsync(
        ISearchReader reader, SearchMarker marker, IReadOnlyList<SearchHit> hits, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(reader, textsSql, hits, cancellationToken);
        return
        [
            .. hits.Select(hit => found.TryGetValue(hit.Position & SearchPosition.KeyMask, out var texts)
                ? [.. Mark(marker, fields[hit.Type], JsonSerializer.Deserialize<string?[]>(texts)!).Take(MaximumFragments)]
                : (IReadOnlyList<SearchFragment>)[]),
        ];
    }

    /// <summary>Names and numbers, then texts, then the place in the source's words.</summary>
    private static SearchField[] FieldsOf(SearchedType type, IEntityType entity) =>
        [
            .. type.Names.Concat(type.Numbers).Concat(type.Texts).Concat(type.PlaceTexts)
                .Select(property => SearchField.Of(entity, property) with { Name = ShownName(type, property) }),
        ];

    /// <summary>A translation is shown by the field that it translates.</summary>
    private static string ShownName(SearchedType type, string property) => SearchField.NameOf(
        property == nameof(DirectoryEntry.NameEn) ? type.Names[0] : property.EndsWith("En", StringComparison.Ordinal) ? property[..^2] : property);

    private static string Statement(IModel model, SqlDialect dialect, Func<SearchType, string> value) => string.Join("\nUNION ALL\n", SearchedType.All.Select(type =>
    {
        var number = ((int)type.Type).ToString(CultureInfo.InvariantCulture);
        return $"""
            SELECT {number}, "Id", {value(type.Type)} FROM "{model.FindEntityType(type.Entity)!.GetTableName()}" WHERE "Id" IN {dialect.Numbers($"@ids{number}")}
            """;
    }));

    private static async Task<Dictionary<long, string>> ReadAsync(
        ISearchReader reader, string sql, IReadOnlyList<SearchHit> hits, CancellationToken cancellationToken)
    {
        if (hits.Count == 0)
        {
            return [];
        }

        var ids = hits.ToLookup(hit => hit.Type, hit => hit.Id);
        var parameters = SearchedType.All.Select(type => KeyValuePair.Create(
            "@ids" + ((int)type.Type).ToString(CultureInfo.InvariantCulture), (object?)JsonSerializer.Serialize(ids[type.Type])));
        var rows = await reader.ReadAsync(
            sql, [.. parameters], row => (Key: SearchPosition.KeyOf((SearchType)row.GetInt32(0), row.GetInt64(1)), Text: row.GetString(2)), cancellationToken);
        return rows.ToDictionary(row => row.Key, row => row.Text);
    }

    private static IEnumerable<SearchFragment> Mark(SearchMarker marker, SearchField[] fields, string?[] values)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < values.Length; i++)
        {
            // A display name is mostly the name again: one of them is enough.
            if (values[i] is { Length: > 0 } value && seen.Add(value) && Mark(marker, fields[i], value) is { } fragment)
            {
                yield return fragment;
            }
        }
    }

    private static SearchFragment? Mark(SearchMarker marker, SearchField field, string value) => field.Form switch
    {
        SearchFieldForm.Number => marker.MarkNumber(field.Name, value),
        SearchFieldForm.List => JsonSerializer.Deserialize<string[]>(value)!
            .Select(item => marker.Mark(field.Name, item)).FirstOrDefault(fragment => fragment is not null),
        SearchFieldForm.Values => JsonSerializer.Deserialize<JsonElement[]>(value)!
            .Select(item => item.GetProperty("value").GetString()!)
            .Select(item => SearchNumbers.IsNumber(item) ? marker.MarkNumber(field.Name, item) : marker.Mark(field.Name, item))
            .FirstOrDefault(fragment => fragment is not null),
        _ => marker.Mark(field.Name, value),
    };
}
