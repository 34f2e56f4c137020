using CenterDirectory.Data;
using CenterDirectory.Importers.Applying.Tables;

namespace CenterDirectory.Importers.Applying.Derivations;

/// <summary>Fills <c>NameFolded</c> beside <c>Name</c>, and so for every text that has a folded column.</summary>
internal sealed class FoldedTexts(EntityTable table) : IDerivation
{
    private readonly List<(EntityColumn Text, EntityColumn Folded)> pairs =
    [
        .. table.Columns.Where(column => column.Path.EndsWith(DerivedColumns.Folded, StringComparison.Ordinal))
            .Select(column => (table.Column(column.Path[..^DerivedColumns.Folded.Length]), column)),
    ];

    public void Derive(EntityDraft draft, EntityFacts entity)
    {
        foreach (var (text, folded) in pairs)
        {
            draft[folded] = SearchText.Fold((string?)draft[text]);
        }
    }
}
