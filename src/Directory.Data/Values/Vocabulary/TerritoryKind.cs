namespace CenterDirectory.Data.Values;

/// <summary>Kind of a territory.</summary>
public enum TerritoryKind
{
    /// <summary>Country.</summary>
    [Label("Страна", "Country")]
    Country,

    /// <summary>Federal district.</summary>
    [Label("Федеральный округ", "Federal district")]
    FederalDistrict,

    /// <summary>Region (subject of the federation).</summary>
    [Label("Регион", "Region", About = "Субъект Российской Федерации")]
    Region,

    /// <summary>Municipal district (муниципальный район).</summary>
    [Label("Муниципальный район", "Municipal district")]
    MunicipalDistrict,

    /// <summary>Municipal okrug (муниципальный округ).</summary>
    [Label("Муниципальный округ", "Municipal okrug")]
    MunicipalOkrug,

    /// <summary>Urban district (городской округ).</summary>
    [Label("Городской округ", "Urban district")]
    UrbanDistrict,

    /// <summary>Part of a city with municipal rights.</summary>
    [Label("Внутригородская территория", "Part of a city", About = "Часть города с правами муниципалитета")]
    IntracityTerritory,

    /// <summary>Urban or rural settlement as a municipality.</summary>
    [Label("Городское или сельское поселение", "Urban or rural settlement", About = "Городское или сельское поселение как муниципалитет")]
    Settlement,

    /// <summary>Ulus of Yakutia.</summary>
    [Label("Улус", "Ulus", About = "Улус Якутии")]
    Ulus,

    /// <summary>Nasleg of Yakutia.</summary>
    [Label("Наслег", "Nasleg", About = "Наслег Якутии")]
    Nasleg,

    /// <summary>City, town or village as a place.</summary>
    [Label("Населённый пункт", "Town or village", About = "Город, посёлок или село как место")]
    Locality,

    /// <summary>Microdistrict.</summary>
    [Label("Микрорайон", "Microdistrict")]
    Microdistrict,
}
