using System.Reflection;
using System.Text.RegularExpressions;
using CenterDirectory.Api.Hosting;

namespace CenterDirectory.Api.Tests.Architecture;

/// <summary>Three floors, four arrows, none back; and files that one can read (docs/architecture.md).</summary>
public sealed partial class ArchitectureTests
{
    private const int MaximumFile = 350;
    private const int MaximumMethod = 60;

    // Written by EF, read by nobody: docs/decisions/0031-compiled-model.md.
    private const string Generated = "src/Directory.Data/CompiledModel/";

    // Longer because they are one algorithm or one list; anything new needs a reason here.
    private static readonly Dictionary<string, string> LongFiles = [];

    private static readonly Dictionary<string, string> LongMethods = new()
    {
        ["src/Directory.Importers/Fetching/FetchFailures.cs"] = "the list of ways in which fetching fails, each with its message",
    };

    private static readonly string[] Drawers = ["Utils", "Util", "Helpers", "Helper", "Common", "Manager", "Managers"];

    private static readonly Dictionary<string, Assembly> Floors = new()
    {
        ["CenterDirectory.Api"] = typeof(DirectoryHost).Assembly,
        ["CenterDirectory.GraphQL"] = typeof(GraphQL.GraphQLEngine).Assembly,
        ["CenterDirectory.Importers"] = typeof(Importers.ImportPipeline).Assembly,
        ["CenterDirectory.Data"] = typeof(Data.DirectoryDb).Assembly,
    };

    [Theory]
    [InlineData("CenterDirectory.Api", "CenterDirectory.Data", "CenterDirectory.GraphQL", "CenterDirectory.Importers")]
    [InlineData("CenterDirectory.GraphQL")]
    [InlineData("CenterDirectory.Importers", "CenterDirectory.Data")]
    [InlineData("CenterDirectory.Data")]
    public void A_project_knows_only_what_stands_below_it(string project, params string[] below)
    {
        var known = ReferencesOf(project).Where(name => name.StartsWith("CenterDirectory.", StringComparison.Ordinal));

        Assert.Equal(below, known.Order());
    }

    [Theory]
    [InlineData("CenterDirectory.Importers")]
    [InlineData("CenterDirectory.Data")]
    public void Only_the_API_and_the_engine_serve_HTTP(string project) =>
        Assert.DoesNotContain(ReferencesOf(project), name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    [Fact]
    public void Only_the_data_folder_of_the_engine_knows_the_database() => Assert.Empty(
        from file in SourceFiles("src/Directory.GraphQL")
        where !file.Name.StartsWith("src/Directory.GraphQL/Data/", StringComparison.Ordinal)
        where file.Lines.Any(line => line.Contains("EntityFrameworkCore", StringComparison.Ordinal))
        select file.Name);

    [Fact]
    public void The_engine_mentions_nothing_of_the_directory() => Assert.Empty(
        from file in SourceFiles("src/Directory.GraphQL")
        from line in file.Lines
        where OtherFloors().IsMatch(line)
        select $"{file.Name}: {line.Trim()}");

    [Fact]
    public void Files_can_be_read_in_one_go() => Assert.Empty(
        from file in SourceFiles("src")
        where file.Lines.Length > MaximumFile && !LongFiles.ContainsKey(file.Name)
        select $"{file.Name}: {file.Lines.Length} lines");

    [Fact]
    public void Exceptions_are_still_needed() => Assert.Empty(
        LongFiles.Keys.Except(SourceFiles("src").Where(file => file.Lines.Length > MaximumFile).Select(file => file.Name)));

    [Fact]
    public void Methods_fit_on_a_screen() => Assert.Empty(
        from file in SourceFiles("src")
        from member in SourceMembers.Of(file.Lines)
        where member.Length > MaximumMethod && !LongMethods.ContainsKey(file.Name)
        select $"{file.Name}:{member.Line}: {member.Length} lines");

    [Fact]
    public void No_type_is_a_drawer() => Assert.Empty(
        from assembly in Floors.Values
        from type in assembly.GetTypes()
        where Drawers.Any(drawer => type.Name.EndsWith(drawer, StringComparison.Ordinal))
        select type.FullName);

    private static IEnumerable<string> ReferencesOf(string project) => Floors[project].GetReferencedAssemblies().Select(reference => reference.Name!);

    private static IEnumerable<SourceFile> SourceFiles(string folder) =>
        from path in System.IO.Directory.EnumerateFiles(Path.Combine(HostPaths.Root, folder), "*.cs", SearchOption.AllDirectories)
        let name = Path.GetRelativePath(HostPaths.Root, path).Replace('\\', '/')
        where !name.Contains("/obj/", StringComparison.Ordinal) && !name.Contains("/bin/", StringComparison.Ordinal) && !name.StartsWith(Generated, StringComparison.Ordinal)
        select new SourceFile(name, File.ReadAllLines(path));

    [GeneratedRegex(@"\bCenterDirectory\.(Api|Data|Importers)\b|\bDirectoryDb\b")]
    private static partial Regex OtherFloors();

    private sealed record SourceFile(string Name, string[] Lines);
}
