using System.Globalization;
using System.Text;
using System.Text.Json;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Resolving.Names;

namespace CenterDirectory.Importers.Resolving.Rules;

/// <summary>Reads what matters out of payloads. One for each thread.</summary>
/// <param name="declared">Fields that are declared keys of the kind.</param>
internal sealed partial class FactsReader(params string[] declared)
{
    private const int NamesRead = 6;

    /// <summary>False if names play no part.</summary>
    public bool ReadsNames { get; init; } = true;

    private readonly NameParser parser = new();
    private readonly List<string> others = [];
    private readonly (byte[] Utf8, string Field)[] declared = [.. declared.Select(field => (Encoding.UTF8.GetBytes(field), field))];
    private Said said;

    public MatchFacts Read(ReadOnlySpan<byte> payload)
    {
        var facts = new MatchFacts();
        others.Clear();
        said = default;
        var reader = new Utf8JsonReader(payload);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (field, key) = (FieldOf(ref reader), DeclaredOf(ref reader));
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null)
            {
                // Stated to be empty: nothing to compare by.
                continue;
            }

            Take(field, ref reader, facts);
            if (reader.TokenType == JsonTokenType.String && key is not null)
            {
                facts.Declared.Add(key + ' ' + reader.GetString()!.ToLower(CultureInfo.InvariantCulture));
            }
        }

        if (ReadsNames)
        {
            AddNames(facts, said.Name);
            AddPlace(facts, said.Territory, said.TerritoryText, said.Parts, said.Address);
        }

        return facts;
    }

    /// <summary>Compared as they stand there: a string for each would be most of what reading takes.</summary>
    private static Field FieldOf(ref Utf8JsonReader reader)
    {
        foreach (var (utf8, field) in Fields)
        {
            if (reader.ValueTextEquals(utf8))
            {
                return field;
            }
        }

        return Field.None;
    }

    private string? DeclaredOf(ref Utf8JsonReader reader)
    {
        foreach (var (utf8, field) in declared)
        {
            if (reader.ValueTextEquals(utf8))
            {
                return field;
            }
        }

        return null;
    }

    private static readonly (byte[] Utf8, Field Field)[] Fields =
    [
        ("name"u8.ToArray(), Field.Name), ("title"u8.ToArray(), Field.Name), ("shortName"u8.ToArray(), Field.ShortName), ("aliases"u8.ToArray(), Field.Aliases),
        ("alternativeTitles"u8.ToArray(), Field.Aliases), ("ogrn"u8.ToArray(), Field.Ogrn), ("inn"u8.ToArray(), Field.Inn), ("territory"u8.ToArray(), Field.Territory),
        ("territoryText"u8.ToArray(), Field.TerritoryText), ("addressText"u8.ToArray(), Field.AddressText), ("address"u8.ToArray(), Field.Address),
        ("contacts"u8.ToArray(), Field.Contacts), ("website"u8.ToArray(), Field.Website), ("date"u8.ToArray(), Field.Date),
    ];

    private void Take(Field field, ref Utf8JsonReader reader, MatchFacts facts)
    {
        switch (field)
        {
            case Field.Name:
                said.Name = reader.GetString();
                break;
            case Field.ShortName:
                others.Add(reader.GetString()!);
                break;
            case Field.Aliases:
                AddAll(ref reader);
                break;
            case Field.Ogrn:
                TakeOgrn(ref reader, facts);
                break;
            case Field.Inn:
                TakeInn(ref reader, facts);
                break;
            case Field.Territory:
                said.Territory = reader.GetString();
                break;
            case Field.TerritoryText:
                said.TerritoryText = reader.GetString();
                break;
            case Field.AddressText:
                said.Address = reader.GetString();
                break;
            case Field.Address:
                said.Parts = PlaceOf(ref reader);
                break;
            case Field.Contacts:
                AddContacts(ref reader, facts);
                break;
            case Field.Website:
                AddContact(reader.GetString()!, facts);
                break;
            case Field.Date:
                facts.Date = reader.GetString();
                break;
            default:
                reader.TrySkip();
                break;
        }
    }

    /// <summary>What stands in the column of the other number counts as what its check digit says.</summary>
    private static void TakeOgrn(ref Utf8JsonReader reader, MatchFacts facts)
    {
        var text = reader.GetString();
        if (Inn.TryParse(text, out var typed) && !typed.IsPersonal && Numbers.IsGood(typed))
        {
            facts.Inn ??= typed;
        }
        else if (Ogrn.TryParse(text, out var ogrn) && !ogrn.IsPlaceholder)
        {
            facts.Ogrn = ogrn;
        }
    }

    private static void TakeInn(ref Utf8JsonReader reader, MatchFacts facts)
    {
        var text = reader.GetString();
        if (Ogrn.TryParse(text, out var typed) && Numbers.IsGood(typed))
        {
            facts.Ogrn ??= typed;
        }
        else if (Inn.TryParse(text, out var inn) && inn is { IsPersonal: false, IsPlaceholder: false })
        {
            facts.Inn = inn;
        }
    }

    private void AddAll(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            others.Add(reader.GetString()!);
        }
    }

    private void AddNames(MatchFacts facts, string? full)
    {
        facts.HasFullName = full is not null;
        if (full is not null)
        {
            var former = FormerNames.Of(full);
            facts.Names.Add(parser.Parse(NameRemarks.Without(FormerNames.WithoutRemark(former?.Name ?? full))));
            if (former is { } known)
            {
                facts.Names.Add(parser.Parse(known.Former));
                facts.Names[^1].IsFormer = true;
            }
        }

        for (var i = 0; i < others.Count && i < NamesRead; i++)
        {
            facts.Names.Add(parser.Parse(NameRemarks.Without(others[i])));
        }
    }

    private void AddPlace(MatchFacts facts, string? territory, string? text, string? parts, string? address)
    {
        if (territory is not null)
        {
            facts.Place.AddKey(territory, parser);
        }

        if (text is not null)
        {
            facts.Place.AddText(text, parser, mayBeBare: facts.Place.Settlement is null);
        }

        if (parts is not null)
        {
            facts.Place.AddText(parts, parser, mayBeBare: false);
        }

        if (address is not null)
        {
            facts.Place.AddText(address, parser, mayBeBare: false);
            facts.Address = address;
        }

        facts.Place.NumberRegions = facts.HasGoodOgrn ? OfDigits(facts.Ogrn!.Value.AsSpan(3, 2))
            : facts.HasGoodInn ? OfDigits(facts.Inn!.Value.AsSpan(0, 2))
            : facts.Ogrn is { } wrong ? OfDigits(wrong.Value.AsSpan(3, 2))
            : RegionSet.None;
    }

    private static RegionSet OfDigits(ReadOnlySpan<char> digits) => RegionWords.OfNumber(int.Parse(digits, CultureInfo.InvariantCulture));

    /// <summary>The parts of an address that name a place, as one text.</summary>
    private static string PlaceOf(ref Utf8JsonReader reader)
    {
        string? parts = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isLocality = reader.ValueTextEquals("locality"u8);
            var isPlace = isLocality || reader.ValueTextEquals("region"u8) || reader.ValueTextEquals("district"u8);
            reader.Read();
            if (reader.TokenType == JsonTokenType.String && isPlace)
            {
                var text = reader.GetString()!;
                text = isLocality && IsNameOfTown(text) ? "г. " + text : text;
                parts = parts is null ? text : parts + ", " + text;
            }
            else
            {
                reader.TrySkip();
            }
        }

        return parts ?? "";
    }

    /// <summary>«Тара», «Великий Устюг», but not «Тарский район» or «п. Тара»: of a stated town every word begins with a capital.</summary>
    private static bool IsNameOfTown(string text)
    {
        var isBehindSpace = false;
        foreach (var letter in text)
        {
            if (char.IsDigit(letter) || letter is '.' or ',' or '(' || (isBehindSpace && !char.IsUpper(letter)))
            {
                return false;
            }

            isBehindSpace = letter == ' ';
        }

        return text.Length > 0;
    }

    /// <summary>The fields that are read.</summary>
    private enum Field
    {
        None, Name, ShortName, Aliases, Ogrn, Inn, Territory, TerritoryText, AddressText, Address, Contacts, Website, Date,
    }

    /// <summary>What is kept of a record until all of it is read.</summary>
    private record struct Said(string? Name, string? Territory, string? TerritoryText, string? Address, string? Parts);
}
