namespace CenterDirectory.Importers.Running;

/// <summary>A file for what a run need not hold in memory. It has no name any more where that is possible, so a process that is killed leaves nothing behind.</summary>
internal static class ScratchFile
{
    /// <summary>Opens an empty one in the folder for temporary files; it is gone when it is closed.</summary>
    /// <param name="bufferBytes">Bytes to be written or read at once.</param>
    /// <param name="options">Further options.</param>
    public static FileStream Open(int bufferBytes, FileOptions options = FileOptions.None)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferBytes, options | FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(path);
        }

        return file;
    }
}
