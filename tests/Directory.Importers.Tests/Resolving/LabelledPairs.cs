using System.Runtime.CompilerServices;
using System.Text.Json;
using CenterDirectory.Data;

namespace CenterDirectory.Importers.Tests.Resolving;

/// <summary>A pair of invented organizations, and whether they are one.</summary>
/// <param name="Id">Number of its row.</param>
/// <param name="IsSame">What a person says.</param>
/// <param name="About">What is hard about it.</param>
/// <param name="A">One, as a payload.</param>
/// <param name="B">The other.</param>
internal sealed record LabelledPair(int Id, bool IsSame, string About, byte[] A, byte[] B)
{
    public override string ToString() => $"{Id} {(IsSame ? "same" : "different")}, {About}: {Text(A)} | {Text(B)}";

    private static string Text(byte[] payload) => System.Text.Encoding.UTF8.GetString(payload);
}

/// <summary>
/// Reads the labelled pairs: a table with the columns id; verdict (same, different); about; then name, short, ogrn, inn, territory, address of
/// the one (1) and of the other (2). Another file of that form is read if <c>MATCHING_PAIRS</c> names it.
/// </summary>
internal static class LabelledPairs
{
    public static string File([CallerFilePath] string here = "") =>
        Environment.GetEnvironmentVariable("MATCHING_PAIRS") ?? Path.Combine(Path.GetDirectoryName(here)!, "../Fixtures/matching/organizations.csv");

    public static List<LabelledPair> Read() => [.. System.IO.File.ReadLines(File()).Skip(1).Select(Cells).Select(cells => new LabelledPair(
        int.Parse(cells[0], System.Globalization.CultureInfo.InvariantCulture), cells[1] == "same", cells[2], Payload(cells, 3), Payload(cells, 9)))];

    private static byte[] Payload(List<string> cells, int at)
    {
        string? Cell(int offset) => cells[at + offset].Length == 0 ? null : cells[at + offset];
        return JsonSerializer.SerializeToUtf8Bytes(
            new { name = Cell(0), shortName = Cell(1), ogrn = Cell(2), inn = Cell(3), territory = Cell(4), addressText = Cell(5) }, DirectoryJson.Options);
    }

    private static List<string> Cells(string line)
    {
        var cells = new List<string> { "" };
        var isQuoted = false;
        foreach (var symbol in line)
        {
            if (symbol == '"')
            {
                // A doubled quote inside closes and opens again: it stands for one.
                cells[^1] += isQuoted || cells[^1].Length == 0 ? "" : "\"";
                isQuoted = !isQuoted;
            }
            else if (symbol == ';' && !isQuoted)
            {
                cells.Add("");
            }
            else
            {
                cells[^1] += symbol;
            }
        }

        return cells;
    }
}
