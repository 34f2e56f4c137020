namespace CenterDirectory.Data.Values;

/// <summary>State in the register.</summary>
public enum OrganizationStatus
{
    /// <summary>In the register.</summary>
    [Label("Зарегистрирована", "Registered", About = "Есть в реестре")]
    Registered,

    /// <summary>Struck off by the registrar.</summary>
    [Label("Исключена из реестра", "Struck off", About = "Исключена регистратором")]
    Excluded,

    /// <summary>Liquidated.</summary>
    [Label("Ликвидирована", "Liquidated")]
    Liquidated,

    /// <summary>Not in a register, or no source says.</summary>
    [Label("Состояние не указано", "State not stated", About = "Не из реестра, или источник не говорит")]
    Unknown,
}
