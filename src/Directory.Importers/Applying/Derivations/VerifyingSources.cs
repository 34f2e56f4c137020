using CenterDirectory.Data.Entities;
using CenterDirectory.Importers.Applying.Tables;

namespace CenterDirectory.Importers.Applying.Derivations;

/// <summary>
/// Who confirms an entry: the strongest live source that holds it. When it did so last stands in the row of the source, so that a run that finds
/// nothing new writes nothing here.
/// </summary>
internal sealed class VerifyingSources(EntityTable table) : IDerivation
{
    private readonly EntityColumn verifiedBy = table.Column(nameof(DirectoryEntry.VerifiedById));

    public void Derive(EntityDraft draft, EntityFacts entity) =>
        draft[verifiedBy] = entity.Records.FirstOrDefault(record => record.Source.IsLive)?.Source.Id;
}
