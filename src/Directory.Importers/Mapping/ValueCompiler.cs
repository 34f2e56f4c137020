using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Mapping;

/// <summary>Compiles the steps of one value, and checks them as far as they do not depend on data: arguments, constants, lookups into enums.</summary>
internal sealed class ValueCompiler(Lookups lookups, Func<string, int> slotOf, ProblemReport report)
{
    public ValueField? Compile(RecordField field, string path, ValueMapping mapping)
    {
        var type = FieldType.Of(field);
        if (CompileSource(mapping, path) is not { } source || CompileSteps(mapping, path, source.Column) is not { } chain)
        {
            return null;
        }

        if (field is { IsList: false } && (chain.Separator is not null || source.Constants.Count > 1))
        {
            report(mapping.Line, $"«{path}» – одно значение, а отображение даёт несколько.", $"'{path}' is one value, but the mapping gives several.");
            return null;
        }

        CheckWords(mapping, type, path);
        return new ValueField(field, path, type, source, chain) { Missing = TableCompiler.MissingOf(field, path, source.Column) };
    }

    private ValueSource? CompileSource(ValueMapping mapping, string path)
    {
        switch (mapping.Steps is [var first, ..] ? first : null)
        {
            case { Name: Steps.From, Values: { Count: > 0 } columns }:
                return SourceOf(columns, mapping);
            case { Name: Steps.Const, Values: { Count: > 0 } constants }:
                return new ValueSource([], "", "", constants);
            default:
                report(
                    mapping.Line,
                    $"«{path}»: первым шагом должны быть колонки, «from», или постоянная, «const».",
                    $"'{path}': the first step must be columns, 'from', or a constant, 'const'.");
                return null;
        }
    }

    private ValueSource SourceOf(IReadOnlyList<string> columns, ValueMapping mapping)
    {
        var separator = mapping.Steps.FirstOrDefault(step => step.Name == Steps.Join)?.Values is [var text] ? text : " ";
        return new ValueSource([.. columns.Select(slotOf)], string.Join(", ", columns), separator, []);
    }

    private StepChain? CompileSteps(ValueMapping mapping, string path, string column)
    {
        var whole = new List<CompiledStep>();
        var item = new List<CompiledStep>();
        string? separator = null;
        foreach (var step in mapping.Steps.Skip(1))
        {
            switch (step)
            {
                case { Name: Steps.Split, Values: [{ Length: > 0 } text] } when separator is null:
                    separator = text;
                    (whole, item) = (item, []);
                    break;
                case { Name: Steps.Join, Values: [_] }:
                    break;
                case { Name: Steps.ElseFrom, Values.Count: > 0 }:
                    item.Add(new CompiledStep(null, null, null, SourceOf(step.Values, mapping)));
                    break;
                case { Name: Steps.Default, Values: [{ Length: > 0 } text] }:
                    item.Add(new CompiledStep(null, null, text));
                    break;
                default:
                    if (CompileStep(step, path, column) is not { } compiled)
                    {
                        return null;
                    }

                    item.Add(compiled);
                    break;
            }
        }

        return new StepChain([.. whole], separator, [.. item]);
    }

    private CompiledStep? CompileStep(MappingStep step, string path, string column)
    {
        var definition = Steps.Find(step.Name)!;
        if (definition.Compile?.Invoke(step, lookups) is { } run)
        {
            return new CompiledStep(run, definition.Rule?.For(path, column), null);
        }

        if (step.Name == Steps.Lookup && step.Values is [var name])
        {
            var known = string.Join(", ", lookups.Names);
            report(step.Line, $"В «lookups» нет справочника «{name}»; есть: {known}.", $"'lookups' has no '{name}'; there are: {known}.");
        }
        else
        {
            report(
                step.Line,
                $"Шаг «{step.Name}» поля «{path}» написан неверно или не на месте; пишут так: {definition.Argument}",
                $"The step '{step.Name}' of '{path}' is written wrongly or out of place; write it so: {definition.Argument}");
        }

        return null;
    }

    /// <summary>Constants, defaults and the meanings of a last lookup must be values of the field: better known now than at row 50,000.</summary>
    private void CheckWords(ValueMapping mapping, FieldType type, string path)
    {
        for (var i = mapping.Steps.Count - 1; i >= 0; i--)
        {
            var step = mapping.Steps[i];
            IEnumerable<string> words = step.Name switch
            {
                Steps.Const or Steps.Default => step.Values,
                Steps.Lookup => lookups.Find(step.Values[0])!.Meanings,
                _ => [],
            };
            foreach (var word in words.Where(word => type.Convert(word, out _) == Conversion.Invalid))
            {
                ReportWord(step.Line, word, type, path);
            }

            // What comes before a default reaches the field as well; any other step may change it.
            if (step.Name != Steps.Default)
            {
                return;
            }
        }
    }

    private void ReportWord(int line, string word, FieldType type, string path)
    {
        var nearest = NearestName.Of(word, type.Names);
        var known = string.Join(", ", type.Names);
        var (ru, en) = (nearest, known) switch
        {
            (null, "") => ("", ""),
            (null, _) => ($" Бывают: {known}.", $" Known: {known}."),
            _ => ($" Возможно, {nearest}?", $" Did you mean {nearest}?"),
        };
        report(line, $"«{word}» не подходит полю «{path}».{ru}", $"'{word}' is no value of '{path}'.{en}");
    }
}
