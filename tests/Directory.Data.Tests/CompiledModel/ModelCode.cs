using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Design.Internal;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Scaffolding;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Data.Tests.CompiledModel;

/// <summary>The code that EF writes for the model on SQLite, and the code that stands in <c>src/Directory.Data/CompiledModel</c>.</summary>
internal static partial class ModelCode
{
    /// <summary>What EF writes now, by names of files.</summary>
    public static SortedDictionary<string, string> Generate()
    {
        using var db = TemporaryDatabase.Open("Data Source=:memory:");
        var assembly = typeof(DirectoryDb).Assembly;
#pragma warning disable EF1001 // The tool `dotnet ef` builds its services in no other way.
        using var services = (ServiceProvider)new DesignTimeServicesBuilder(assembly, assembly, new OperationReporter(handler: null), []).Build(db);
#pragma warning restore EF1001
        var options = new CompiledModelCodeGenerationOptions
        {
            ContextType = typeof(DirectoryDb),
            ModelNamespace = "CenterDirectory.Data.CompiledModel",
            Language = "C#",
            UseNullableReferenceTypes = true,
        };

        // What the context makes of its configuration, whatever model it was told to use.
        var model = db.GetService<IDesignTimeModel>().Model;
        var files = services.GetRequiredService<ICompiledModelCodeGeneratorSelector>().Select(options).GenerateModel(model, options);
        return new SortedDictionary<string, string>(
            files.Where(file => !IsDiscovery(file)).ToDictionary(file => Path.GetFileName(file.Path), Lasting), StringComparer.Ordinal);
    }

    /// <summary>What stands in the folder, by names of files.</summary>
    public static SortedDictionary<string, string> Read() => new(
        System.IO.Directory.EnumerateFiles(Folder(), "*.cs").ToDictionary(file => Path.GetFileName(file), file => File.ReadAllText(file).ReplaceLineEndings("\n")),
        StringComparer.Ordinal);

    /// <summary>Puts code in the place of what stands in the folder.</summary>
    public static void Write(IReadOnlyDictionary<string, string> files)
    {
        System.IO.Directory.CreateDirectory(Folder());
        foreach (var (name, code) in files)
        {
            File.WriteAllText(Path.Combine(Folder(), name), code);
        }

        foreach (var name in Read().Keys.Except(files.Keys))
        {
            File.Delete(Path.Combine(Folder(), name));
        }
    }

    /// <summary>By an attribute of the assembly EF would find the model for every database; it is SQLite's alone, and named where its options are.</summary>
    private static bool IsDiscovery(ScaffoldedFile file) => file.Code.Contains("[assembly: DbContextModel", StringComparison.Ordinal);

    /// <summary>
    /// EF numbers each model at random; nobody asks for the number, but code that is the same should look the same. Nobody outside needs the classes.
    /// </summary>
    private static string Lasting(ScaffoldedFile file) => ModelId()
        .Replace(file.Code.ReplaceLineEndings("\n"), "modelId: new Guid(\"6f5bb0c4-3d4c-4d5e-9a57-0a8e7b3f6c21\")")
        .Replace("    public partial class ", "    internal partial class ", StringComparison.Ordinal);

    [GeneratedRegex("""modelId: new Guid\("[0-9a-f-]{36}"\)""")]
    private static partial Regex ModelId();

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/Directory.Data/CompiledModel"));
}
