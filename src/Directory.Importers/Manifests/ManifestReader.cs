using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CenterDirectory.Importers.Mapping;
using Quartz;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CenterDirectory.Importers.Manifests;

/// <summary>Reads one manifest. All that is wrong with it is reported together.</summary>
internal static partial class ManifestReader
{
    public static readonly string[] Keys =
        ["key", "title", "publisher", "territory", "priority", "enabled", "schedule", "politeness", "grace-runs", "tables", "lookups", "expect", "test"];

    /// <summary>What stands behind <c>import</c> in place of a source.</summary>
    private static readonly string[] CommandWords = ["apply", "discard", "issues", "runs"];

    /// <summary>The manifest, unless it has problems; its key, if it can be told.</summary>
    public static ManifestReading Read(string file, byte[] bytes)
    {
        var scope = new ManifestScope(file);
        string? key = null;
        FeedManifest? manifest = null;
        if (ReadRoot(bytes, scope) is { } root)
        {
            (key, manifest) = ReadManifest(root, Convert.ToHexStringLower(SHA256.HashData(bytes)), scope);
        }

        return new ManifestReading(key, scope.Problems.Count == 0 ? manifest : null, [.. scope.Problems.OrderBy(problem => problem.Line)]);
    }

    private static YamlMappingNode? ReadRoot(byte[] bytes, ManifestScope scope)
    {
        Parser? parser = null;
        try
        {
            parser = new Parser(new StringReader(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF')));
            var yaml = new YamlStream();
            yaml.Load(parser);
            if (yaml.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return root;
            }

            scope.Report(1, "Манифест — один документ YAML с парами «ключ: значение».", "A manifest is one YAML document with keys and values.");
        }
        catch (YamlException error)
        {
            var line = Math.Max(1, (int)error.Start.Line);
            scope.Report(line, $"Это не YAML: {error.Message}", $"This is not YAML: {error.Message}");
        }
        catch (InvalidOperationException)
        {
            // The scanner gives up so on a bracket that is never closed, without telling where; what it read last is near.
            scope.Report(
                Math.Max(1, (int)(parser?.Current?.End.Line ?? 1)),
                "Это не YAML: скобка или кавычка открыта здесь и не закрыта.", "This is not YAML: a bracket or quote is opened here and not closed.");
        }
        catch (DecoderFallbackException)
        {
            scope.Report(1, "Манифест должен быть записан в UTF-8.", "A manifest must be written in UTF-8.");
        }

        return null;
    }

    private static (string? Key, FeedManifest Manifest) ReadManifest(YamlMappingNode root, string hash, ManifestScope scope)
    {
        // The keys of a single table stand at the top level, so both vocabularies are known there.
        var entries = scope.Map(root, "manifest", [.. Keys, .. TableReader.Keys]);
        var key = ReadKey(root, entries, scope);
        if (scope.Scalar(entries.GetValueOrDefault("title"), "title") is not { } title)
        {
            title = "";
            scope.Report(
                entries.GetValueOrDefault("title", root),
                "Нет «title»: название источника для людей.",
                "There is no 'title', the name of the source for people.");
        }

        var lookups = ReadLookups(entries.GetValueOrDefault("lookups"), scope);
        var expect = entries.GetValueOrDefault("expect");
        var manifest = new FeedManifest
        {
            Key = key ?? "",
            Title = title,
            Publisher = ReadPublisher(entries.GetValueOrDefault("publisher"), scope),
            Territory = scope.Scalar(entries.GetValueOrDefault("territory"), "territory"),
            Priority = scope.Number(entries.GetValueOrDefault("priority"), "priority", 0, 1000) ?? FeedManifest.DefaultPriority,
            Enabled = scope.Flag(entries.GetValueOrDefault("enabled"), "enabled") ?? true,
            Schedule = ReadSchedule(entries.GetValueOrDefault("schedule"), scope),
            Politeness = PolitenessReader.Read(entries.GetValueOrDefault("politeness"), scope),
            GraceRuns = ReadGraceRuns(entries.GetValueOrDefault("grace-runs"), scope),
            Lookups = lookups,
            Tables = TableReader.ReadAll(root, entries, lookups, scope),
            Expect = expect is null ? new FeedExpectations() : ReadExpectations(expect, scope),
            Test = ReadTest(entries.GetValueOrDefault("test"), scope),
            File = scope.File,
            Hash = hash,
        };

        return (key, manifest);
    }

    private static int ReadGraceRuns(YamlNode? node, ManifestScope scope) =>
        node is YamlScalarNode { Value: "unlimited" } ? FeedManifest.UnlimitedGrace : scope.Number(node, "grace-runs", 0, 100) ?? 1;

    private static string? ReadKey(YamlMappingNode root, Dictionary<string, YamlNode> entries, ManifestScope scope)
    {
        var node = entries.GetValueOrDefault("key", root);
        if (scope.Scalar(entries.GetValueOrDefault("key"), "key") is { } key && KeyPattern().IsMatch(key))
        {
            if (Array.IndexOf(CommandWords, key) >= 0)
            {
                scope.Report(
                    node,
                    $"«{key}» — слово команды import: назовите источник иначе.",
                    $"'{key}' is a word of the command import: give the source another name.");
            }

            return key;
        }

        scope.Report(
            node,
            "Нужен «key»: до 64 строчных латинских букв, цифр и дефисов, начиная с буквы.",
            "A 'key' is needed: up to 64 small Latin letters, digits and hyphens, a letter first.");
        return null;
    }

    private static FeedPublisher? ReadPublisher(YamlNode? node, ManifestScope scope)
    {
        if (node is null)
        {
            return null;
        }

        var entries = scope.Map(node, "publisher", "name", "url", "licence");
        return new FeedPublisher(
            scope.Scalar(entries.GetValueOrDefault("name"), "name"),
            scope.WebAddress(entries.GetValueOrDefault("url"), "url"),
            scope.Scalar(entries.GetValueOrDefault("licence"), "licence"));
    }

    private static FeedSchedule? ReadSchedule(YamlNode? node, ManifestScope scope)
    {
        if (node is null)
        {
            return null;
        }

        var entries = scope.Map(node, "schedule", "cron", "zone");
        var cron = scope.Scalar(entries.GetValueOrDefault("cron"), "cron");
        var zone = scope.Scalar(entries.GetValueOrDefault("zone"), "zone") ?? "Europe/Moscow";
        if (cron is null || !CronExpression.TryParse(cron, out _))
        {
            scope.Report(
                entries.GetValueOrDefault("cron", node),
                "«cron»: нужно выражение Quartz из шести полей, секунды первыми, например \"0 30 4 * * ?\".",
                "'cron' must be a Quartz expression of six fields, seconds first, such as \"0 30 4 * * ?\".");
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            scope.Report(
                entries.GetValueOrDefault("zone", node),
                "«zone»: такого часового пояса нет; нужен пояс IANA, например Asia/Yekaterinburg.",
                "'zone' names no time zone; an IANA zone is needed, such as Asia/Yekaterinburg.");
        }

        return new FeedSchedule(cron ?? "", zone);
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string?>> ReadLookups(YamlNode? node, ManifestScope scope)
    {
        var lookups = new Dictionary<string, IReadOnlyDictionary<string, string?>>(StringComparer.Ordinal);
        foreach (var (name, words) in node is null ? [] : scope.Pairs(node, "lookups"))
        {
            var lookup = new Dictionary<string, string?>(StringComparer.Ordinal);
            foreach (var (word, meaning) in scope.Pairs(words, ManifestScope.Text(name)))
            {
                if (!WordPattern.IsRight(ManifestScope.Text(word)))
                {
                    scope.Report(
                        word,
                        $"«{ManifestScope.Text(word)}»: регулярное выражение написано неверно.",
                        $"'{ManifestScope.Text(word)}' is no right regular expression.");
                    continue;
                }

                lookup[ManifestScope.Text(word)] = scope.Scalar(meaning, ManifestScope.Text(word));
            }

            lookups[ManifestScope.Text(name)] = lookup;
        }

        return lookups;
    }

    private static FeedExpectations ReadExpectations(YamlNode node, ManifestScope scope)
    {
        var entries = scope.Map(node, "expect", "rows", "removed-at-most", "issues-at-most");
        var (min, max) = ReadRange(entries.GetValueOrDefault("rows"), scope);
        return new FeedExpectations(
            min,
            max,
            scope.Share(entries.GetValueOrDefault("removed-at-most"), "removed-at-most"),
            scope.Share(entries.GetValueOrDefault("issues-at-most"), "issues-at-most"));
    }

    private static (int? Min, int? Max) ReadRange(YamlNode? node, ManifestScope scope)
    {
        switch (node)
        {
            case null:
                return (null, null);
            case YamlSequenceNode { Children: [var least, var most] }:
                var min = scope.Number(least, "rows", 0, int.MaxValue);
                var max = scope.Number(most, "rows", 0, int.MaxValue);
                if (min <= max)
                {
                    return (min, max);
                }

                break;
        }

        scope.Report(
            node,
            "«rows»: нужны наименьшее и наибольшее число строк, например [5, 100].",
            "'rows' must be the fewest and the most rows, such as [5, 100].");
        return (null, null);
    }

    private static FeedTest? ReadTest(YamlNode? node, ManifestScope scope)
    {
        if (node is null)
        {
            return null;
        }

        var entries = scope.Map(node, "test", "fixture", "rows");
        var rows = scope.Number(entries.GetValueOrDefault("rows"), "rows", 0, int.MaxValue);
        if (scope.Scalar(entries.GetValueOrDefault("fixture"), "fixture") is { } fixture)
        {
            return new FeedTest(fixture, rows);
        }

        scope.Report(node, "«test»: нет «fixture», файла с образцом.", "'test' lacks 'fixture', a file with a sample.");
        return null;
    }

    [GeneratedRegex(KeyShapes.SourceKey, RegexOptions.CultureInvariant)]
    private static partial Regex KeyPattern();
}

/// <summary>What came of reading one manifest.</summary>
/// <param name="Key">Its key, if it could be told.</param>
/// <param name="Manifest">The manifest; null if it has problems.</param>
/// <param name="Problems">All that is wrong with it, by line.</param>
internal sealed record ManifestReading(string? Key, FeedManifest? Manifest, IReadOnlyList<ManifestProblem> Problems);
