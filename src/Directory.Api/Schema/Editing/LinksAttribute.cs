namespace CenterDirectory.Api.Schema.Editing;

/// <summary>The value of an input field is no field of the entry: it is kept as links to other entries, each of which is edited for itself.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class LinksAttribute : Attribute;
