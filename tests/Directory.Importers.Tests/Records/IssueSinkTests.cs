using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Tests.Records;

public sealed class IssueSinkTests
{
    [Fact]
    public void A_flood_of_one_code_is_counted_but_not_kept_and_others_still_are()
    {
        var sink = new IssueSink();
        for (var row = 1; row <= 1_500; row++)
        {
            sink.Add(Issue(IssueSeverity.Warning, "flood", row));
        }

        sink.Add(Issue(IssueSeverity.Error, "rare", 1_501));

        Assert.Equal((1_500, 1), (sink.Warnings, sink.Errors));
        Assert.Equal(1_001, sink.Stored.Count);
        Assert.Equal("rare", sink.Stored[^1].Code);
        Assert.Equal(1_500, sink.CountByCode["flood"]);
    }

    private static RecordIssue Issue(IssueSeverity severity, string code, int row) => new(severity, code, "table", row, null, new LocalizedText("", ""));
}
