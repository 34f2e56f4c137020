using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Tests.Running;

public sealed class ScratchFileTests
{
    [Fact]
    public void What_a_killed_process_leaves_open_has_no_name()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps the name of an open file.");
        using var file = ScratchFile.Open(bufferBytes: 0);

        file.Write("заметки"u8);
        file.Position = 0;

        Assert.False(File.Exists(file.Name));
        Assert.Equal("заметки", new StreamReader(file).ReadToEnd());
    }
}
