using CenterDirectory.Data.Entities;
using CenterDirectory.Importers.Applying.Tables;

namespace CenterDirectory.Importers.Applying.Derivations;

/// <summary>
/// Who confirms an entry: who answers for it, once they have said so, else the strongest live source that holds it. When a live source did so last
/// stands in its row, so that a run that finds nothing new writes nothing here.
/// </summary>
internal sealed class VerifyingSources(EntityTable table) : IDerivation
{
    private static readonly string Confirmation = EntityTable.FieldName(nameof(DirectoryEntry.ConfirmedAt));

    private readonly EntityColumn confirmedAt = table.Column(nameof(DirectoryEntry.ConfirmedAt));
    private readonly EntityColumn verifiedBy = table.Column(nameof(DirectoryEntry.VerifiedById));

    public void Derive(EntityDraft draft, EntityFacts entity) => draft[verifiedBy] = draft[confirmedAt] is not null
        ? entity.Records[draft.Merged.FirstOrDefault(field => field.Name == Confirmation)?.Statements[0].Record ?? 0].Source.Id
        : entity.Records.FirstOrDefault(record => record.Source.IsLive)?.Source.Id;
}
