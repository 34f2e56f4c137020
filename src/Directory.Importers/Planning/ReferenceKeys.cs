using CenterDirectory.Importers.Applying;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Planning;

/// <summary>The form in which a reference is stored, so that its target finds it again when it appears.</summary>
internal static class ReferenceKeys
{
    /// <summary>Record kind of territories, the only one that is referred to by codes and names.</summary>
    public const string Territory = "Territory";

    /// <summary>A territory's key is folded as the territory index folds it; the id of a record stays as it is.</summary>
    public static string Normalize(RecordReferenceKey reference) =>
        reference.TargetKind == Territory ? TerritoryNames.Key(reference.TargetKey) : reference.TargetKey;
}
