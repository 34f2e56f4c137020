using CenterDirectory.Data;

namespace CenterDirectory.Importers.Applying;

/// <summary>What a step of a large load has held is not to lie below what the next one takes (docs/decisions/0035-memory-between-steps.md).</summary>
internal static class StepMemory
{
    /// <summary>To be called behind a step that has held much.</summary>
    /// <param name="rows">How many it was about; a few have held little, however early indexes are built behind a load.</param>
    public static async Task GiveBackAsync(long rows)
    {
        if (rows >= DeferredIndexes.LargeLoad)
        {
            // Whoever goes on when a step has ended does so on top of it: what it held is free only when it has returned.
            await Task.Yield();
            ProcessMemory.GiveBack();
        }
    }
}
