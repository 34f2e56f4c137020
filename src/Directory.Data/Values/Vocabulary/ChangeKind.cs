namespace CenterDirectory.Data.Values;

/// <summary>What happened to an entry.</summary>
public enum ChangeKind
{
    /// <summary>It appeared or came back.</summary>
    Created,

    /// <summary>Fields of it changed.</summary>
    Updated,

    /// <summary>It is gone.</summary>
    Removed,
}
