using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Importers.Applying.Tables;

namespace CenterDirectory.Importers.Applying.Derivations;

/// <summary>Fills <c>NameFolded</c> beside <c>Name</c>, and so for every stated text that has a folded column.</summary>
internal sealed class FoldedTexts(EntityTable table) : IPreparation
{
    private readonly List<(EntityColumn Text, EntityColumn Folded)> pairs =
    [
        .. table.Columns.Where(column => column.Path.EndsWith(DerivedColumns.Folded, StringComparison.Ordinal))
            .Where(column => column.Path != nameof(DirectoryEntry.DisplayNameFolded))
            .Select(column => (table.Column(column.Path[..^DerivedColumns.Folded.Length]), column)),
    ];

    public void Prepare(EntityDraft draft)
    {
        foreach (var (text, folded) in pairs)
        {
            draft[folded] = SearchText.Fold((string?)draft[text]);
        }
    }
}
