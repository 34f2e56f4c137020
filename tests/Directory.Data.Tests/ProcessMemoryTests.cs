using System.Runtime.CompilerServices;

namespace CenterDirectory.Data.Tests;

public sealed class ProcessMemoryTests
{
    [Fact]
    public void What_nobody_holds_any_more_is_given_back()
    {
        var (held, dropped) = (new byte[1 << 20], Drop());
        var kept = new WeakReference(held);

        ProcessMemory.GiveBack();

        Assert.False(dropped.IsAlive);
        Assert.True(kept.IsAlive);
        GC.KeepAlive(held);
    }

    [Fact]
    public void The_C_library_can_be_told_twice()
    {
        ProcessMemory.Configure();
        ProcessMemory.Configure();

        ProcessMemory.GiveBack();
    }

    /// <summary>In a frame of its own, which is gone when it returns.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Drop() => new(new byte[1 << 20]);
}
