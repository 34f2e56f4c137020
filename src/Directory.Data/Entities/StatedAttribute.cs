namespace CenterDirectory.Data.Entities;

/// <summary>Sources may state it, though it is no field of the public schema.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class StatedAttribute : Attribute;
