using CenterDirectory.Data.Bulk;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Applying.Derivations;
using CenterDirectory.Importers.Applying.Tables;
using CenterDirectory.Importers.Planning;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Applying;

/// <summary>Looks up the references of a merged row. One that finds nothing is a warning; the place of an unknown territory stays as text.</summary>
internal sealed class ReferenceFiller(ApplyContext context)
{
    private readonly RowQuery stagedRow = context.Session.PrepareQuery(
        """SELECT "Table", "Row" FROM staged WHERE "Kind" = @kind AND "ExternalId" = @id AND "Action" <> 0""", "@kind", "@id");

    /// <returns>False if the row cannot exist: it lacks a target that it needs.</returns>
    public bool Fill(EntityDraft draft, EntityFacts entity)
    {
        foreach (var reference in draft.References)
        {
            var target = context.References.Resolve(reference.Binding.TargetKind, reference.Key, reference.SourceId);
            draft[reference.Binding.Column] = target;
            if (target is null)
            {
                KeepText(draft, reference);
                Warn(draft, reference, entity);
            }
        }

        return !draft.Table.NeededReferences.Exists(needed => draft[needed.Column] is null);
    }

    /// <summary>Beside <c>Territory</c> stands <c>TerritoryText</c>, beside <c>Origin</c> <c>OriginText</c>.</summary>
    private static void KeepText(EntityDraft draft, DraftReference reference)
    {
        var column = reference.Binding.Column.Path;
        if (reference.Binding.TargetKind == ReferenceKeys.Territory && draft.Table.Find(column[..^"Id".Length] + "Text") is { } text)
        {
            draft[text] ??= reference.Key;
        }
    }

    /// <summary>Only rows of this run are spoken of: a dependant of another source is no fault of this file.</summary>
    private void Warn(EntityDraft draft, DraftReference reference, EntityFacts entity)
    {
        var record = entity.Records.FirstOrDefault(record => record.Source.Id == context.Run.SourceId);
        if (record is null || reference.SourceId != context.Run.SourceId)
        {
            return;
        }

        using var reader = stagedRow.Read(entity.Kind, record.ExternalId);
        if (reader.Read())
        {
            context.Run.Issues.Add(new RecordIssue(
                IssueSeverity.Warning, "reference-unresolved", reader.GetString(0), reader.GetInt32(1), reference.Binding.Name,
                Message(reference, draft.Table)));
        }
    }

    private static LocalizedText Message(DraftReference reference, EntityTable table)
    {
        var (field, isNeeded) = (reference.Binding.Name, !reference.Binding.Column.IsNullable);
        if (reference.Binding.TargetKind == ReferenceKeys.Territory)
        {
            return new LocalizedText(
                $"Поле {field}: территория не найдена или названа неоднозначно. Укажите код ФНС, ISO, ОКТМО или точное название.",
                $"Field {field}: no such territory, or several. State its ФНС, ISO or ОКТМО code, or its exact name.");
        }

        return isNeeded
            ? new LocalizedText(
                $"Поле {field}: {reference.Binding.TargetKind} с таким ключом нет; запись {table.Kind} подождёт его появления.",
                $"Field {field}: there is no {reference.Binding.TargetKind} of that key; the {table.Kind} waits until it appears.")
            : new LocalizedText(
                $"Поле {field}: {reference.Binding.TargetKind} с таким ключом нет; связь появится вместе с ним.",
                $"Field {field}: there is no {reference.Binding.TargetKind} of that key; the link will appear together with it.");
    }
}
