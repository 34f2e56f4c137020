using CenterDirectory.Importers.Mapping;
using CenterDirectory.Importers.Records;
using YamlDotNet.RepresentationModel;

namespace CenterDirectory.Importers.Manifests;

/// <summary>Reads <c>map:</c>. Whether a map of keys is a list of steps or an object is decided by the type of the field.</summary>
internal sealed class MappingReader(ManifestScope scope)
{
    /// <summary>What <c>map</c> says where the columns of a dump are called as the fields.</summary>
    public const string Same = "same";

    public ObjectMapping ReadRecord(YamlNode node, RecordSchema schema, string format)
    {
        if (node is not YamlScalarNode { Value: Same })
        {
            return ReadObject(node, schema);
        }

        var line = (int)node.Start.Line;
        if (format != "dump")
        {
            scope.Report(node, "«map: same» – только для формата dump.", "'map: same' is only for the format dump.");
        }

        return new ObjectMapping([.. schema.Fields.Select(field => new MappedField(field.Name, new SameMapping(line)))], line);
    }

    public ObjectMapping ReadObject(YamlNode node, RecordSchema schema)
    {
        var fields = new List<MappedField>();
        var known = schema.Fields.Select(field => field.Name).ToArray();
        foreach (var (name, value) in scope.Pairs(node, "map"))
        {
            if (schema.Field(ManifestScope.Text(name)) is not { } field)
            {
                scope.ReportUnknown(
                    name,
                    $"У {schema.Kind} нет поля «{ManifestScope.Text(name)}»",
                    $"{schema.Kind} has no field '{ManifestScope.Text(name)}'",
                    known);
            }
            else if (ReadField(value, field) is { } mapping)
            {
                fields.Add(new MappedField(field.Name, mapping));
            }
        }

        return new ObjectMapping(fields, (int)node.Start.Line);
    }

    private FieldMapping? ReadField(YamlNode node, RecordField field)
    {
        if (field.Object is null)
        {
            return ReadValue(node, field.Name);
        }

        if (ObjectTexts.Find(field.ValueType) is not null && IsValue(node))
        {
            return ReadValue(node, field.Name);
        }

        if (!field.IsList && node is YamlMappingNode)
        {
            return ReadObject(node, field.Object);
        }

        if (field.IsList && node is YamlSequenceNode list && list.Children.All(item => item is YamlMappingNode))
        {
            return new ListMapping([.. list.Children.Select(item => ReadObject(item, field.Object))], (int)node.Start.Line);
        }

        var names = string.Join(", ", field.Object.Fields.Select(part => part.Name));
        var (ru, en) = field.IsList ? ("нужен список объектов", "must be a list of objects") : ("нужен объект", "must be an object");
        scope.Report(node, $"«{field.Name}»: {ru} с полями {names}.", $"'{field.Name}' {en} with the fields {names}.");
        return null;
    }

    /// <summary>A column or steps, not the fields of an object.</summary>
    private static bool IsValue(YamlNode node) => node switch
    {
        YamlScalarNode => true,
        YamlMappingNode map => map.Children.Keys.Any(key => ManifestScope.Text(key) is Steps.From or Steps.Const),
        _ => false,
    };

    /// <summary>A column, or steps that begin with one or with a constant.</summary>
    public ValueMapping? ReadValue(YamlNode node, string field)
    {
        var line = (int)node.Start.Line;
        if (node is not YamlMappingNode map)
        {
            return scope.Scalar(node, field) is { } column
                ? new ValueMapping([new MappingStep(Steps.From, [column], Steps.NoOptions, line)], line)
                : ReportEmpty(node, field);
        }

        var steps = new List<MappingStep>();
        foreach (var (name, argument) in map.Children)
        {
            if (Steps.Find(ManifestScope.Text(name)) is null)
            {
                scope.ReportUnknown(name, $"Нет такого шага: «{ManifestScope.Text(name)}»", $"There is no step '{ManifestScope.Text(name)}'", Steps.Names);
            }
            else
            {
                steps.Add(ReadStep(ManifestScope.Text(name), name, argument));
            }
        }

        return new ValueMapping(steps, line);
    }

    private ValueMapping? ReportEmpty(YamlNode node, string field)
    {
        if (node is YamlScalarNode)
        {
            scope.Report(node, $"«{field}»: нет колонки.", $"'{field}' names no column.");
        }

        return null;
    }

    private MappingStep ReadStep(string name, YamlNode at, YamlNode argument)
    {
        var line = (int)at.Start.Line;
        if (argument is not YamlMappingNode map)
        {
            return new MappingStep(name, scope.Texts(argument, name), Steps.NoOptions, line);
        }

        var options = map.Children.ToDictionary(
            pair => ManifestScope.Text(pair.Key), pair => ManifestScope.Text(pair.Value), StringComparer.Ordinal);
        return new MappingStep(name, [], options, line);
    }
}
