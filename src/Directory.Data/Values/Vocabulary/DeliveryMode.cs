namespace CenterDirectory.Data.Values;

/// <summary>How a service reaches people.</summary>
public enum DeliveryMode
{
    /// <summary>At the provider's place.</summary>
    [Label("В центре", "At the provider's place", About = "Там, где работает тот, кто оказывает услугу")]
    OnSite,

    /// <summary>Over the internet.</summary>
    [Label("Онлайн", "Online", About = "Через интернет")]
    Online,

    /// <summary>The provider comes.</summary>
    [Label("С выездом", "The provider comes")]
    Visit,

    /// <summary>By telephone.</summary>
    [Label("По телефону", "By telephone")]
    Phone,
}
