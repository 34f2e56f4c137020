using System.Collections.Frozen;

namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>Legal forms by their letters: those that are known one by one, and those that are put together by a rule.</summary>
internal static class FormLetters
{
    /// <summary>Whose institution it is, by its first letters: федеральное государственное, муниципальное, областное …</summary>
    private static readonly string[] Owners = ["м", "г", "фг", "ф", "кг", "ог", "обг", "рг", "о", "об", "к", "н", "ч", "спбг"];

    private static readonly string[] Kinds = ["б", "а", "к"];

    /// <summary>What it teaches, heals or gives.</summary>
    private static readonly string[] Fields = ["", "о", "до", "д", "п", "по", "оо", "н"];

    private static readonly string[] Tails = ["", "к", "с", "з", "о", "со", "до", "дод", "зо", "сон", "кс", "сш", "ф", "н", "во", "дпо"];

    private static readonly FrozenDictionary<string, (OrganizationForm Form, Reach Reach, string Meaning)> Known = Abbreviations();

    private static readonly FrozenSet<string> Institutions = Combined();

    /// <summary>What the letters stand for; nothing if they are no form.</summary>
    public static (OrganizationForm Form, Reach Reach, string Meaning) Of(string text)
    {
        if (Known.TryGetValue(text, out var known))
        {
            return known;
        }

        if (Institutions.Contains(text))
        {
            return (OrganizationForm.Institution, Reach.Unknown, "");
        }

        // The first letters of a region are often put in front: ИРОО, ТРООИ, КРМОО.
        var body = text.EndsWith('и') ? text[..^1] : text;
        return body.Length is > 2 and < 9 && body.EndsWith("оо", StringComparison.Ordinal) && body != "зоо"
            ? (OrganizationForm.PublicOrganization, ReachOf(body), body.Length < text.Length ? "инвалидов" : "")
            : text.Length is > 2 and < 7 && text.EndsWith("бф", StringComparison.Ordinal) ? (OrganizationForm.Fund | OrganizationForm.Charity, Reach.Unknown, "")
            : (OrganizationForm.None, Reach.Unknown, "");
    }

    /// <summary>«РО» of something is a part of it.</summary>
    public static bool IsPart(string text) => text == "ро";

    private static Reach ReachOf(string body) => body[^3] switch { 'г' when body.Length > 4 && body[^4] == 'о' => Reach.Unknown, 'г' => Reach.City, 'р' or 'к' or 'о' => Reach.Region, _ => Reach.Unknown };

    private static FrozenSet<string> Combined() =>
        (from owner in Owners from kind in Kinds.Append("") from field in Fields from tail in Tails
         from text in new[] { owner + kind + field + "у" + tail, owner + field + kind + "у" + tail }
         where text.Length > 2 && (kind.Length > 0 || field.Length > 0)
         select text).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, (OrganizationForm, Reach, string)> Abbreviations()
    {
        var all = new Dictionary<string, (OrganizationForm, Reach, string)>(StringComparer.Ordinal);
        void Add(string words, OrganizationForm form, Reach reach = Reach.Unknown, string meaning = "")
        {
            foreach (var word in words.Split(' '))
            {
                all.Add(word, (form, reach, meaning));
            }
        }

        Add("ано анко", OrganizationForm.Autonomous);
        Add("оо", OrganizationForm.PublicOrganization);
        Add("роо кроо", OrganizationForm.PublicOrganization, Reach.Region);
        Add("роои кроои", OrganizationForm.PublicOrganization, Reach.Region, "инвалидов");
        Add("оои ооои", OrganizationForm.PublicOrganization, Reach.Unknown, "инвалидов");
        Add("гоо", OrganizationForm.PublicOrganization, Reach.City);
        Add("моо", OrganizationForm.PublicOrganization);
        // «Всероссийская», and as often «волгоградская областная».
        Add("воо", OrganizationForm.PublicOrganization);
        Add("ооо", OrganizationForm.PublicOrCompany);
        Add("бф бфонд бо", OrganizationForm.Fund | OrganizationForm.Charity);
        Add("роф рбоф обф бооф мооф спбоф рооф боф оф", OrganizationForm.Fund);
        Add("но нко ннко сонко мкк мко мфо", OrganizationForm.NonProfit);
        Add("нп", OrganizationForm.Partnership);
        Add("чу му гу фгу нчу нну", OrganizationForm.Institution);
        Add("аноо", OrganizationForm.Autonomous, Reach.Unknown, "образовательная");
        Add("од род мод оод", OrganizationForm.Movement);
        Add("воов", OrganizationForm.PublicOrganization, Reach.Country, "ветеранов");
        Add("вод", OrganizationForm.Movement, Reach.Country);
        Add("рфсоо", OrganizationForm.PublicOrganization, Reach.Region, "физкультурно спортивная");
        Add("ро", OrganizationForm.NonProfit, Reach.Region);
        Add("бу ау бук аук буз бусо аусо", OrganizationForm.Institution);
        Add("мро мпро", OrganizationForm.Religious);
        Add("ммро", OrganizationForm.Religious, Reach.Unknown, "мусульманская");
        Add("анпо", OrganizationForm.Autonomous, Reach.Unknown, "просветительская");
        Add("тос", OrganizationForm.SelfGovernment);
        Add("снт днт сот онт снп днп", OrganizationForm.Gardeners);
        Add("гск пгск", OrganizationForm.Cooperative, Reach.Unknown, "гаражно строительный");
        Add("жск", OrganizationForm.Cooperative, Reach.Unknown, "жилищно строительный");
        Add("тсж тсн", OrganizationForm.Homeowners);
        Add("зао оао ао пао ип", OrganizationForm.Company);
        Add("роосо", OrganizationForm.PublicOrganization, Reach.Region, "спортивная");
        Add("хко ско рко гко око", OrganizationForm.Cossacks);
        Add("нка мнка", OrganizationForm.Autonomy, Reach.Unknown, "национально культурная автономия");
        Add("рнка", OrganizationForm.Autonomy, Reach.Region, "национально культурная автономия");
        Add("обком крайком реском", OrganizationForm.NonProfit, Reach.Region);
        Add("горком", OrganizationForm.NonProfit, Reach.City);
        Add("райком", OrganizationForm.NonProfit, Reach.District);
        Add("ппо профком", OrganizationForm.Union);
        Add("сро", OrganizationForm.NonProfit, Reach.Unknown, "саморегулируемая");
        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
