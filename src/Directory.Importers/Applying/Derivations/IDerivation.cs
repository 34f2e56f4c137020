using CenterDirectory.Importers.Applying.Tables;

namespace CenterDirectory.Importers.Applying.Derivations;

/// <summary>Fills columns of a merged row that no source states. Derivations are made once for a table and run in a fixed order.</summary>
internal interface IDerivation
{
    /// <param name="draft">The merged row; its references are resolved.</param>
    /// <param name="entity">What else is known of the entity.</param>
    void Derive(EntityDraft draft, EntityFacts entity);
}

/// <summary>
/// Fills what follows from the merged row alone. It runs on another thread than what writes, for several rows ahead: it must not touch
/// the database, nor anything that changes while a table is merged.
/// </summary>
internal interface IPreparation
{
    void Prepare(EntityDraft draft);
}

/// <summary>What a derivation may know besides the merged row.</summary>
/// <param name="Kind">Its record kind.</param>
/// <param name="Before">The row as it was; null if it is new or returns.</param>
/// <param name="Records">Its live records, strongest first.</param>
internal sealed record EntityFacts(string Kind, object?[]? Before, IReadOnlyList<EntityRecord> Records);
