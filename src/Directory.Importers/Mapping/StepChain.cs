using CenterDirectory.Importers.Validation;

namespace CenterDirectory.Importers.Mapping;

/// <summary>The compiled steps of a value: those before <c>split</c> see the whole cell, those after it one part.</summary>
internal sealed class StepChain(CompiledStep[] whole, string? separator, CompiledStep[] item)
{
    public string? Separator => separator;

    public string? RunWhole(string? text, RowContext row) => Run(whole, text, row);

    public string? RunItem(string? text, RowContext row) => Run(item, text, row);

    private static string? Run(CompiledStep[] steps, string? text, RowContext row)
    {
        foreach (var step in steps)
        {
            if (text is null)
            {
                text = step.Default ?? step.Other?.Text(row);
            }
            else if (step.Run is not null && !step.Run(text, out text))
            {
                row.Report(step.Failure!);
                return null;
            }
        }

        return text;
    }
}

/// <summary>One step: either changes a text or gives one, a constant or that of other columns, where there is none.</summary>
internal readonly record struct CompiledStep(TextStep? Run, IssueTemplate? Failure, string? Default, ValueSource? Other = null);
