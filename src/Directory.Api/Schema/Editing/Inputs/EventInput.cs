using CenterDirectory.Api.Schema.Places;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Editing.Inputs;

/// <summary>Fields of an event; absent, null and `emptyFields` as in CenterInput.</summary>
[InputType]
internal sealed class EventInput
{
    /// <summary>Title; required for a new event.</summary>
    public Optional<LocalizedTextInput?> Title { get; init; }

    /// <summary>Form.</summary>
    public Optional<EventKind?> Kind { get; init; }

    /// <summary>In person or remotely.</summary>
    public Optional<AttendanceMode?> AttendanceMode { get; init; }

    /// <summary>Reach.</summary>
    public Optional<EventLevel?> Level { get; init; }

    /// <summary>Date, if not known to the minute.</summary>
    public Optional<FuzzyDate?> Date { get; init; }

    /// <summary>Start.</summary>
    public Optional<DateTime?> StartsAt { get; init; }

    /// <summary>End.</summary>
    public Optional<DateTime?> EndsAt { get; init; }

    /// <summary>IANA zone; default that of the territory.</summary>
    public Optional<string?> TimeZone { get; init; }

    /// <summary>RRULE of a repeated event.</summary>
    public Optional<string?> Recurrence { get; init; }

    /// <summary>Place.</summary>
    public Optional<string?> Venue { get; init; }

    /// <summary>Address.</summary>
    public Optional<string?> AddressText { get; init; }

    /// <summary>Point on the map.</summary>
    public Optional<GeoPointInput?> Location { get; init; }

    /// <summary>Where.</summary>
    [GraphQLScalar("TerritoryKey"), Means(nameof(Territory))]
    public Optional<string?> Territory { get; init; }

    /// <summary>Its page.</summary>
    public Optional<Uri?> Url { get; init; }

    /// <summary>Where to register.</summary>
    public Optional<Uri?> RegistrationUrl { get; init; }

    /// <summary>What it is about.</summary>
    public Optional<LocalizedTextInput?> Description { get; init; }

    /// <summary>Points of the agenda.</summary>
    public Optional<IReadOnlyList<string>?> Agenda { get; init; }

    /// <summary>For whom.</summary>
    public Optional<IReadOnlyList<Audience>?> Audiences { get; init; }

    /// <summary>Places.</summary>
    public Optional<int?> Capacity { get; init; }

    /// <summary>Fields stated to be empty although a source has a value.</summary>
    public IReadOnlyList<string>? EmptyFields { get; init; }
}
