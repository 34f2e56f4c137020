using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using CenterDirectory.Api.Requests;
using CenterDirectory.Data;

namespace CenterDirectory.Api.Commands;

/// <summary><c>requests</c>: what a person may demand of whoever keeps their data – to see them, and to have them erased.</summary>
internal static class RequestsCommand
{
    private static readonly JsonSerializerOptions Readable = new(DirectoryJson.Options) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(string[] settings) => new("requests", Words.Pick("Заявки на поддержку: что хранится о человеке, и удалить это.", "Requests for support: what is kept of a person, and to erase it."))
    {
        On(settings, "export", Words.Pick("Показать всё, что хранится о человеке, в JSON.", "Show all that is kept of a person, as JSON."), ExportAsync),
        On(settings, "erase", Words.Pick("Стереть личные данные сразу.", "Erase personal data at once."), EraseAsync),
    };

    private static Command On(
        string[] settings, string name, string description, Func<IServiceProvider, IReadOnlyList<long>, CancellationToken, Task<int>> act)
    {
        var contact = new Argument<string?>("contact")
        {
            Description = Words.Pick("Телефон, почта или аккаунт из заявки.", "Telephone, mail address or account of the request."), Arity = ArgumentArity.ZeroOrOne,
        };
        var id = new Option<long?>("--id") { Description = Words.Pick("Номер заявки.", "Number of the request.") };
        var command = new Command(name, description) { contact, id };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (who, number) = (parsed.GetValue(contact), parsed.GetValue(id));
            if (who is null == number is null)
            {
                return await CommandHost.RefuseAsync(Words.Pick("Назовите либо контакт, либо --id.", "Name either a contact or --id."));
            }

            await using var app = await CommandHost.BuildMigratedAsync(settings, cancellationToken);
            await using var scope = app.Services.CreateAsyncScope();
            var files = scope.ServiceProvider.GetRequiredService<RequestFiles>();
            try
            {
                return await act(scope.ServiceProvider, number is { } one ? [one] : await files.OfContactAsync(who!, cancellationToken), cancellationToken);
            }
            catch (CryptographicException error)
            {
                return await CommandHost.RefuseAsync(error.Message);
            }
        });
        return command;
    }

    private static async Task<int> ExportAsync(IServiceProvider services, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var files = services.GetRequiredService<RequestFiles>();
        var found = new List<RequestFile>();
        foreach (var id in ids)
        {
            if (await files.ReadAsync(id, cancellationToken) is { } file)
            {
                found.Add(file);
            }
        }

        Console.WriteLine(JsonSerializer.Serialize(found, Readable));
        return ExitCodes.Done;
    }

    private static async Task<int> EraseAsync(IServiceProvider services, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var erased = await services.GetRequiredService<RequestErasure>().EraseAsync(ids, cancellationToken);
        var numbers = string.Join(", ", erased.Select(id => id.ToString(CultureInfo.InvariantCulture)));
        Console.WriteLine(erased.Count == 0
            ? Words.Pick("Стирать нечего: таких заявок нет.", "Nothing to erase: there are no such requests.")
            : Words.Pick($"Стёрты личные данные заявок: {numbers}.", $"Erased the personal data of requests {numbers}."));
        return ExitCodes.Done;
    }
}
