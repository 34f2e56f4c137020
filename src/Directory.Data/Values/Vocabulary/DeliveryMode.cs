namespace CenterDirectory.Data.Values;

/// <summary>How a service reaches people.</summary>
public enum DeliveryMode
{
    /// <summary>At the provider's place.</summary>
    OnSite,

    /// <summary>Over the internet.</summary>
    Online,

    /// <summary>The provider comes.</summary>
    Visit,

    /// <summary>By telephone.</summary>
    Phone,
}
