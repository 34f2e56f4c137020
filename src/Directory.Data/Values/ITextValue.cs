namespace CenterDirectory.Data.Values;

/// <summary>A value that is written as one canonical text, in the database, in JSON and in GraphQL alike.</summary>
public interface ITextValue<TSelf> : IParsable<TSelf>
    where TSelf : class, ITextValue<TSelf>
{
    /// <summary>The canonical text.</summary>
    string Value { get; }
}
