using CenterDirectory.Importers.Running;

namespace CenterDirectory.Api.Commands;

/// <summary>How far an import is: one line that changes on a terminal; nothing in a log, which gets the table at the end.</summary>
internal sealed class ConsoleProgress(string source) : IProgress<ImportProgress>, IDisposable
{
    private readonly bool isTerminal = !Console.IsErrorRedirected;
    private int width;

    public void Report(ImportProgress value)
    {
        if (isTerminal)
        {
            var phase = value.Phase switch
            {
                ImportPhase.Reading => Words.Pick("прочитано", "read"),
                ImportPhase.Planning => Words.Pick("сравнение", "comparing"),
                ImportPhase.Applying => Words.Pick("записано", "applied"),
                _ => Words.Pick("завершение", "committing"),
            };
            Write($"{source}: {phase} {value.Done:N0}");
        }
    }

    public void Dispose()
    {
        if (width > 0)
        {
            Write("");
            Console.Error.Write('\r');
        }
    }

    private void Write(string line)
    {
        Console.Error.Write('\r' + line.PadRight(width));
        width = Math.Max(width, line.Length);
    }
}
