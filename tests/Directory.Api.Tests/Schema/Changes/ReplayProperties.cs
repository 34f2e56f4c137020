using FsCheck;
using FsCheck.Fluent;

namespace CenterDirectory.Api.Tests.Schema.Changes;

/// <summary>Whoever applies the changes has the directory, wherever they started and however often they were interrupted.</summary>
public sealed class ReplayProperties
{
    private static readonly Arbitrary<(InventedWorld[] History, int PageSize)> Cases =
        Gen.Zip(InventedWorld.Histories, Gen.Choose(1, 9)).ToArbitrary();

    [Fact]
    public void Replaying_the_changes_gives_the_directory() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(6), Prop.ForAll(Cases, async input =>
        {
            var (history, pageSize) = input;
            await using var directory = await OwnDirectory.CreateAsync();
            var faithful = new DirectoryCopy();
            List<DirectoryCopy> copies = [faithful];
            foreach (var world in history)
            {
                directory.Now += TimeSpan.FromHours(1);
                world.WriteTo(directory);
                await directory.ImportAsync();
                // One that got all, one that got some and went away, and one that began with a dump.
                await faithful.FollowAsync(directory, pageSize);
                Same(await DirectoryCopy.DumpAsync(directory), faithful, "followed");
                var interrupted = copies[^1].Clone();
                await interrupted.FollowAsync(directory, pageSize, pages: 2);
                copies.AddRange(interrupted, await DirectoryCopy.DumpAsync(directory));
            }

            var all = await DirectoryCopy.DumpAsync(directory);
            copies.Add(new DirectoryCopy());
            foreach (var (index, copy) in copies.Index())
            {
                await copy.FollowAsync(directory, pageSize);
                Same(all, copy, $"copy {index}");
            }
        }));

    private static void Same(DirectoryCopy expected, DirectoryCopy actual, string which) => Assert.True(
        expected.Entries.SequenceEqual(actual.Entries),
        $"{which} differs:\n{string.Join('\n', expected.Entries.Except(actual.Entries).Select(entry => $"- {entry}").Concat(actual.Entries.Except(expected.Entries).Select(entry => $"+ {entry}")))}");
}
