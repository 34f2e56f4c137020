using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Provenance.Merging;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Data;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Provenance;

/// <summary>Who says what of entries.</summary>
[InterfaceType<DirectoryEntry>]
internal static class SourcedEntryType
{
    private const int MostSources = 50;

    /// <summary>Sources that speak of it, strongest first, at most 50.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="db">The directory.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [BatchResolver(Requires = [nameof(DirectoryEntry.Id)]), UseNodes(Statements = 1), GraphQLNonNullType]
    public static async Task<IReadOnlyDictionary<DirectoryEntry, IReadOnlyList<NodeReference<Source>>>> GetSourcesAsync(
        IReadOnlyList<DirectoryEntry> entries, DirectoryDb db, CancellationToken cancellationToken)
    {
        var answer = new Dictionary<DirectoryEntry, IReadOnlyList<NodeReference<Source>>>(ReferenceEqualityComparer.Instance);
        foreach (var ofType in entries.GroupBy(entry => entry.GetType().Name))
        {
            var records = await EntryRecords.LoadAsync(db, ofType.Key, [.. ofType.Select(entry => entry.Id).Distinct()], withPayloads: false, cancellationToken);
            foreach (var entry in ofType)
            {
                answer[entry] = [.. records[entry.Id].Select(record => record.SourceId).Distinct().Take(MostSources).Select(id => new NodeReference<Source>(nameof(Source), id))];
            }
        }

        return answer;
    }

    /// <summary>Who said each field, at most 100 fields.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="db">The directory.</param>
    /// <param name="fields">Only these field names.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [BatchResolver(Requires = [nameof(DirectoryEntry.Id)]), Cost(Statements = 1, Rows = 5), GraphQLNonNullType]
    public static async Task<IReadOnlyDictionary<DirectoryEntry, IReadOnlyList<FieldProvenance>>> GetProvenanceAsync(
        IReadOnlyList<DirectoryEntry> entries, DirectoryDb db, IReadOnlyList<string>? fields, CancellationToken cancellationToken) =>
        await ProvenanceReader.ReadAsync(db, entries, fields, cancellationToken);
}

/// <summary>Who said a field.</summary>
[ObjectType<FieldProvenance>]
internal static class FieldProvenanceType
{
    /// <summary>Source that won.</summary>
    /// <param name="field">The field.</param>
    [UseNodes, GraphQLNonNullType]
    public static NodeReference<Source> GetSource([Parent] FieldProvenance field) => new(nameof(Source), field.Statement.SourceId);

    /// <summary>When that source was read; depends on operations.</summary>
    /// <param name="field">The field.</param>
    [Volatile]
    public static DateTime GetFetchedAt([Parent] FieldProvenance field) => field.Statement.FetchedAt;

    /// <summary>The value for people: of a reference the name of the entry that it means, of enums their labels; else the value.</summary>
    /// <param name="fields">What is said.</param>
    /// <param name="db">The directory.</param>
    /// <param name="locale">Language wanted; falls back to Russian.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [BatchResolver, Cost(Statements = 3)]
    public static async Task<IReadOnlyDictionary<FieldProvenance, string?>> GetDisplayAsync(
        IReadOnlyList<FieldProvenance> fields, DirectoryDb db, Locale? locale, CancellationToken cancellationToken)
    {
        var names = await StatedReferences.NamesAsync(db, fields.Select(field => field.Statement), locale ?? Locale.Ru, cancellationToken);
        return fields.ToDictionary(field => field, field => names.GetValueOrDefault(field.Statement) ?? field.Statement.Label(locale ?? Locale.Ru));
    }
}

/// <summary>Who else said it.</summary>
[ObjectType<FieldAlternative>]
internal static class FieldAlternativeType
{
    /// <summary>The source.</summary>
    /// <param name="alternative">What it says.</param>
    [UseNodes, GraphQLNonNullType]
    public static NodeReference<Source> GetSource([Parent] FieldAlternative alternative) => new(nameof(Source), alternative.Statement.SourceId);

    /// <summary>When it was read; depends on operations.</summary>
    /// <param name="alternative">What it says.</param>
    [Volatile]
    public static DateTime GetFetchedAt([Parent] FieldAlternative alternative) => alternative.Statement.FetchedAt;

    /// <summary>The value for people: of a reference the name of the entry that it means, of enums their labels; else the value.</summary>
    /// <param name="alternatives">What is said.</param>
    /// <param name="db">The directory.</param>
    /// <param name="locale">Language wanted; falls back to Russian.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [BatchResolver, Cost(Statements = 3)]
    public static async Task<IReadOnlyDictionary<FieldAlternative, string?>> GetDisplayAsync(
        IReadOnlyList<FieldAlternative> alternatives, DirectoryDb db, Locale? locale, CancellationToken cancellationToken)
    {
        var names = await StatedReferences.NamesAsync(db, alternatives.Select(alternative => alternative.Statement), locale ?? Locale.Ru, cancellationToken);
        return alternatives.ToDictionary(alternative => alternative, alternative => names.GetValueOrDefault(alternative.Statement) ?? alternative.Statement.Label(locale ?? Locale.Ru));
    }
}
