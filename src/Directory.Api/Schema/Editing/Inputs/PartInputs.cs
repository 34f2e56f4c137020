using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Editing.Inputs;

/// <summary>A text by language. Absent: unchanged; null: withdrawn.</summary>
[InputType]
internal sealed class LocalizedTextInput
{
    /// <summary>In Russian.</summary>
    public Optional<string?> Ru { get; init; }

    /// <summary>In English.</summary>
    public Optional<string?> En { get; init; }
}

/// <summary>An exact sum.</summary>
/// <param name="AmountMinor">Sum in minor units: kopecks for RUB.</param>
/// <param name="Currency">ISO 4217 code.</param>
[InputType]
internal sealed record MoneyInput(long AmountMinor, string Currency = "RUB");

/// <summary>A public contact.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Value">Number, address or account.</param>
/// <param name="Label">What it is for; no names of private persons.</param>
[InputType]
internal sealed record ContactInput(ContactKind Kind, string Value, string? Label = null);

/// <summary>A public role of a person.</summary>
/// <param name="Name">Name as it may be published.</param>
/// <param name="Role">Role.</param>
/// <param name="Position">Position.</param>
/// <param name="Consent">The person agrees to publication; false is refused.</param>
[InputType]
internal sealed record PersonRoleInput(string Name, ParticipantRole? Role, string? Position, bool Consent);

/// <summary>One row of opening hours.</summary>
/// <param name="Weekdays">Days.</param>
/// <param name="OpensAt">Opening time; leave out if closed.</param>
/// <param name="ClosesAt">Closing time; leave out if closed.</param>
/// <param name="ValidFrom">First day of validity.</param>
/// <param name="ValidThrough">Last day of validity.</param>
/// <param name="Text">Remark.</param>
[InputType]
internal sealed record OpeningHoursInput(
    IReadOnlyList<Weekday> Weekdays, TimeOnly? OpensAt = null, TimeOnly? ClosesAt = null, DateOnly? ValidFrom = null, DateOnly? ValidThrough = null, string? Text = null);
