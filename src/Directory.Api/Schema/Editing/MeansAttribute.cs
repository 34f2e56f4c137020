namespace CenterDirectory.Api.Schema.Editing;

/// <summary>The value of an input field names an entry.</summary>
/// <param name="kind">Its type.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MeansAttribute(string kind) : Attribute
{
    public string Kind { get; } = kind;

    /// <summary>The field of the entry that it is; that of the same name if null.</summary>
    public string? Field { get; init; }
}
