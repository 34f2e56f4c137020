using CenterDirectory.Api.Hosting;

namespace CenterDirectory.Api.Tests.Hosting;

public sealed class HostPathsTests : IDisposable
{
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("center-directory-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Under_dotnet_run_the_caller_stands_where_the_shell_says()
    {
        var project = folder.CreateSubdirectory("project");
        File.WriteAllText(Path.Combine(project.FullName, "Directory.Api.csproj"), "<Project />");

        Assert.Equal(folder.FullName, HostPaths.CallerFolder(folder.FullName, project.FullName));
        Assert.Equal(project.FullName, HostPaths.CallerFolder(null, project.FullName));
        Assert.Equal(project.FullName, HostPaths.CallerFolder(Path.Combine(folder.FullName, "gone"), project.FullName));
        Assert.Equal(project.FullName, HostPaths.CallerFolder("relative", project.FullName));
    }

    [Fact]
    public void Elsewhere_the_caller_stands_where_the_process_does_whatever_the_shell_said() =>
        Assert.Equal(folder.FullName, HostPaths.CallerFolder(Path.GetTempPath(), folder.FullName));

    [Fact]
    public void The_root_is_the_folder_of_the_solution_or_without_one_the_start()
    {
        var deep = folder.CreateSubdirectory("a").CreateSubdirectory("b");
        Assert.Equal(deep.FullName, HostPaths.FindRoot(deep.FullName));

        File.WriteAllText(Path.Combine(folder.FullName, "CenterDirectory.sln"), "");
        Assert.Equal(folder.FullName, HostPaths.FindRoot(deep.FullName));
    }
}
