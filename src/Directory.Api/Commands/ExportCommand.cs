using System.CommandLine;
using CenterDirectory.Api.Hosting;
using CenterDirectory.Api.OpenData.Dumps;

namespace CenterDirectory.Api.Commands;

/// <summary><c>export</c>: writes a dump of the directory into a folder.</summary>
internal static class ExportCommand
{
    public static Command Create(string[] settings)
    {
        var to = new Option<string>("--to") { Description = Words.Pick("Папка: новая или пустая.", "Folder: a new or empty one."), Required = true };
        var types = new Option<string[]>("--types")
        {
            Description = Words.Pick("Только эти виды: centers services …; без него все.", "Only these types: centers services …; all without it."),
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("export", Words.Pick("Выгрузить справочник в NDJSON и CSV.", "Write the directory as NDJSON and CSV.")) { to, types };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(to)!, parsed.GetValue(types) ?? [], settings, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string to, string[] types, string[] settings, CancellationToken cancellationToken)
    {
        var folder = HostPaths.FromCaller(to);
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            return await CommandHost.RefuseAsync(Words.Pick($"Папка {folder} не пуста.", $"The folder {folder} is not empty."));
        }

        await using var app = await CommandHost.BuildMigratedAsync(settings, cancellationToken);
        var tables = app.Services.GetRequiredService<DumpTables>();
        if (types.FirstOrDefault(type => tables.All.All(table => table.Name != type)) is { } unknown)
        {
            var known = string.Join(", ", tables.All.Select(table => table.Name));
            return await CommandHost.RefuseAsync(Words.Pick($"Нет вида «{unknown}». Есть: {known}.", $"There is no type '{unknown}'. There are: {known}."));
        }

        var chosen = types.Length == 0 ? tables.All : [.. tables.All.Where(table => types.Contains(table.Name))];
        var package = await app.Services.GetRequiredService<DumpPublisher>().ExportAsync(folder, chosen, cancellationToken);
        foreach (var resource in package.Resources.Where(resource => resource is { Format: "ndjson", Type: not null, Rows: > 0 }))
        {
            Console.WriteLine($"{resource.Rows,10} {resource.Path}");
        }

        Console.WriteLine(Words.Pick($"Ревизия {package.Revision}: {folder}", $"Revision {package.Revision}: {folder}"));
        return ExitCodes.Done;
    }
}
