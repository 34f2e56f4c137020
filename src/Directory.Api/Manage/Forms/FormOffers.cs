using CenterDirectory.Api.Schema.Provenance;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Importers.Editing;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Manage.Forms;

/// <summary>What somebody else says of a field.</summary>
/// <param name="Text">What it would be in the form.</param>
/// <param name="Source">Who says so.</param>
/// <param name="IsWithdrawal">Whether it would show by itself without our word.</param>
internal sealed record FormOffer(string Text, string Source, bool IsWithdrawal);

/// <summary>What is known of a field beside its value.</summary>
/// <param name="SaidBy">Who says what the card says; null if nobody, or if the center does.</param>
/// <param name="IsOurs">Whether the center itself says it.</param>
/// <param name="Offers">What others say instead.</param>
internal sealed record FieldBackground(string? SaidBy, bool IsOurs, IReadOnlyList<FormOffer> Offers)
{
    /// <summary>Of a field that nobody says anything of.</summary>
    public static readonly FieldBackground None = new(null, false, []);

    /// <summary>Whether anybody but the center says something.</summary>
    public bool IsSaidByOthers => SaidBy is not null || Offers.Count > 0;
}

/// <summary>What the registries say of the fields of a form.</summary>
internal static class FormOffers
{
    private const int Most = 5;

    /// <summary>By field; an entry that is not there yet has none.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="form">The form.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<IReadOnlyDictionary<string, FieldBackground>> ReadAsync(
        DirectoryDb db, EntryForm form, DirectoryEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Id == 0)
        {
            return new Dictionary<string, FieldBackground>();
        }

        var stated = (await ProvenanceReader.ReadAsync(db, [entry], fields: null, cancellationToken))[entry];
        var sources = await db.Sources.AsNoTracking().Select(source => new { source.Id, source.Key, source.Title }).ToListAsync(cancellationToken);
        var self = sources.Find(source => source.Key == SelfService.Key)?.Id;
        var titles = sources.ToDictionary(source => source.Id, source => source.Title);
        var names = await StatedReferences.NamesAsync(db, stated.SelectMany(Statements), Data.Values.Locale.Ru, cancellationToken);
        var known = new Dictionary<string, FieldBackground>();
        foreach (var field in form.Fields)
        {
            if (stated.FirstOrDefault(one => one.Field == field.Entry && (one.Locale is null || one.Locale == (field.Locale ?? one.Locale))) is not { } said)
            {
                continue;
            }

            var isOurs = said.Statement.SourceId == self;
            var others = Statements(said).Where(statement => statement.SourceId != self && statement.Value is not null)
                .Select(statement => (Text: field.Control.OfStated(statement.Value!, names.GetValueOrDefault(statement)), Source: titles[statement.SourceId]))
                .Where(other => other.Text is not null).ToList();
            var offers = others.Select((other, place) => new FormOffer(other.Text!, other.Source, isOurs && place == 0))
                .Skip(isOurs ? 0 : 1).DistinctBy(offer => offer.Text).Take(Most).ToList();
            known[field.Name] = new FieldBackground(isOurs ? null : titles[said.Statement.SourceId], isOurs, offers);
        }

        return known;
    }

    private static IEnumerable<StatedField> Statements(FieldProvenance field) => field.Alternatives.Select(other => other.Statement).Prepend(field.Statement);
}
