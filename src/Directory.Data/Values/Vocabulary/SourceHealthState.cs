namespace CenterDirectory.Data.Values;

/// <summary>State of a source.</summary>
public enum SourceHealthState
{
    /// <summary>On time.</summary>
    [Label("Всё в порядке", "On time", About = "Загружается вовремя")]
    Ok,

    /// <summary>Not successful for too long.</summary>
    [Label("Давно не обновлялся", "Stale", About = "Слишком давно не загружался успешно")]
    Stale,

    /// <summary>The last runs failed.</summary>
    [Label("Сбоит", "Failing", About = "Последние загрузки не удались")]
    Failing,

    /// <summary>A run waits for the operator.</summary>
    [Label("Ждёт решения оператора", "Waits for the operator", About = "Загрузка ждёт решения оператора")]
    Quarantined,

    /// <summary>Paused by the operator or by the publisher's answer.</summary>
    [Label("Приостановлен", "Paused", About = "Остановлен оператором или ответом самого источника")]
    Paused,

    /// <summary>Not switched on.</summary>
    [Label("Выключен", "Switched off", About = "Не включён")]
    Disabled,
}
