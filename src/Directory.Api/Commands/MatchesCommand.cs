using System.CommandLine;
using System.Globalization;
using CenterDirectory.Importers.Resolving;

namespace CenterDirectory.Api.Commands;

/// <summary><c>matches</c>: which records are taken for one entry, and what a person says to that.</summary>
internal static class MatchesCommand
{
    private const string DefaultKind = "Organization";

    public static Command Create(string[] settings) => new(
        "matches", Words.Pick("Какие записи разных источников считаются одним объектом.", "Which records of different sources are taken for one entry."))
    {
        List(settings), Show(settings), MatchTrialCommand.Create(),
        Judge(settings, "same", true, Words.Pick("Сказать, что две записи – об одном объекте.", "Say that two records are of one entry."), Words.Pick("один объект", "one entry")),
        Judge(settings, "different", false, Words.Pick("Сказать, что две записи – о разных объектах.", "Say that two records are of two entries."), Words.Pick("разные объекты", "two entries")),
        Judge(settings, "undo", null, Words.Pick("Взять сказанное назад.", "Take back what was said."), Words.Pick("решают правила", "the rules decide")),
    };

    private static Command List(string[] settings)
    {
        var kind = KindOption();
        var source = new Option<string?>("--source") { Description = Words.Pick("Только пары с записью этого источника.", "Only pairs with a record of this source.") };
        var limit = new Option<int>("--limit") { Description = Words.Pick("Сколько пар показать.", "How many pairs to show."), DefaultValueFactory = _ => 50 };
        var joined = new Option<bool>("--joined") { Description = Words.Pick("Объединённые.", "Those that are joined.") };
        var judged = new Option<bool>("--judged") { Description = Words.Pick("Решённые человеком.", "Those that a person judged.") };
        var list = new Command("list", Words.Pick("Пары, которые ждут решения человека, вероятные сверху.", "Pairs that wait for a person, the likeliest first."))
        {
            kind, source, limit, joined, judged,
        };
        list.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = await CommandHost.BuildMigratedAsync(settings, cancellationToken);
            var filter = parsed.GetValue(judged) ? MatchFilter.Judged : parsed.GetValue(joined) ? MatchFilter.Joined : MatchFilter.Waiting;
            var pairs = await app.Services.GetRequiredService<MatchList>()
                .ReadAsync(parsed.GetValue(kind)!, filter, parsed.GetValue(source), parsed.GetValue(limit), cancellationToken);
            Write(pairs);
            return ExitCodes.Done;
        });
        return list;
    }

    private static Command Show(string[] settings)
    {
        var (kind, record) = (KindOption(), RecordArgument("record"));
        var show = new Command("show", Words.Pick("Все пары одной записи, что бы с ними ни стало.", "All pairs of one record, whatever became of them.")) { record, kind };
        show.SetAction(async (parsed, cancellationToken) =>
        {
            if (!RecordName.TryParse(parsed.GetValue(record)!, out var name))
            {
                return await RefuseNameAsync();
            }

            await using var app = await CommandHost.BuildMigratedAsync(settings, cancellationToken);
            Write(await app.Services.GetRequiredService<MatchList>().OfAsync(parsed.GetValue(kind)!, name, cancellationToken));
            return ExitCodes.Done;
        });
        return show;
    }

    private static Command Judge(string[] settings, string name, bool? isSame, string description, string done)
    {
        var (kind, first, second) = (KindOption(), RecordArgument("first"), RecordArgument("second"));
        var why = new Option<string?>("--why") { Description = Words.Pick("Почему.", "Why.") };
        var command = new Command(name, description) { first, second, kind };
        if (isSame is not null)
        {
            command.Add(why);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (!RecordName.TryParse(parsed.GetValue(first)!, out var a) || !RecordName.TryParse(parsed.GetValue(second)!, out var b))
            {
                return await RefuseNameAsync();
            }

            await using var app = await CommandHost.BuildMigratedAsync(settings, cancellationToken);
            var note = isSame is null ? null : parsed.GetValue(why);
            var outcome = await app.Services.GetRequiredService<MatchReview>().JudgeAsync(parsed.GetValue(kind)!, a, b, isSame, note, cancellationToken);
            return await TellAsync(outcome, $"{a} – {b}: {done}");
        });
        return command;
    }

    private static async Task<int> TellAsync(JudgementOutcome outcome, string done)
    {
        switch (outcome)
        {
            case JudgementOutcome.Done:
                Console.WriteLine(done);
                return ExitCodes.Done;
            case JudgementOutcome.OneSource:
                return await CommandHost.RefuseAsync(Words.Pick(
                    "Обе записи – одного источника: его строки не объединяются никогда.", "Both records are of one source: its rows are never joined."));
            case JudgementOutcome.Unknown:
                return await CommandHost.RefuseAsync(Words.Pick(
                    "Такой записи ни один источник не называл. Пары показывает matches list.", "No source has stated such a record. matches list shows the pairs."));
            default:
                return await CommandHost.RefuseAsync(Words.Pick("Об этой паре никто ничего не говорил.", "Nobody has said anything of this pair."));
        }
    }

    private static void Write(IReadOnlyList<MatchedPair> pairs)
    {
        foreach (var pair in pairs)
        {
            var score = pair.Score.ToString("0.00", CultureInfo.InvariantCulture);
            Console.WriteLine($"{score}  {StateOf(pair)}: {string.Join("; ", pair.Reasons.Select(Words.Pick))}");
            foreach (var side in new[] { pair.A, pair.B })
            {
                Console.WriteLine($"      {side.Record}  {side.Name}{(side.Facts.Length == 0 ? "" : $" ({side.Facts})")}");
            }
        }
    }

    private static string StateOf(MatchedPair pair) =>
        (pair.IsJoined ? Words.Pick("объединены", "joined")
            : pair is { IsConflict: true, Judgement: null } ? Words.Pick("противоречие", "conflict")
            : Words.Pick("порознь", "apart"))
        + (pair.Judgement is null ? "" : Words.Pick(", решено человеком", ", judged by a person"));

    private static Task<int> RefuseNameAsync() =>
        CommandHost.RefuseAsync(Words.Pick("Запись называют так: источник:ключ, как в matches list.", "A record is named source:key, as in matches list."));

    private static Option<string> KindOption() => new("--kind")
    {
        Description = Words.Pick("Вид записи: Organization, Center, Person …", "Record kind: Organization, Center, Person …"), DefaultValueFactory = _ => DefaultKind,
    };

    private static Argument<string> RecordArgument(string name) => new(name) { Description = Words.Pick("Запись: источник:ключ.", "Record: source:key.") };
}
