namespace CenterDirectory.Data.Values;

/// <summary>Kind of a territory.</summary>
public enum TerritoryKind
{
    /// <summary>Country.</summary>
    Country,

    /// <summary>Federal district.</summary>
    FederalDistrict,

    /// <summary>Region (subject of the federation).</summary>
    Region,

    /// <summary>Municipal district (муниципальный район).</summary>
    MunicipalDistrict,

    /// <summary>Municipal okrug (муниципальный округ).</summary>
    MunicipalOkrug,

    /// <summary>Urban district (городской округ).</summary>
    UrbanDistrict,

    /// <summary>Part of a city with municipal rights.</summary>
    IntracityTerritory,

    /// <summary>Urban or rural settlement as a municipality.</summary>
    Settlement,

    /// <summary>Ulus of Yakutia.</summary>
    Ulus,

    /// <summary>Nasleg of Yakutia.</summary>
    Nasleg,

    /// <summary>City, town or village as a place.</summary>
    Locality,

    /// <summary>Microdistrict.</summary>
    Microdistrict,
}
