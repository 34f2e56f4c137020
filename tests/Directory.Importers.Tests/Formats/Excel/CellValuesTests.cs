using CenterDirectory.Importers.Formats.Excel;

namespace CenterDirectory.Importers.Tests.Formats.Excel;

public sealed class CellValuesTests
{
    public static TheoryData<object, string> Cells() => new()
    {
        { new TimeSpan(10, 5, 0), "10:05" },
        { new TimeSpan(1, 12, 30, 0), "36:30" },
        { new TimeSpan(0, 0, 1, 7), "00:01:07" },
        { new TimeSpan(-1, -30, 0), "-01:30" },
        { new DateTime(1899, 12, 31, 9, 30, 0, DateTimeKind.Unspecified), "09:30" },
        { new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified), "00:00" },
        { new DateTime(2026, 3, 15, 0, 0, 0, DateTimeKind.Unspecified), "2026-03-15" },
        { new DateTime(2026, 3, 15, 9, 30, 0, DateTimeKind.Unspecified), "2026-03-15T09:30:00" },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_time_is_written_as_a_clock_shows_it(object value, string text) => Assert.Equal(text, CellValues.Text(value, null));
}
