namespace CenterDirectory.Data.Values;

/// <summary>What a person, center or organization does in an event, network, project or organization.</summary>
public enum ParticipantRole
{
    /// <summary>Organizes.</summary>
    [Label("Организатор", "Organizer", About = "Проводит")]
    Organizer,

    /// <summary>Helps to organize.</summary>
    [Label("Соорганизатор", "Co-organizer", About = "Помогает проводить")]
    CoOrganizer,

    /// <summary>Gives the place.</summary>
    [Label("Принимающая сторона", "Host", About = "Предоставляет место")]
    Host,

    /// <summary>Leads the discussion.</summary>
    [Label("Модератор", "Moderator", About = "Ведёт обсуждение")]
    Moderator,

    /// <summary>Speaks.</summary>
    [Label("Спикер", "Speaker")]
    Speaker,

    /// <summary>Gives a welcome address.</summary>
    [Label("Приветствие", "Welcome address", About = "Выступает с приветственным словом")]
    Welcome,

    /// <summary>Supports.</summary>
    [Label("Поддержка", "Supporter")]
    Supporter,

    /// <summary>Takes part.</summary>
    [Label("Участник", "Participant")]
    Participant,

    /// <summary>Pays.</summary>
    [Label("Финансирование", "Funder", About = "Платит")]
    Funder,

    /// <summary>Runs a program or distributes a grant.</summary>
    [Label("Оператор", "Operator", About = "Ведёт программу или распределяет грант")]
    Operator,

    /// <summary>Receives money or support.</summary>
    [Label("Получатель", "Recipient", About = "Получает деньги или поддержку")]
    Recipient,

    /// <summary>Partner.</summary>
    [Label("Партнёр", "Partner")]
    Partner,

    /// <summary>Founded it.</summary>
    [Label("Учредитель", "Founder")]
    Founder,

    /// <summary>Heads it.</summary>
    [Label("Руководитель", "Head", About = "Руководит")]
    Head,

    /// <summary>Coordinates it.</summary>
    [Label("Координатор", "Coordinator", About = "Координирует")]
    Coordinator,

    /// <summary>Is a member of it.</summary>
    [Label("Член", "Member", About = "Состоит в членах")]
    Member,
}
