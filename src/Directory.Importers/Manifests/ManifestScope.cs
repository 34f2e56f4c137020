using System.Globalization;
using CenterDirectory.Data.Values;
using YamlDotNet.RepresentationModel;

namespace CenterDirectory.Importers.Manifests;

/// <summary>
/// Reads the nodes of one manifest and gathers everything that is wrong with it, so that its author mends it in one go.
/// Methods return null (or nothing) for what they have reported.
/// </summary>
internal sealed class ManifestScope(string file)
{
    private readonly List<ManifestProblem> problems = [];

    public string File => file;

    public IReadOnlyList<ManifestProblem> Problems => problems;

    public void Report(YamlNode at, string ru, string en) => Report((int)at.Start.Line, ru, en);

    public void Report(int line, string ru, string en) => problems.Add(new ManifestProblem(file, line, new LocalizedText(ru, en)));

    /// <summary>The entries of a map; keys that are not known are reported with the nearest one that is.</summary>
    public Dictionary<string, YamlNode> Map(YamlNode node, string what, params ReadOnlySpan<string> known)
    {
        var entries = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var (key, value) in Pairs(node, what))
        {
            if (known.Contains(Text(key)))
            {
                entries[Text(key)] = value;
            }
            else
            {
                ReportUnknown(key, $"Неизвестный ключ «{Text(key)}»", $"Unknown key '{Text(key)}'", known.ToArray());
            }
        }

        return entries;
    }

    /// <summary>The pairs of a map with free keys.</summary>
    public IEnumerable<KeyValuePair<YamlNode, YamlNode>> Pairs(YamlNode node, string what)
    {
        if (node is YamlMappingNode map)
        {
            return map.Children;
        }

        Report(node, $"«{what}»: нужен набор пар «ключ: значение».", $"'{what}' must be a map of keys and values.");
        return [];
    }

    public void ReportUnknown(YamlNode at, string ru, string en, IReadOnlyCollection<string> known) =>
        ReportUnknown(at, Text(at), ru, en, known);

    public void ReportUnknown(YamlNode at, string typed, string ru, string en, IReadOnlyCollection<string> known)
    {
        var nearest = NearestName.Of(typed, known);
        if (nearest is not null)
        {
            Report(at, $"{ru}. Возможно, «{nearest}»?", $"{en}. Did you mean '{nearest}'?");
        }
        else
        {
            var names = string.Join(", ", known);
            Report(at, $"{ru}. Бывают: {names}.", $"{en}. Known: {names}.");
        }
    }

    /// <summary>A text; null if the node is absent, empty or not a single value.</summary>
    public string? Scalar(YamlNode? node, string what)
    {
        switch (node)
        {
            case null:
                return null;
            case YamlScalarNode scalar:
                return IsNull(scalar) ? null : scalar.Value;
            default:
                Report(node, $"«{what}»: нужно одно значение.", $"'{what}' must be a single value.");
                return null;
        }
    }

    /// <summary>One text or a list of texts.</summary>
    public IReadOnlyList<string> Texts(YamlNode? node, string what)
    {
        if (node is YamlSequenceNode list)
        {
            return [.. list.Children.Select(item => Scalar(item, what)).OfType<string>()];
        }

        return Scalar(node, what) is { } text ? [text] : [];
    }

    public int? Number(YamlNode? node, string what, int min, int max)
    {
        if (Scalar(node, what) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
        {
            return number;
        }

        Report(node!, $"«{what}»: нужно целое число от {min} до {max}.", $"'{what}' must be a whole number from {min} to {max}.");
        return null;
    }

    public bool? Flag(YamlNode? node, string what)
    {
        switch (Scalar(node, what))
        {
            case null:
                return null;
            case "true":
                return true;
            case "false":
                return false;
            default:
                Report(node!, $"«{what}»: нужно true или false.", $"'{what}' must be true or false.");
                return null;
        }
    }

    /// <summary>A share such as <c>20%</c>, as 0 to 1.</summary>
    public double? Share(YamlNode? node, string what)
    {
        if (Scalar(node, what) is not { } text)
        {
            return null;
        }

        if (text.EndsWith('%')
            && double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent is >= 0 and <= 100)
        {
            return percent / 100;
        }

        Report(node!, $"«{what}»: нужна доля от 0% до 100%, например 20%.", $"'{what}' must be a share from 0% to 100%, such as 20%.");
        return null;
    }

    public Uri? WebAddress(YamlNode? node, string what)
    {
        if (Scalar(node, what) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp))
        {
            return uri;
        }

        Report(node!, $"«{what}»: нужен полный адрес, https://…", $"'{what}' must be a full address, https://…");
        return null;
    }

    /// <summary>The text of a scalar; of anything else an empty one.</summary>
    public static string Text(YamlNode node) => (node as YamlScalarNode)?.Value ?? "";

    /// <summary>Whether a plain scalar means null in YAML.</summary>
    public static bool IsNull(YamlScalarNode node) =>
        node.Style == YamlDotNet.Core.ScalarStyle.Plain && node.Value is null or "" or "~" or "null";
}
