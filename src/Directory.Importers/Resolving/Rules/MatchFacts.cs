using System.Collections.Frozen;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Resolving.Names;

namespace CenterDirectory.Importers.Resolving.Rules;

/// <summary>What a record states that tells which entity it speaks of.</summary>
internal sealed class MatchFacts
{
    private Lazy<StreetAddress?>? street;

    /// <summary>A number made of all that is stated: in its order two records are compared, so that it does not matter which one came first.</summary>
    public long Order { get; set; }

    public Ogrn? Ogrn
    {
        get;
        set => (field, HasGoodOgrn) = (value, value is not null && Numbers.IsGood(value));
    }

    public Inn? Inn
    {
        get;
        set => (field, HasGoodInn) = (value, value is not null && Numbers.IsGood(value));
    }

    /// <summary>Keys that identify wherever they are stated: a slug, codes of a territory.</summary>
    public List<string> Declared { get; } = [];

    /// <summary>Name or title first, then the other names.</summary>
    public List<ParsedName> Names { get; } = [];

    /// <summary>How many of the names are full ones: short names of two that differ in full are no evidence.</summary>
    public bool HasFullName { get; set; }

    public Place Place { get; } = new();

    /// <summary>Telephones, addresses of mail and of sites, in one spelling.</summary>
    public IReadOnlySet<string> Contacts => contacts ?? (IReadOnlySet<string>)FrozenSet<string>.Empty;

    /// <summary>Half of all records have none.</summary>
    private HashSet<string>? contacts;

    public void AddContact(string contact) => (contacts ??= new HashSet<string>(StringComparer.Ordinal)).Add(contact);

    /// <summary>The address as stated.</summary>
    public string? Address { get; set; }

    /// <summary>Street and house; null if no house is told. Read when somebody asks: keys are not made of it, and most records are never compared.</summary>
    public StreetAddress? Street => (street ??= new Lazy<StreetAddress?>(() => Address is null ? null : StreetAddress.Of(Address))).Value;

    /// <summary>The town, by a name of it or by where it is.</summary>
    public string? Town => Names.Find(name => name.Settlement is not null)?.Settlement ?? Place.Settlement;

    /// <summary>The date as stated.</summary>
    public string? Date { get; set; }

    public bool HasGoodOgrn { get; private set; }

    public bool HasGoodInn { get; private set; }

    /// <summary>Where it is, or where its name says that it works.</summary>
    public RegionSet Regions
    {
        get
        {
            if (Place.Regions.Any)
            {
                return Place.Regions;
            }

            foreach (var name in Names)
            {
                if (name.Regions.Any)
                {
                    return name.Regions;
                }
            }

            return Place.TownRegions.Any ? Place.TownRegions
                : Place.NumberRegions.Any ? Place.NumberRegions
                : Names.Find(name => name.TownRegions.Any)?.TownRegions ?? RegionSet.None;
        }
    }
}
