using CenterDirectory.Api.Hosting;

namespace CenterDirectory.Api.Tests.Hosting;

/// <summary>What is known of the data is never older than the bound, and costs one question in that time.</summary>
public sealed class PolledRevisionTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(1);

    private readonly SteppingClock clock = new();
    private readonly Asked database = new();
    private readonly PolledRevision revisions;

    public PolledRevisionTests() => revisions = new PolledRevision(database, Bound, clock);

    [Fact]
    public async Task A_commit_is_seen_when_the_bound_has_passed()
    {
        Assert.Equal(1, await revisions.NumberAsync(Cancel));
        database.Number = 2;
        clock.Advance(Bound - TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, await revisions.NumberAsync(Cancel));

        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(2, await revisions.NumberAsync(Cancel));
        Assert.Equal(2, database.Questions);
    }

    [Fact]
    public async Task Age_counts_from_the_question_and_not_from_its_answer()
    {
        database.Hold = new TaskCompletionSource();
        var slow = revisions.NumberAsync(Cancel).AsTask();
        await database.Begun.WaitAsync(Cancel);
        clock.Advance(Bound);
        database.Hold.SetResult();
        Assert.Equal(1, await slow);

        database.Number = 2;
        Assert.Equal(2, await revisions.NumberAsync(Cancel));
    }

    [Fact]
    public async Task Many_who_want_to_know_at_once_are_one_question_which_the_first_may_leave()
    {
        database.Hold = new TaskCompletionSource();
        using var leaves = new CancellationTokenSource();
        var first = revisions.NumberAsync(leaves.Token).AsTask();
        var others = Enumerable.Range(0, 10).Select(_ => revisions.NumberAsync(Cancel).AsTask()).ToList();
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        database.Hold.SetResult();

        Assert.All(await Task.WhenAll(others), number => Assert.Equal(1, number));
        Assert.Equal(1, database.Questions);
    }

    [Fact]
    public async Task A_database_that_is_away_is_asked_again_and_what_was_known_is_not_told_beyond_the_bound()
    {
        await revisions.NumberAsync(Cancel);
        database.Trouble = new IOException("away");
        Assert.Equal(1, await revisions.NumberAsync(Cancel));
        clock.Advance(Bound);
        await Assert.ThrowsAsync<IOException>(() => revisions.NumberAsync(Cancel).AsTask());

        database.Trouble = null;
        Assert.Equal(1, await revisions.NumberAsync(Cancel));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private sealed class Asked : NewestRevision
    {
        public int Number { get; set; } = 1;

        public int Questions { get; private set; }

        public Exception? Trouble { get; set; }

        public TaskCompletionSource? Hold { get; set; }

        public SemaphoreSlim Begun { get; } = new(0);

        public override async ValueTask<int?> NumberAsync(CancellationToken cancellationToken)
        {
            Questions++;
            var number = Number;
            Begun.Release();
            await (Hold?.Task ?? Task.CompletedTask);
            return Trouble is null ? number : throw Trouble;
        }
    }
}
