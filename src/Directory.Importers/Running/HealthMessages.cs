using CenterDirectory.Data.Values;

namespace CenterDirectory.Importers.Running;

/// <summary>The state of a source in a sentence.</summary>
internal static class HealthMessages
{
    public static LocalizedText Well { get; } = new("Последний запуск прошёл хорошо.", "The last run went well.");

    public static LocalizedText NotEnabled { get; } = new(
        "Не включён: сам не запускается, только по имени.", "Not switched on: it does not run by itself, only by name.");

    public static LocalizedText NoManifest { get; } = new(
        "Описания источника больше нет; то, что он дал раньше, осталось.", "Its manifest is gone; what it gave before is still here.");

    public static LocalizedText Stale { get; } = new(
        "Больше двух сроков подряд не удалось загрузить ничего.", "Nothing could be imported for more than two turns in a row.");

    public static LocalizedText Gone { get; } = new(
        "Издатель ответил, что данных здесь больше нет и не будет (410). Найдите новый адрес, исправьте описание и снимите с паузы.",
        "The publisher answered that the data are gone for good (410). Find their new address, mend the manifest, and resume.");

    public static LocalizedText PausedByHand(string? why) => why is null
        ? new LocalizedText("Приостановлен оператором.", "Paused by the operator.")
        : new LocalizedText($"Приостановлен оператором: {why}", $"Paused by the operator: {why}");

    public static LocalizedText Waits(long run, LocalizedText? reason) => new(
        $"Выпуск задержан проверкой и ждёт решения (запуск {run}). {reason?.Ru}".TrimEnd(),
        $"A release was held back by a check and waits for a decision (run {run}). {reason?.En}".TrimEnd());

    public static LocalizedText Failing(int failures, LocalizedText? reason) => new(
        $"Не удалось загрузить, подряд: {failures}. {reason?.Ru}".TrimEnd(), $"Imports failed, in a row: {failures}. {reason?.En}".TrimEnd());

    /// <summary>After a run that was stopped, thrown away, or read something else in vain: the source itself is not at fault.</summary>
    public static LocalizedText LeftNothing(LocalizedText? reason) => new(
        $"Последний запуск ничего не изменил. {reason?.Ru}".TrimEnd(), $"The last run changed nothing. {reason?.En}".TrimEnd());

    public static LocalizedText FailedLately(LocalizedText? reason) => new(
        $"Последний запуск не удался, повтор назначен. {reason?.Ru}".TrimEnd(), $"The last run failed; it will be tried again. {reason?.En}".TrimEnd());
}
