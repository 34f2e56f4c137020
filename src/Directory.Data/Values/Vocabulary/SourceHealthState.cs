namespace CenterDirectory.Data.Values;

/// <summary>State of a source.</summary>
public enum SourceHealthState
{
    /// <summary>On time.</summary>
    [Label("Всё в порядке", "On time")]
    Ok,

    /// <summary>Not successful for too long.</summary>
    [Label("Давно не обновлялся", "Stale")]
    Stale,

    /// <summary>The last runs failed.</summary>
    [Label("Сбоит", "Failing")]
    Failing,

    /// <summary>A run waits for the operator.</summary>
    [Label("Ждёт решения оператора", "Waits for the operator")]
    Quarantined,

    /// <summary>Paused by the operator or by the publisher's answer.</summary>
    [Label("Приостановлен", "Paused")]
    Paused,

    /// <summary>Not switched on.</summary>
    [Label("Выключен", "Switched off")]
    Disabled,
}
