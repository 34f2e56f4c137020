using System.Runtime.InteropServices;

namespace CenterDirectory.Data;

/// <summary>
/// Memory that a large load has let go of, and that would otherwise stay with the process: the peak of each phase would have that of the one before
/// it below itself.
/// </summary>
internal static class ProcessMemory
{
    /// <summary>M_TRIM_THRESHOLD and M_MMAP_THRESHOLD of mallopt(3).</summary>
    private const int TrimThreshold = -1;
    private const int MapThreshold = -3;

    /// <summary>M_ARENA_MAX: each of them keeps what it once had, and one thread writes while another makes an index.</summary>
    private const int MostArenas = -8;

    private const int Arenas = 2;

    /// <summary>What glibc begins with. Left to itself it goes up to 32 MiB, and large pieces leave holes among pages of the database.</summary>
    private const int Threshold = 128 * 1024;

    /// <summary>Only glibc works like that; other libraries of C have their own ways, and other systems theirs.</summary>
    private static readonly nint Library = OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libc.so.6", out var library) ? library : 0;

    private static readonly nint TrimFunction = Function("malloc_trim");

    /// <summary>Has the C library hand back what it can: once, before SQLite takes any.</summary>
    public static unsafe void Configure()
    {
        if (Function("mallopt") is var set and not 0)
        {
            var option = (delegate* unmanaged<int, int, int>)set;
            option(TrimThreshold, Threshold);
            option(MapThreshold, Threshold);
            option(MostArenas, Arenas);
        }
    }

    /// <summary>Gives back what is free, in managed memory and in that of SQLite. Takes some milliseconds for each ten megabytes in use.</summary>
    public static unsafe void GiveBack()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (TrimFunction != 0)
        {
            ((delegate* unmanaged<nint, int>)TrimFunction)(0);
        }
    }

    private static nint Function(string name) => Library != 0 && NativeLibrary.TryGetExport(Library, name, out var address) ? address : 0;
}
