namespace CenterDirectory.Data.Values;

/// <summary>What people call a value of a vocabulary.</summary>
/// <param name="ru">In Russian, as it stands in a list of choices.</param>
/// <param name="en">In English.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class LabelAttribute(string ru, string en) : Attribute
{
    /// <summary>What it means in Russian, where the label does not say it all; in English the summary does. Null if the label is enough.</summary>
    public string? About { get; init; }

    /// <summary>The label in both languages.</summary>
    public LocalizedText Text { get; } = new(ru, en);
}
