namespace CenterDirectory.Api.Access;

/// <summary>What somebody with a key wants to do.</summary>
internal enum AccessAct
{
    /// <summary>Add a center, or take one out again.</summary>
    AddCenter,

    /// <summary>Change, confirm or delete what belongs to a center: its card, services, events, news, people, projects, declarations.</summary>
    Edit,

    /// <summary>Judge whether a service meets a standard.</summary>
    Review,

    /// <summary>Read and answer requests of people who need support: those of a center, or those of a place that no center has.</summary>
    Answer,

    /// <summary>Make, replace and end keys.</summary>
    ManageKeys,
}

/// <summary>Whether a key may do something.</summary>
internal enum AccessVerdict
{
    /// <summary>It may.</summary>
    Permitted,

    /// <summary>Its role or what it covers does not reach so far.</summary>
    NotPermitted,

    /// <summary>It might, were it not about a center of its own.</summary>
    OwnCenter,
}
