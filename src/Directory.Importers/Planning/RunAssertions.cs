using System.Globalization;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Planning;

/// <summary>Whether a plan looks like a healthy run of its source; one that does not is quarantined.</summary>
internal static class RunAssertions
{
    /// <summary>Share of records that may be missing where the manifest says nothing.</summary>
    public const double DefaultRemovedAtMost = 0.2;

    /// <summary>The default holds from this many known records on: two of five centers may well close in one run.</summary>
    public const int DefaultHoldsFrom = 20;

    /// <summary>The first assertion that the plan breaks, in words; null if it breaks none.</summary>
    /// <param name="expect">What the manifest asserts.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="rows">Rows read, less those out of scope.</param>
    /// <param name="errors">Errors found in them.</param>
    public static LocalizedText? Broken(FeedExpectations expect, ImportPlan plan, int rows, int errors) =>
        OutOfRange(expect, rows) ?? TooManyErrors(expect, rows, errors) ?? NothingLeft(expect, plan) ?? TooManyMissing(expect, plan);

    /// <summary>Too few rows, or too many; null if neither. Needs no plan, so that a file can be judged before it is imported.</summary>
    public static LocalizedText? OutOfRange(FeedExpectations expect, int rows) => TooFew(expect, rows) ?? TooMany(expect, rows);

    /// <summary>Too large a share of rows with errors; needs no plan either.</summary>
    public static LocalizedText? TooManyErrors(FeedExpectations expect, int rows, int errors) =>
        expect.IssuesAtMost is { } limit && Share(errors, rows) > limit
            ? new LocalizedText(
                $"Ошибок {errors} на {rows} строк, допускается {Percent(limit)}.",
                $"{errors} errors in {rows} rows; {Percent(limit)} are allowed.")
            : null;

    private static LocalizedText? TooFew(FeedExpectations expect, int rows) => rows < expect.MinRows
        ? new LocalizedText($"Строк {rows}, а ожидалось не меньше {expect.MinRows}.", $"{rows} rows where at least {expect.MinRows} were expected.")
        : null;

    private static LocalizedText? TooMany(FeedExpectations expect, int rows) => rows > expect.MaxRows
        ? new LocalizedText($"Строк {rows}, а ожидалось не больше {expect.MaxRows}.", $"{rows} rows where at most {expect.MaxRows} were expected.")
        : null;

    private static LocalizedText? NothingLeft(FeedExpectations expect, ImportPlan plan) =>
        plan.Known > 0 && plan.Missing == plan.Known && expect.RemovedAtMost is not >= 1
            ? new LocalizedText(
                $"В источнике не осталось ни одной из {plan.Known} известных записей.",
                $"None of the {plan.Known} known records is in the source any more.")
            : null;

    private static LocalizedText? TooManyMissing(FeedExpectations expect, ImportPlan plan)
    {
        var limit = expect.RemovedAtMost ?? (plan.Known >= DefaultHoldsFrom ? DefaultRemovedAtMost : 1);
        return Share(plan.Missing, plan.Known) > limit
            ? new LocalizedText(
                $"Пропало {plan.Missing} из {plan.Known} известных записей, допускается {Percent(limit)}.",
                $"{plan.Missing} of {plan.Known} known records are missing; {Percent(limit)} are allowed.")
            : null;
    }

    private static double Share(int part, int whole) => part == 0 ? 0 : (double)part / Math.Max(whole, 1);

    private static string Percent(double share) => share.ToString("0.#%", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal);
}
