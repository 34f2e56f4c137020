using CenterDirectory.Data.Values;

namespace CenterDirectory.Importers.Running;

/// <summary>Why a run ended without being applied, where the source itself is not at fault.</summary>
internal static class RunReasons
{
    public static LocalizedText Interrupted { get; } = new(
        "Прервано: процесс завершился, не закончив импорт. Данные не изменены.",
        "Interrupted: the process ended before the import did. The data is untouched.");

    public static LocalizedText Cancelled { get; } = new(
        "Остановлено до завершения. Данные не изменены.", "Stopped before its end. The data is untouched.");

    public static LocalizedText AlreadyRunning { get; } = new(
        "Этот источник уже импортируется; дождитесь конца.", "This source is being imported already; wait until that has ended.");

    public static LocalizedText DiscardedBefore(long run) => new(
        $"Это тот же выпуск, что отклонён в запуске {run}; он не применён. Передумали – повторите запуск с --replay {run}.",
        $"This is the release that was discarded in run {run}; it was not applied. If you think otherwise now, import it with --replay {run}.");

    public static LocalizedText NotWaiting(long run) => new(
        $"Запуск {run} не ждёт решения: применить или отклонить можно только последний запуск источника, и только из карантина.",
        $"Run {run} does not wait for a decision: only the newest run of a source can be applied or discarded, and only out of quarantine.");

    public static LocalizedText NotReplayable(long run) => new(
        $"Запуск {run} нельзя повторить: это не запуск этого источника, или он ничего не прочитал, или читал другие файлы, чем сейчас назвал бы манифест.",
        $"Run {run} cannot be replayed: it is no run of this source, or it read nothing, or other files than the manifest names now.");

    public static LocalizedText Broken(long run) => new(
        $"Внутренняя ошибка; подробности в журнале программы под номером запуска {run}. Данные не изменены.",
        $"Internal error; the program's log tells more under run {run}. The data is untouched.");
}
