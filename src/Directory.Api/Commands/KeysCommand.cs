using System.CommandLine;
using System.Globalization;
using CenterDirectory.Api.Access;
using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Api.Schema.Mutations;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Commands;

/// <summary><c>keys</c>: who may write. The secret alone goes to the standard output, so that it can be piped to where it belongs.</summary>
internal static class KeysCommand
{
    private static readonly string[] Roles = [.. Enum.GetNames<AccessRole>().Select(role => role.ToLowerInvariant())];

    public static Command Create(string[] settings) => new("keys", Words.Pick("Ключи тех, кто вносит изменения.", "Keys of those who write."))
    {
        Make(settings), KeyLists.List(settings), KeyLists.Audit(settings),
        Change(settings, "rotate", Words.Pick("Дать ключу новый секрет; старый действует ещё час.", "Give a key a new secret; the old one ends after an hour."),
            (register, id, cancellationToken) => register.RotateAsync(id, null, cancellationToken)),
        Change(settings, "revoke", Words.Pick("Отозвать ключ: он перестаёт действовать сразу.", "Revoke a key: it ends at once."),
            (register, id, cancellationToken) => register.RevokeAsync(id, null, cancellationToken)),
    };

    private static Command Make(string[] settings)
    {
        var label = new Option<string>("--label") { Description = Words.Pick("Как его называть: для кого он.", "What to call it: whom it is for."), Required = true };
        var role = new Option<string>("--role") { Description = Words.Pick("Что он может.", "What it may do."), Required = true };
        role.AcceptOnlyFromAmong(Roles);
        var center = new Option<string[]>("--center") { Description = Words.Pick("Центр редактора: id или slug; можно несколько раз.", "Center of an editor: id or slug; may be repeated.") };
        var network = new Option<string?>("--network") { Description = Words.Pick("Сеть координатора: id или slug.", "Network of a coordinator: id or slug.") };
        var territory = new Option<string?>("--territory") { Description = Words.Pick("Территория координатора: код ФНС, ISO, ОКТМО или slug.", "Territory of a coordinator: ФНС, ISO or ОКТМО code, or slug.") };
        var until = new Option<DateOnly?>("--until")
        {
            Description = Words.Pick("Последний день (ГГГГ-ММ-ДД); без него – год.", "Last day (YYYY-MM-DD); a year without it."), CustomParser = Day,
        };
        var command = new Command("create", Words.Pick("Выпустить ключ; секрет показывается один раз.", "Make a key; the secret is shown once.")) { label, role, center, network, territory, until };
        command.SetAction((parsed, cancellationToken) => WriteAsync(settings, async services =>
        {
            var wish = new KeyWish(
                parsed.GetValue(label)!, Enum.Parse<AccessRole>(parsed.GetValue(role)!, ignoreCase: true), parsed.GetValue(center), parsed.GetValue(network),
                parsed.GetValue(territory), parsed.GetValue(until)?.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
            var (draft, errors) = await services.GetRequiredService<KeyWishReader>().ReadAsync(wish, bySlug: true, cancellationToken);
            return draft is null ? Written<KeptKey>.Failed(errors) : await services.GetRequiredService<KeyRegister>().CreateAsync(draft, null, cancellationToken);
        }, cancellationToken));
        return command;
    }

    private static Command Change(
        string[] settings, string name, string description, Func<KeyRegister, long, CancellationToken, Task<Written<KeptKey>>> act)
    {
        var id = new Argument<string>("key") { Description = Words.Pick("Номер ключа из keys list или его id.", "Number of the key as keys list shows it, or its id.") };
        var command = new Command(name, description) { id };
        command.SetAction((parsed, cancellationToken) => NumberOf(parsed.GetValue(id)!) is { } number
            ? WriteAsync(settings, services => act(services.GetRequiredService<KeyRegister>(), number, cancellationToken), cancellationToken)
            : CommandHost.RefuseAsync(Words.Pick("Ключ называют его номером; номера показывает keys list.", "A key is named by its number; keys list shows the numbers.")));
        return command;
    }

    private static long? NumberOf(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : GlobalId.TryDecode(text, out var type, out var key) && type == nameof(Data.Access.AccessKey) ? key
        : null;

    private static DateOnly? Day(System.CommandLine.Parsing.ArgumentResult argument)
    {
        var text = argument.Tokens.Single().Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        argument.AddError(Words.Pick($"«{text}» – не день вида 2027-12-31.", $"'{text}' is no day such as 2027-12-31."));
        return null;
    }

    /// <summary>The same write as by mutation, without a key and therefore in nobody's name.</summary>
    private static async Task<int> WriteAsync(
        string[] settings, Func<IServiceProvider, Task<Written<KeptKey>>> write, CancellationToken cancellationToken)
    {
        await using var app = await CommandHost.BuildMigratedAsync(settings, cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        var written = await scope.ServiceProvider.GetRequiredService<Idempotency>()
            .OnceAsync(0, null, write, () => write(scope.ServiceProvider), cancellationToken);
        return written.Result is { } kept ? await TellAsync(kept) : await RefuseAsync(written.Errors);
    }

    private static async Task<int> TellAsync(KeptKey kept)
    {
        await Console.Error.WriteLineAsync(kept.Secret is null
            ? Words.Pick($"Ключ {kept.Id} больше не действует.", $"Key {kept.Id} has ended.")
            : Words.Pick($"Ключ {kept.Id}. Секрет показан один раз, в справочнике его нет:", $"Key {kept.Id}. The secret is shown this once, the directory does not have it:"));
        if (kept.Secret is { } secret)
        {
            Console.WriteLine(secret.Reveal());
        }

        return ExitCodes.Done;
    }

    private static async Task<int> RefuseAsync(IReadOnlyList<Error> errors)
    {
        foreach (var error in errors)
        {
            await CommandHost.RefuseAsync(Words.Pick(error.Text));
        }

        return ExitCodes.Usage;
    }
}
