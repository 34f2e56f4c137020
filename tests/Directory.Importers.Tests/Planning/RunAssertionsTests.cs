using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Planning;

namespace CenterDirectory.Importers.Tests.Planning;

public sealed class RunAssertionsTests
{
    [Theory]
    [InlineData(20, 4, null)]
    [InlineData(20, 5, "Пропало 5 из 20 известных записей, допускается 20%.")]
    [InlineData(19, 18, null)]
    [InlineData(19, 19, "В источнике не осталось ни одной из 19 известных записей.")]
    [InlineData(0, 0, null)]
    public void Without_a_word_in_the_manifest_a_fifth_of_twenty_or_more_may_be_missing(int known, int missing, string? reason) =>
        Assert.Equal(reason, RunAssertions.Broken(new FeedExpectations(), Plan(known, missing), rows: 100, errors: 50)?.Ru);

    [Theory]
    [InlineData(0.05, 10, 1, "Пропало 1 из 10 известных записей, допускается 5%.")]
    [InlineData(0, 3, 1, "Пропало 1 из 3 известных записей, допускается 0%.")]
    [InlineData(0.5, 100, 50, null)]
    [InlineData(1, 100, 100, null)]
    public void The_manifest_says_what_may_be_missing(double share, int known, int missing, string? reason) =>
        Assert.Equal(reason, RunAssertions.Broken(new FeedExpectations(RemovedAtMost: share), Plan(known, missing), rows: 100, errors: 0)?.Ru);

    [Theory]
    [InlineData(4, "4 rows where at least 5 were expected.")]
    [InlineData(5, null)]
    [InlineData(9, null)]
    [InlineData(10, "10 rows where at most 9 were expected.")]
    public void Rows_are_counted(int rows, string? reason) =>
        Assert.Equal(reason, RunAssertions.Broken(new FeedExpectations(MinRows: 5, MaxRows: 9), Plan(0, 0), rows, errors: 0)?.En);

    [Theory]
    [InlineData(5, null)]
    [InlineData(6, "6 errors in 100 rows; 5% are allowed.")]
    public void Errors_are_counted(int errors, string? reason) =>
        Assert.Equal(reason, RunAssertions.Broken(new FeedExpectations(IssuesAtMost: 0.05), Plan(0, 0), rows: 100, errors)?.En);

    private static ImportPlan Plan(int known, int missing) =>
        new(known, Added: 0, Changed: 0, Unchanged: known - missing, missing, Retired: 0, Resumed: 0);
}
