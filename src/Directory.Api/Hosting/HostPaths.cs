namespace CenterDirectory.Api.Hosting;

/// <summary>
/// Where things lie. Relative paths of the configuration count from the root of the solution, or from the executable where there is none
/// (a published installation); paths on the command line count from the folder in which the caller stands.
/// </summary>
internal static class HostPaths
{
    private const string SolutionFile = "CenterDirectory.sln";
    private const string ProjectFile = "Directory.Api.csproj";

    /// <summary>The solution's folder, else the executable's.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>A path of the configuration in full.</summary>
    public static string FromConfiguration(string path) => Path.GetFullPath(path, Root);

    /// <summary>A path of the command line in full.</summary>
    public static string FromCaller(string path) => Path.GetFullPath(path, CallerFolder(Environment.GetEnvironmentVariable("PWD"), Environment.CurrentDirectory));

    /// <summary>
    /// The process's folder, except under <c>dotnet run</c>, which moves the process into the folder of the project: then the shell's.
    /// Elsewhere the shell's may be a stale one, of a program that started this one in another folder.
    /// </summary>
    internal static string CallerFolder(string? shellFolder, string processFolder) =>
        File.Exists(Path.Combine(processFolder, ProjectFile))
        && shellFolder is not null && Path.IsPathFullyQualified(shellFolder) && System.IO.Directory.Exists(shellFolder)
            ? shellFolder
            : processFolder;

    internal static string FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, SolutionFile)))
            {
                return folder.FullName;
            }
        }

        return start;
    }
}
