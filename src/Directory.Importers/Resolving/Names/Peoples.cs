using System.Collections.Frozen;

namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>Peoples by their adjective and their noun, whose stems differ as often as not: «греческое общество» and «общество греков».</summary>
internal static class Peoples
{
    // Adjective, then the noun of many in the nominative and genitive.
    private const string Table =
        """
        греческий греки греков|польский поляки поляков|немецкий немцы немцев|корейский корейцы корейцев|украинский украинцы украинцев|белорусский белорусы
        белорусов|азербайджанский азербайджанцы азербайджанцев|узбекский узбеки узбеков|таджикский таджики таджиков|киргизский киргизы киргизов|кыргызский
        кыргызы кыргызов|казахский казахи казахов|татарский татары татар|башкирский башкиры башкир|чувашский чуваши чувашей|мордовский мордва мордвы|марийский
        марийцы марийцев|удмуртский удмурты удмуртов|осетинский осетины осетин|чеченский чеченцы чеченцев|ингушский ингуши ингушей|дагестанский дагестанцы
        дагестанцев|лезгинский лезгины лезгин|аварский аварцы аварцев|кумыкский кумыки кумыков|даргинский даргинцы даргинцев|лакский лакцы лакцев|ногайский
        ногайцы ногайцев|калмыцкий калмыки калмыков|бурятский буряты бурят|тувинский тувинцы тувинцев|якутский якуты якутов|алтайский алтайцы алтайцев|хакасский
        хакасы хакасов|литовский литовцы литовцев|латышский латыши латышей|эстонский эстонцы эстонцев|финский финны финнов|карельский карелы карелов|вепсский
        вепсы вепсов|цыганский цыгане цыган|ассирийский ассирийцы ассирийцев|курдский курды курдов|езидский езиды езидов|турецкий турки турок|китайский китайцы
        китайцев|вьетнамский вьетнамцы вьетнамцев|болгарский болгары болгар|сербский сербы сербов|молдавский молдаване молдаван|абхазский абхазы абхазов|
        черкесский черкесы черкесов|адыгский адыги адыгов|кабардинский кабардинцы кабардинцев|балкарский балкарцы балкарцев|карачаевский карачаевцы карачаевцев|
        армянский армяне армян|грузинский грузины грузин|еврейский евреи евреев|туркменский туркмены туркмен|эвенкийский эвенки эвенков|ненецкий ненцы ненцев|
        уйгурский уйгуры уйгуров
        """;

    private static readonly FrozenDictionary<string, string> ByStem = Read();

    /// <summary>The same for all words of one people, by the stem of a word; null for all others.</summary>
    public static string? Of(string stem) => ByStem.GetValueOrDefault(stem);

    /// <summary>«Башкир», «якутов»: those people and not their region, though the stem is the same.</summary>
    public static bool AreMeant(string text) => Nouns.Contains(text);

    private static readonly FrozenSet<string> Nouns = Lines().SelectMany(people => people.Skip(1)).ToFrozenSet(StringComparer.Ordinal);

    private static IEnumerable<string[]> Lines() => Table.Split('|').Select(line => line.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    private static FrozenDictionary<string, string> Read()
    {
        var peoples = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var people in Lines())
        {
            foreach (var word in people)
            {
                peoples[Vocabulary.StemOf(word)] = Vocabulary.StemOf(people[0]);
            }
        }

        return peoples.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
