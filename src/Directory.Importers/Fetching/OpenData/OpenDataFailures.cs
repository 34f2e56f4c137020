using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Fetching.OpenData;

/// <summary>Words for lists and passports of open data that lead nowhere.</summary>
internal static class OpenDataFailures
{
    public static readonly FeedFailure NoPassport = Fail(
        "opendata-no-passport",
        "Это не список и не паспорт открытых данных: нет колонок property и value. Проверьте «opendata».",
        "This is neither a list nor a passport of open data: the columns property and value are missing. Check 'opendata'.");

    public static readonly FeedFailure NoVersion = Fail(
        "opendata-no-version",
        "В паспорте нет ни одной версии данных (строк data-…). Издатель, возможно, убрал набор.",
        "The passport lists no version of the data (rows data-…). The publisher may have withdrawn the set.");

    public static FeedFailure NoDataset(string? dataset) => Fail(
        "opendata-no-dataset",
        dataset is null
            ? "Это список наборов: назовите нужный в «dataset», по колонке property."
            : $"В списке нет набора {dataset}. Проверьте «dataset» по колонке property.",
        dataset is null
            ? "This is a list of data sets: name yours in 'dataset', as the column property has it."
            : $"The list has no data set {dataset}. Check 'dataset' against the column property.");

    private static FeedFailure Fail(string code, string ru, string en) => new(code, new LocalizedText(ru, en));
}
