using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using CenterDirectory.Api.Hosting;
using CenterDirectory.GraphQL;
using CenterDirectory.Importers.Scheduling;

namespace CenterDirectory.Api.Tests.Hosting;

/// <summary>The table of settings says what the code has.</summary>
public sealed partial class OperationsDocumentTests
{
    [Fact]
    public void Every_setting_is_in_the_table_with_its_default()
    {
        var expected = Options().SelectMany(SettingsOf).Order(StringComparer.Ordinal).ToList();

        Assert.Contains("Schedule:CheckIn = 00:00:10", expected);
        Assert.Equal(string.Join('\n', expected), string.Join('\n', Documented().Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Every_metric_of_ours_is_in_the_table()
    {
        var document = Document();
        var names = System.IO.Directory.EnumerateFiles(Path.Combine(HostPaths.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Instruments().Matches(File.ReadAllText(file))).Select(match => match.Groups["name"].Value.Replace('.', '_')).ToList();

        Assert.Contains("graphql_request_duration", names);
        Assert.All(names, name => Assert.Contains($"{name}", document, StringComparison.Ordinal));
    }

    /// <summary>Classes of options say their section; that of the engine is the host's to say.</summary>
    private static IEnumerable<(string Section, Type Type)> Options() =>
        new[] { typeof(DirectoryHost).Assembly, typeof(ScheduleOptions).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .Select(type => (Section: type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string, Type: type))
            .Where(found => found.Section is not null && found.Type.Name.EndsWith("Options", StringComparison.Ordinal))
            .Select(found => (found.Section!, found.Type)).Append((DirectoryHost.Limits, typeof(EngineOptions)));

    private static IEnumerable<string> SettingsOf((string Section, Type Type) options)
    {
        var defaults = Activator.CreateInstance(options.Type)!;
        return options.Type.GetProperties().Where(property => property.CanWrite || typeof(IEnumerable<string>).IsAssignableFrom(property.PropertyType))
            .Select(property => $"{options.Section}:{property.Name} = {Text(property.GetValue(defaults))}");
    }

    private static string Text(object? value) => value switch
    {
        null or "" => "–",
        string text => text,
        bool flag => flag ? "true" : "false",
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        IEnumerable items => items.Cast<object>().Any() ? throw new InvalidOperationException("A list with a default has no form yet.") : "–",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static IEnumerable<string> Documented()
    {
        var document = Document();
        var table = document[document.IndexOf("<!-- options", StringComparison.Ordinal)..document.IndexOf("<!-- /options", StringComparison.Ordinal)];
        return Row().Matches(table).Select(match => $"{match.Groups["key"].Value} = {match.Groups["default"].Value.Trim('`')}");
    }

    private static string Document() => File.ReadAllText(Path.Combine(HostPaths.Root, "docs", "operations.md")).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^\| `(?<key>[A-Za-z:]+)` \| (?<default>[^|]+?) \|", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"Create(Counter|Histogram|UpDownCounter|ObservableGauge)(<\w+>)?\(\s*""(?<name>[a-z.]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Instruments();
}
