namespace CenterDirectory.Data.Values;

/// <summary>Kinds of support, ФЗ-7 article 31.1 and the practice of the centers.</summary>
public enum SupportKind
{
    /// <summary>Money: subsidies, grants, co-funding.</summary>
    [Label("Финансовая", "Financial", About = "Деньги: субсидии, гранты, софинансирование")]
    Financial,

    /// <summary>Premises, equipment, other property.</summary>
    [Label("Имущественная", "Property", About = "Помещения, оборудование, другое имущество")]
    Property,

    /// <summary>Information.</summary>
    [Label("Информационная", "Informational", About = "Сведения и их распространение")]
    Informational,

    /// <summary>Advice.</summary>
    [Label("Консультационная", "Consulting", About = "Советы и разбор вопросов")]
    Consulting,

    /// <summary>Training of staff and volunteers.</summary>
    [Label("Обучение сотрудников и волонтёров", "Training of staff and volunteers")]
    Training,

    /// <summary>Methods, templates, manuals.</summary>
    [Label("Методическая", "Methodological", About = "Методики, образцы, пособия")]
    Methodological,

    /// <summary>Education programs.</summary>
    [Label("Образовательная", "Educational", About = "Образовательные программы")]
    Educational,

    /// <summary>Help with organizing, events included.</summary>
    [Label("Организационная", "Organizational", About = "Помощь с организацией, в том числе событий")]
    Organizational,

    /// <summary>Technology and technical help.</summary>
    [Label("Техническая", "Technical", About = "Технологии и техническая помощь")]
    Technical,

    /// <summary>Promotion in the media.</summary>
    [Label("Продвижение в СМИ", "Promotion in the media")]
    MediaPromotion,

    /// <summary>Purchases from non-profits.</summary>
    [Label("Закупки у НКО", "Purchases from non-profits")]
    Procurement,

    /// <summary>Tax relief.</summary>
    [Label("Налоговые льготы", "Tax relief")]
    TaxRelief,
}
