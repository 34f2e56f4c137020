using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Importers.Applying.Tables;

namespace CenterDirectory.Importers.Applying.Derivations;

/// <summary>The name to show: the name or title, else the short name, else what it is and where: «Ресурсный центр (Свердловская область)».</summary>
internal sealed class DisplayNames(EntityTable table, ReferenceResolver references) : IDerivation
{
    private const string Nameless = "Ресурсный центр";
    private const string NamelessGrant = "Грант";

    private readonly EntityColumn display = table.Column(nameof(DirectoryEntry.DisplayName));
    private readonly EntityColumn displayFolded = table.Column(nameof(DirectoryEntry.DisplayNameFolded));
    private readonly EntityColumn? nameFolded = table.Find(nameof(Center.NameFolded)) ?? table.Find(nameof(Event.TitleFolded));
    private readonly EntityColumn? name = table.Find(nameof(Center.Name)) ?? table.Find(nameof(Event.Title));
    private readonly EntityColumn? shortName = table.Find(nameof(Center.ShortName));
    private readonly EntityColumn? territory = table.Find(nameof(Center.TerritoryId));
    private readonly EntityColumn? territoryText = table.Find(nameof(Center.TerritoryText));
    private readonly EntityColumn? number = table.Kind == nameof(Grant) ? table.Column(nameof(Grant.Number)) : null;
    private readonly EntityColumn? competition = table.Find(nameof(Grant.Competition));

    public void Derive(EntityDraft draft, EntityFacts entity)
    {
        var named = Text(draft, name);
        var shown = named ?? Text(draft, shortName) ?? Description(draft);
        draft[display] = shown;
        draft[displayFolded] = named is not null && nameFolded is not null ? draft[nameFolded] : SearchText.Fold(shown);
    }

    private string Description(EntityDraft draft)
    {
        if (table.Kind == nameof(Grant))
        {
            return Text(draft, number) is { } known ? $"{NamelessGrant} № {known}"
                : Text(draft, competition) is { } contest ? $"{NamelessGrant} ({contest})"
                : NamelessGrant;
        }

        // The source's words tell a town where the known territory is only its region.
        var place = Text(draft, territoryText) ?? references.Territories.NameOf(territory is null ? null : (long?)draft[territory]);
        return place is null ? Nameless : $"{Nameless} ({place})";
    }

    private static string? Text(EntityDraft draft, EntityColumn? column) =>
        column is not null && draft[column] is string { Length: > 0 } text ? text : null;
}
