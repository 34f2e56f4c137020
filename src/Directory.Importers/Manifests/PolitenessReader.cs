using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace CenterDirectory.Importers.Manifests;

/// <summary>Reads how a source wants to be fetched: the key <c>politeness</c>.</summary>
internal static partial class PolitenessReader
{
    public static FeedPoliteness? Read(YamlNode? node, ManifestScope scope)
    {
        if (node is null)
        {
            return null;
        }

        var entries = scope.Map(node, "politeness", "interval", "timeout", "stall", "max-size");
        return new FeedPoliteness(
            Span(entries.GetValueOrDefault("interval"), "interval", scope),
            Span(entries.GetValueOrDefault("timeout"), "timeout", scope),
            Span(entries.GetValueOrDefault("stall"), "stall", scope),
            Size(entries.GetValueOrDefault("max-size"), "max-size", scope));
    }

    private static TimeSpan? Span(YamlNode? node, string what, ManifestScope scope)
    {
        if (scope.Scalar(node, what) is not { } text)
        {
            return null;
        }

        if (SpanPattern().Match(text) is { Success: true } match && Number(match) is > 0 and var number)
        {
            return match.Groups["unit"].Value switch
            {
                "h" => TimeSpan.FromHours(number),
                "m" => TimeSpan.FromMinutes(number),
                _ => TimeSpan.FromSeconds(number),
            };
        }

        scope.Report(node!, $"«{what}»: нужен срок, например 30s, 10m или 1h.", $"'{what}' must be a span of time, such as 30s, 10m or 1h.");
        return null;
    }

    private static long? Size(YamlNode? node, string what, ManifestScope scope)
    {
        if (scope.Scalar(node, what) is not { } text)
        {
            return null;
        }

        if (SizePattern().Match(text) is { Success: true } match && Number(match) is > 0 and var number)
        {
            return (long)number << (match.Groups["unit"].Value switch
            {
                "KiB" => 10,
                "MiB" => 20,
                _ => 30,
            });
        }

        scope.Report(node!, $"«{what}»: нужен размер, например 500KiB, 20MiB или 1GiB.", $"'{what}' must be a size, such as 500KiB, 20MiB or 1GiB.");
        return null;
    }

    // The patterns allow no more digits than an int has.
    private static int Number(Match match) => int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<number>\d{1,5}) ?(?<unit>[smh])$", RegexOptions.CultureInvariant)]
    private static partial Regex SpanPattern();

    [GeneratedRegex(@"^(?<number>\d{1,5}) ?(?<unit>KiB|MiB|GiB)$", RegexOptions.CultureInvariant)]
    private static partial Regex SizePattern();
}
