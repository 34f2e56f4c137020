using System.Runtime.CompilerServices;
using CenterDirectory.Data.Entities;
using CenterDirectory.Importers.Resolving.Storage;

namespace CenterDirectory.Importers.Tests.Resolving.Storage;

public sealed class RulesPoolTests
{
    [Fact]
    public async Task Rules_go_with_their_pool_whatever_threads_have_used_them()
    {
        var rules = await UseAsync();

        GC.Collect();

        Assert.All(rules, used => Assert.False(used.IsAlive));
    }

    [Fact]
    public async Task Rules_that_have_done_their_work_do_the_next()
    {
        var pool = new RulesPool(nameof(Organization));

        var first = await pool.Run(rules => rules);
        var second = await pool.Run(rules => rules);

        Assert.Same(first, second);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<List<WeakReference>> UseAsync()
    {
        var pool = new RulesPool(nameof(Organization));
        List<WeakReference> used = [];
        for (var i = 0; i < 3; i++)
        {
            used.Add(await pool.Run(rules => new WeakReference(rules)));
        }

        await Task.Yield();
        return used;
    }
}
