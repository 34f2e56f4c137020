namespace CenterDirectory.Data.Values;

/// <summary>Whether it is known what became of a project; depends on the clock.</summary>
public enum OutcomeState
{
    /// <summary>Its end has not come, or nobody said when it is.</summary>
    [Label("Итог ещё впереди", "Outcome to come", About = "Срок ещё не вышел, или он никем не назван")]
    Pending,

    /// <summary>It is over, and nobody has said what became of it.</summary>
    [Label("Итог не сообщён", "Outcome overdue", About = "Проект закончился, а что из него вышло, никто не сказал")]
    Overdue,

    /// <summary>Somebody said what became of it, or that it goes on, or that it was stopped.</summary>
    [Label("Итог сообщён", "Outcome reported", About = "Сказано, что из проекта вышло, что он продолжается или прекращён")]
    Reported,
}
