using System.Collections.Frozen;

namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>Numbers in words, in any case: «пятое колесо», «двадцать первого века».</summary>
internal static class SpeltNumbers
{
    private const string Cardinals =
        "2 два две двух двум|3 три трех трем|4 четыре четырех|5 пять пяти|6 шесть шести|7 семь семи|8 восемь восьми|9 девять девяти|10 десять десяти|" +
        "11 одиннадцать|12 двенадцать двенадцати|13 тринадцать|14 четырнадцать|15 пятнадцать|20 двадцать двадцати|30 тридцать тридцати|40 сорок сорока|" +
        "50 пятьдесят|60 шестьдесят|70 семьдесят|80 восемьдесят|90 девяносто|100 сто|1000 тысяча";

    private const string Ordinals =
        "1 перв|2 втор|4 четверт|5 пят|6 шест|7 седьм|8 восьм|9 девят|10 десят|11 одиннадцат|12 двенадцат|13 тринадцат|14 четырнадцат|15 пятнадцат|" +
        "20 двадцат|30 тридцат|40 сороков|50 пятидесят|60 шестидесят|70 семидесят|80 восьмидесят|90 девяност|100 сот";

    private static readonly string[] Endings = ["ый", "ой", "ая", "ое", "ого", "ому", "ую", "ые", "ых", "ым", "ом"];

    private static readonly FrozenDictionary<string, int> Values = Read();

    /// <summary>The value of a word; 0 if it is no number.</summary>
    public static int Value(string text) => Values.GetValueOrDefault(text);

    /// <summary>Whether another number may stand behind it as its ones: двадцать первый.</summary>
    public static bool TakesOnes(string value) => value.Length == 2 && value[1] == '0' && value[0] > '1';

    private static FrozenDictionary<string, int> Read()
    {
        var values = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in Cardinals.Split('|').Select(line => line.Split(' ')))
        {
            foreach (var word in line.Skip(1))
            {
                values.Add(word, int.Parse(line[0], System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        foreach (var line in Ordinals.Split('|').Select(line => line.Split(' ')))
        {
            foreach (var ending in Endings)
            {
                values.TryAdd(line[1] + ending, int.Parse(line[0], System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        foreach (var third in "третий третья третье третьего третьей третьему".Split(' '))
        {
            values.Add(third, 3);
        }

        return values.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
