using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Resolving.Names;

namespace CenterDirectory.Importers.Resolving.Rules;

/// <summary>Reads what matters out of payloads. One for each thread.</summary>
/// <param name="declared">Fields that are declared keys of the kind.</param>
internal sealed class FactsReader(params string[] declared)
{
    private const int NamesRead = 6;

    /// <summary>False if names play no part.</summary>
    public bool ReadsNames { get; init; } = true;

    private readonly NameParser parser = new();
    private readonly List<string> others = [];
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
            var field = reader.GetString()!;
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null)
            {
                // Stated to be empty: nothing to compare by.
                continue;
            }

            Take(field, ref reader, facts);
            if (reader.TokenType == JsonTokenType.String && Array.IndexOf(declared, field) >= 0)
            {
                facts.Declared.Add(field + ' ' + reader.GetString()!.ToLower(CultureInfo.InvariantCulture));
            }
        }

        if (ReadsNames)
        {
            AddNames(facts, said.Name);
            AddPlace(facts, said.Territory, said.TerritoryText, said.Parts, said.Address);
        }

        return facts;
    }

    private void Take(string field, ref Utf8JsonReader reader, MatchFacts facts)
    {
        switch (field)
        {
            case "name" or "title":
                said.Name = reader.GetString();
                break;
            case "shortName":
                others.Add(reader.GetString()!);
                break;
            case "aliases" or "alternativeTitles":
                AddAll(ref reader);
                break;
            case "ogrn" when Inn.TryParse(reader.GetString(), out var typed) && !typed.IsPersonal && Numbers.IsGood(typed):
                facts.Inn ??= typed;
                break;
            case "ogrn" when Ogrn.TryParse(reader.GetString(), out var ogrn) && !ogrn.IsPlaceholder:
                facts.Ogrn = ogrn;
                break;
            case "inn" when Ogrn.TryParse(reader.GetString(), out var typed) && Numbers.IsGood(typed):
                facts.Ogrn ??= typed;
                break;
            case "inn" when Inn.TryParse(reader.GetString(), out var inn) && inn is { IsPersonal: false, IsPlaceholder: false }:
                facts.Inn = inn;
                break;
            case "territory":
                said.Territory = reader.GetString();
                break;
            case "territoryText":
                said.TerritoryText = reader.GetString();
                break;
            case "addressText":
                said.Address = reader.GetString();
                break;
            case "address":
                said.Parts = PlaceOf(ref reader);
                break;
            case "contacts":
                AddContacts(ref reader, facts);
                break;
            case "website":
                AddContact(reader.GetString()!, facts);
                break;
            case "date":
                facts.Date = reader.GetString();
                break;
            default:
                reader.TrySkip();
                break;
        }
    }

    private void AddAll(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            others.Add(reader.GetString()!);
        }
    }

    private static void AddContacts(ref Utf8JsonReader reader, MatchFacts facts)
    {
        var depth = reader.CurrentDepth;
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("value"u8) && reader.Read() && reader.TokenType == JsonTokenType.String)
            {
                AddContact(reader.GetString()!, facts);
            }
        }
    }

    /// <summary>Ten digits are a telephone; the rest is an address without what all have.</summary>
    private static void AddContact(string text, MatchFacts facts)
    {
        const int DigitsOfPhone = 10;
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (!text.Any(char.IsLetter))
        {
            _ = digits.Length >= DigitsOfPhone && facts.Contacts.Add(digits[^DigitsOfPhone..]);
            return;
        }

        var address = text.Trim().ToLowerInvariant();
        address = address[(address.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0)..].TrimEnd('/');
        address = address.StartsWith("www.", StringComparison.Ordinal) ? address[4..] : address;
        var path = address.IndexOf('/', StringComparison.Ordinal);
        address = path > 0 && !SharedHosts.Contains(address[..path]) ? address[..path] : address;
        if (address.Length > 0 && !SharedHosts.Contains(address))
        {
            facts.Contacts.Add(address);
        }
    }

    private static readonly FrozenSet<string> SharedHosts = new[] { "vk.com", "ok.ru", "t.me", "facebook.com", "instagram.com", "youtube.com", "dobro.ru", "max.ru" }
        .ToFrozenSet(StringComparer.Ordinal);

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

        foreach (var other in others.Take(NamesRead))
        {
            facts.Names.Add(parser.Parse(NameRemarks.Without(other)));
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
        var parts = new List<string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = reader.GetString();
            reader.Read();
            if (reader.TokenType == JsonTokenType.String && field is "region" or "district" or "locality")
            {
                var text = reader.GetString()!;
                parts.Add(field == "locality" && IsNameOfTown(text) ? "г. " + text : text);
            }
            else
            {
                reader.TrySkip();
            }
        }

        return string.Join(", ", parts);
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

    /// <summary>What is kept of a record until all of it is read.</summary>
    private record struct Said(string? Name, string? Territory, string? TerritoryText, string? Address, string? Parts);
}
