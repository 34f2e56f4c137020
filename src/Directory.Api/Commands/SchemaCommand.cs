using System.CommandLine;
using CenterDirectory.Api.Hosting;
using CenterDirectory.Api.Schema;
using CenterDirectory.GraphQL;
using CenterDirectory.GraphQL.Types;
using CenterDirectory.GraphQL.Types.Evolution;

namespace CenterDirectory.Api.Commands;

/// <summary>
/// <c>schema print</c>: the public schema as SDL. <c>schema check</c>: which documents it breaks. <c>schema changelog</c>: what has changed since
/// the last release, whose list <c>schema release</c> writes.
/// </summary>
internal static class SchemaCommand
{
    /// <summary>List of the last release.</summary>
    public static string Released { get; } = Path.Combine(HostPaths.Root, "schema", "released.txt");

    public static Command Create(string[] settings) =>
        new("schema", Words.Pick("Схема GraphQL.", "The GraphQL schema.")) { Print(), Check(settings), Changelog(), Release() };

    private static Command Print()
    {
        var print = new Command("print", Words.Pick("Напечатать схему GraphQL (SDL).", "Print the GraphQL schema (SDL)."));
        print.SetAction(_ =>
        {
            Console.Write(SchemaPrinter.Print(DirectorySchema.Build()));
            return ExitCodes.Done;
        });
        return print;
    }

    private static Command Check(string[] settings)
    {
        var places = new Argument<string[]>("documents")
        {
            Description = Words.Pick("Файлы и папки с документами; без них – доверенные.", "Files and folders of documents; the trusted ones if none is named."),
            Arity = ArgumentArity.ZeroOrMore,
        };
        var check = new Command("check", Words.Pick("Какие документы схема ломает.", "Which documents the schema breaks.")) { places };
        check.SetAction((parsed, _) => CheckAsync([.. (parsed.GetValue(places) ?? []).Select(HostPaths.FromCaller)], settings));
        return check;
    }

    private static async Task<int> CheckAsync(IReadOnlyList<string> places, string[] settings)
    {
        if (places.FirstOrDefault(place => !Path.Exists(place)) is { } missing)
        {
            return await CommandHost.RefuseAsync(Words.Pick($"Нет ни файла, ни папки {missing}.", $"There is no file or folder {missing}."));
        }

        var configuration = DirectoryHost.CreateBuilder(settings).Configuration;
        var limits = configuration.GetSection(DirectoryHost.Limits).Get<EngineOptions>() ?? new EngineOptions();
        var documents = places.Count > 0 ? [.. places.SelectMany(TrustedDocuments.In)] : TrustedDocuments.All(configuration);
        var schema = DirectorySchema.Build();
        var broken = 0;
        foreach (var document in documents)
        {
            var problems = document.Problems(schema, limits);
            broken += problems.Count > 0 ? 1 : 0;
            foreach (var problem in problems)
            {
                Console.WriteLine($"{document.Name}: {problem}");
            }
        }

        Console.WriteLine(Words.Pick($"Документов: {documents.Count}, сломано: {broken}.", $"Documents: {documents.Count}, broken: {broken}."));
        return broken == 0 ? ExitCodes.Done : ExitCodes.Trouble;
    }

    private static Command Changelog()
    {
        var changelog = new Command("changelog", Words.Pick("Что изменилось в схеме с прошлого выпуска.", "What has changed in the schema since the last release."));
        changelog.SetAction(async (_, cancellationToken) =>
        {
            if (!File.Exists(Released))
            {
                return await CommandHost.RefuseAsync(
                    Words.Pick($"Нет списка прошлого выпуска, {Released}.", $"There is no list of the last release, {Released}."));
            }

            Console.Write(SchemaChangelog.Write(await File.ReadAllTextAsync(Released, cancellationToken), SchemaMembers.Of(DirectorySchema.Build())));
            return ExitCodes.Done;
        });
        return changelog;
    }

    private static Command Release()
    {
        var name = new Argument<string>("name") { Description = Words.Pick("Номер и день, например «0.2.0, 2026-12-01».", "Number and day, such as «0.2.0, 2026-12-01».") };
        var release = new Command("release", Words.Pick("Список членов схемы для schema/released.txt.", "The members of the schema, for schema/released.txt.")) { name };
        release.SetAction(parsed =>
        {
            Console.Write(SchemaChangelog.Release(parsed.GetValue(name)!, SchemaMembers.Of(DirectorySchema.Build())));
            return ExitCodes.Done;
        });
        return release;
    }
}
