using System.CommandLine;
using CenterDirectory.Importers;
using CenterDirectory.Importers.Candidates;
using CenterDirectory.Importers.Resolving;

namespace CenterDirectory.Api.Commands;

/// <summary><c>centers</c>: organizations of registries that may be resource centers, and what a person decides of them.</summary>
internal static class CentersCommand
{
    public static Command Create(string[] settings) => new(
        "centers", Words.Pick("Ресурсные центры, которые могут скрываться в реестрах.", "Resource centers that may be hidden in registries."))
    {
        Candidates(settings), Decided(settings),
        Decide(settings, "accept", true, Words.Pick("Это ресурсный центр: внести в справочник.", "It is a resource center: take it into the directory.")),
        Decide(settings, "reject", false, Words.Pick("Это не ресурсный центр: больше не предлагать.", "It is no resource center: do not propose it again.")),
        Decide(settings, "undo", null, Words.Pick("Взять решение назад.", "Take the decision back.")),
    };

    private static Command Candidates(string[] settings)
    {
        var limit = new Option<int>("--limit") { Description = Words.Pick("Сколько показать.", "How many to show."), DefaultValueFactory = _ => 50 };
        var command = new Command("candidates", Words.Pick("Организации, о которых никто не решил.", "Organizations that nobody has decided of.")) { limit };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = await CommandHost.BuildMigratedAsync(settings, cancellationToken);
            foreach (var candidate in await app.Services.GetRequiredService<CenterCandidates>().ListAsync(parsed.GetValue(limit), cancellationToken))
            {
                Console.WriteLine($"{candidate.Record}  {candidate.Name}{(candidate.Place is null ? "" : $" ({candidate.Place})")}  [{candidate.Rule}]");
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Decided(string[] settings)
    {
        var command = new Command("decided", Words.Pick("Что решено.", "What was decided."));
        command.SetAction(async (_, cancellationToken) =>
        {
            await using var app = await CommandHost.BuildMigratedAsync(settings, cancellationToken);
            foreach (var decision in await app.Services.GetRequiredService<CenterCandidates>().DecidedAsync(cancellationToken))
            {
                var what = decision.IsAccepted ? Words.Pick("центр", "center") : Words.Pick("не центр", "no center");
                Console.WriteLine($"{decision.Record}  {what}{(decision.Note is null ? "" : $": {decision.Note}")}");
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Decide(string[] settings, string verb, bool? isAccepted, string description)
    {
        var record = new Argument<string>("record") { Description = Words.Pick("Запись организации: источник:ключ.", "Record of the organization: source:key.") };
        var name = new Option<string?>("--name") { Description = Words.Pick("Название центра, если оно не то же.", "Name of the center, if it is another.") };
        var why = new Option<string?>("--why") { Description = Words.Pick("Почему.", "Why.") };
        var command = new Command(verb, description) { record };
        if (isAccepted is not null)
        {
            command.Add(why);
        }

        if (isAccepted == true)
        {
            command.Add(name);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (!RecordName.TryParse(parsed.GetValue(record)!, out var of))
            {
                return await CommandHost.RefuseAsync(Words.Pick("Запись называют так: источник:ключ.", "A record is named source:key."));
            }

            await using var app = await CommandHost.BuildMigratedAsync(settings, cancellationToken);
            var outcome = await app.Services.GetRequiredService<CenterCandidates>().DecideAsync(
                of, isAccepted, isAccepted == true ? parsed.GetValue(name) : null, isAccepted is null ? null : parsed.GetValue(why), cancellationToken);
            return outcome is null
                ? await CommandHost.RefuseAsync(Words.Pick($"О записи {of} ничего не известно.", $"Nothing is known of the record {of}."))
                : Report(outcome);
        });
        return command;
    }

    private static int Report(ImportOutcome outcome)
    {
        ImportReport.Write([outcome]);
        return outcome.IsSuccess ? ExitCodes.Done : ExitCodes.Trouble;
    }
}
