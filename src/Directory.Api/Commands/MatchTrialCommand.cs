using System.CommandLine;
using System.Globalization;
using CenterDirectory.Importers.Resolving.Trials;

namespace CenterDirectory.Api.Commands;

/// <summary><c>matches check FILE</c>: the rules tried on pairs that people have judged. It needs no database and changes nothing.</summary>
internal static class MatchTrialCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file")
        {
            Description = Words.Pick(
                "Пары: CSV, TSV, XLSX или JSON; столбцы verdict, name1, ogrn1, inn1, territory1, address1, name2 …",
                "Pairs: CSV, TSV, XLSX or JSON; columns verdict, name1, ogrn1, inn1, territory1, address1, name2 …"),
        };
        var kind = new Option<string>("--kind")
        {
            Description = Words.Pick("Вид записей.", "Record kind."), DefaultValueFactory = _ => "Organization",
        };
        kind.AcceptOnlyFromAmong([.. MatchTrial.Kinds]);
        var all = new Option<bool>("--all") { Description = Words.Pick("Показать и верно решённые пары.", "Show pairs that are decided rightly as well.") };
        var check = new Command("check", Words.Pick(
            "Проверить правила на парах, о которых люди сказали, один это объект или разные.", "Try the rules on pairs that people have judged."))
        {
            file, kind, all,
        };
        check.SetAction(async (parsed, cancellationToken) =>
        {
            var report = new MatchTrial(parsed.GetValue(kind)!).Run(await PairFile.ReadAsync(parsed.GetValue(file)!, cancellationToken));
            Write(report, parsed.GetValue(all));
            return report.Pairs.All(pair => pair.IsRight) ? ExitCodes.Done : ExitCodes.Trouble;
        });
        return check;
    }

    private static void Write(TrialReport report, bool withRight)
    {
        foreach (var pair in report.Pairs.Where(pair => withRight || !pair.IsRight))
        {
            var mark = pair.IsRight ? Words.Pick("верно", "right") : pair.IsJoined ? Words.Pick("ОШИБКА", "WRONG") : Words.Pick("ПРОПУСК", "MISSED");
            var score = pair.Score.ToString("0.00", CultureInfo.InvariantCulture);
            var reasons = string.Join("; ", pair.Reasons.Select(Words.Pick));
            var unseen = pair.AreCompared ? "" : Words.Pick(", не сравниваются", ", not compared");
            Console.WriteLine($"{mark}  {Words.Pick(pair.Decision)} {score} ({reasons}{unseen})  {pair.Pair}");
        }

        static string Share(double share) => share.ToString("P1", CultureInfo.InvariantCulture);
        Console.WriteLine(Words.Pick(
            $"{report.Pairs.Count} пар, одинаковых {report.Same}, объединено {report.Joined}: точность {Share(report.Precision)}, полнота {Share(report.Recall)}",
            $"{report.Pairs.Count} pairs, {report.Same} of them the same, {report.Joined} joined: precision {Share(report.Precision)}, recall {Share(report.Recall)}"));
    }
}
