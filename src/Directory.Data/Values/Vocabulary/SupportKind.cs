namespace CenterDirectory.Data.Values;

/// <summary>Kinds of support, ФЗ-7 article 31.1 and the practice of the centers.</summary>
public enum SupportKind
{
    /// <summary>Money: subsidies, grants, co-funding.</summary>
    [Label("Финансовая", "Financial")]
    Financial,

    /// <summary>Premises, equipment, other property.</summary>
    [Label("Имущественная", "Property")]
    Property,

    /// <summary>Information.</summary>
    [Label("Информационная", "Informational")]
    Informational,

    /// <summary>Advice.</summary>
    [Label("Консультационная", "Consulting")]
    Consulting,

    /// <summary>Training of staff and volunteers.</summary>
    [Label("Обучение сотрудников и волонтёров", "Training of staff and volunteers")]
    Training,

    /// <summary>Methods, templates, manuals.</summary>
    [Label("Методическая", "Methodological")]
    Methodological,

    /// <summary>Education programs.</summary>
    [Label("Образовательная", "Educational")]
    Educational,

    /// <summary>Help with organizing, events included.</summary>
    [Label("Организационная", "Organizational")]
    Organizational,

    /// <summary>Technology and technical help.</summary>
    [Label("Техническая", "Technical")]
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
