using System.Globalization;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Api.Commands;

/// <summary>How far a long command is: a bar with number, rate and remaining time on a terminal, a plain line now and then in a log.</summary>
internal sealed class ConsoleProgress : IProgress<ImportProgress>, IDisposable
{
    private const int BarWidth = 24;
    private static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LogEvery = TimeSpan.FromSeconds(10);

    private readonly string subject;
    private readonly TimeProvider clock;
    private readonly TextWriter output;
    private readonly bool isTerminal;
    private ImportPhase phase;
    private long phaseBegan;
    private long written;
    private int width;

    public ConsoleProgress(string subject, TimeProvider clock)
        : this(subject, clock, Console.Error, !Console.IsErrorRedirected)
    {
    }

    internal ConsoleProgress(string subject, TimeProvider clock, TextWriter output, bool isTerminal)
    {
        (this.subject, this.clock, this.output, this.isTerminal) = (subject, clock, output, isTerminal);
        phaseBegan = written = clock.GetTimestamp();
    }

    public void Report(ImportProgress value)
    {
        var isNew = value.Phase != phase;
        if (isNew)
        {
            (phase, phaseBegan) = (value.Phase, clock.GetTimestamp());
        }

        // A phase that just began is shown at once on a terminal; a log wants to know of long ones only.
        if (clock.GetElapsedTime(written) < (isTerminal ? Redraw : LogEvery) && !(isTerminal && isNew))
        {
            return;
        }

        written = clock.GetTimestamp();
        if (isTerminal)
        {
            Draw(Line(value, withBar: true));
        }
        else
        {
            output.WriteLine(Line(value, withBar: false));
        }
    }

    public void Dispose()
    {
        if (width > 0)
        {
            Draw("");
            output.Write('\r');
        }
    }

    private string Line(ImportProgress value, bool withBar)
    {
        var parts = new List<string> { $"{subject}: {Name(value.Phase)}" };
        if (value.Done > 0)
        {
            parts.Add(value.Done.ToString("N0", CultureInfo.CurrentCulture));
        }

        var elapsed = clock.GetElapsedTime(phaseBegan);
        if (value.Done > 1 && elapsed > TimeSpan.FromSeconds(1))
        {
            parts.Add(Words.Pick($"{value.Done / elapsed.TotalSeconds:N0}/с", $"{value.Done / elapsed.TotalSeconds:N0}/s"));
        }

        if (value.Share is > 0 and { } share)
        {
            parts.Add((withBar ? Bar(share) + " " : "") + share.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal));
            if (elapsed > TimeSpan.FromSeconds(1) && share < 1)
            {
                var rest = elapsed / share * (1 - share);
                parts.Add(Words.Pick($"осталось {Span(rest)}", $"{Span(rest)} left"));
            }
        }

        return string.Join(", ", parts);
    }

    private void Draw(string line)
    {
        output.Write('\r' + line.PadRight(width));
        width = Math.Max(width, line.Length);
    }

    private static string Bar(double share)
    {
        var full = (int)Math.Round(share * BarWidth);
        return $"[{new string('#', full)}{new string('.', BarWidth - full)}]";
    }

    private static string Span(TimeSpan span) =>
        span.TotalHours >= 1 ? span.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture) : span.ToString(@"m\:ss", CultureInfo.InvariantCulture);

    private static string Name(ImportPhase phase) => phase switch
    {
        ImportPhase.Fetching => Words.Pick("загрузка", "fetching"),
        ImportPhase.Reading => Words.Pick("прочитано", "read"),
        ImportPhase.Planning => Words.Pick("сравнение", "comparing"),
        ImportPhase.Applying => Words.Pick("записано", "applied"),
        ImportPhase.Committing => Words.Pick("завершение", "committing"),
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "A phase without words."),
    };
}
