using System.Text.Json;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Provenance.Merging;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Applying.Tables;

namespace CenterDirectory.Importers.Applying.Derivations;

/// <summary>Which share of what is expected of a center and stated two sources agree on.</summary>
internal sealed class CenterVerification(EntityTable table, ReferenceResolver references) : IDerivation
{
    private static readonly string[][] Expected =
        [.. CenterProfile.All.Select(field => field.Properties.Select(EntityTable.FieldName).ToArray())];

    private readonly EntityColumn verification = table.Column($"{nameof(Center.Quality)}.{nameof(QualityScore.Verification)}");

    public void Derive(EntityDraft draft, EntityFacts entity)
    {
        var stated = Expected.Select(names => draft.Merged.Where(field => names.Contains(field.Name)).ToList()).Where(fields => fields.Count > 0).ToList();
        var confirmed = stated.Count(fields => fields.Exists(field => IsConfirmed(field, entity.Records)));
        draft[verification] = stated.Count == 0 ? 0d : Math.Round((double)confirmed / stated.Count, 3);
    }

    /// <summary>Whether another source says what the strongest one says; two records of one source are one voice.</summary>
    private bool IsConfirmed(MergedField field, IReadOnlyList<EntityRecord> records)
    {
        var first = field.Statements[0];
        return field.Statements.Skip(1).Any(other => records[other.Record].Source != records[first.Record].Source && Agree(field, first, other, records));
    }

    private bool Agree(MergedField field, FieldStatement one, FieldStatement other, IReadOnlyList<EntityRecord> records) =>
        field.Agree(one, other)
        || (one.Value.ValueKind == JsonValueKind.String && other.Value.ValueKind == JsonValueKind.String
            && table.Field(field.Name) is ReferenceBinding binding && Target(binding, one, records) is { } target && target == Target(binding, other, records));

    /// <summary>Sources call one thing by keys of their own.</summary>
    private long? Target(ReferenceBinding binding, FieldStatement statement, IReadOnlyList<EntityRecord> records) =>
        references.Resolve(binding.TargetKind, statement.Value.GetString()!, records[statement.Record].Source.Id);
}
