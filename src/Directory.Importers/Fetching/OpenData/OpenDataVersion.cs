using System.Globalization;
using System.Text.RegularExpressions;

namespace CenterDirectory.Importers.Fetching.OpenData;

/// <summary>A version of a data set as its passport lists it.</summary>
/// <param name="Name">Key of the row, such as <c>data-20260920-structure-20240101.csv</c>.</param>
/// <param name="Place">Address or path of the file.</param>
/// <param name="Moment">When it was made, as its name tells.</param>
internal sealed partial record OpenDataVersion(string Name, string Place, DateTime Moment)
{
    // Publishers write the date of a version in four ways. With the year first or last, eight digits are never ambiguous:
    // the century would be a month.
    private static readonly string[] Layouts = ["yyyyMMdd'T'HHmm", "yyyyMMdd'T'HHmmss", "yyyy-MM-dd", "yyyyMMdd", "ddMMyyyy", "dd-MM-yyyy"];

    /// <summary>A row of a passport; null if it is no version of the data.</summary>
    public static OpenDataVersion? Of(string name, string place)
    {
        return place.Length > 0 && MomentOf(name) is { } moment ? new OpenDataVersion(name, place, moment) : null;
    }

    /// <summary>When a version was made, as its name tells; null if it is no such name.</summary>
    public static DateTime? MomentOf(string name)
    {
        var date = DataName().Match(name).Groups["date"].Value;
        return DateTime.TryParseExact(date, Layouts, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) && moment.Year is >= 1990 and < 2100
            ? moment
            : null;
    }

    [GeneratedRegex("^data-(?<date>[0-9T-]+?)(-structure-.*|\\.[A-Za-z0-9.]+)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DataName();
}
