namespace CenterDirectory.GraphQL.Types;

/// <summary>Where the values of a field come from: a property of the parent, or a loader.</summary>
public abstract class FieldSource;
