using CenterDirectory.Api.Schema.Places;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Editing.Inputs;

/// <summary>Fields of a card. Absent: unchanged; null: withdraw our value, the imported one shows again; listed in `emptyFields`: state that there is none.</summary>
[InputType]
internal sealed class CenterInput
{
    /// <summary>Official name.</summary>
    public Optional<LocalizedTextInput?> Name { get; init; }

    /// <summary>Short name.</summary>
    public Optional<string?> ShortName { get; init; }

    /// <summary>Reach.</summary>
    public Optional<CenterLevel?> Level { get; init; }

    /// <summary>Whether it works.</summary>
    public Optional<CenterStatus?> Status { get; init; }

    /// <summary>What it specializes in.</summary>
    public Optional<IReadOnlyList<Specialization>?> Specializations { get; init; }

    /// <summary>Kinds of support.</summary>
    public Optional<IReadOnlyList<SupportKind>?> SupportKinds { get; init; }

    /// <summary>For whom.</summary>
    public Optional<IReadOnlyList<Audience>?> Audiences { get; init; }

    /// <summary>What it is and does.</summary>
    public Optional<LocalizedTextInput?> Description { get; init; }

    /// <summary>Goals.</summary>
    public Optional<IReadOnlyList<string>?> Goals { get; init; }

    /// <summary>When it began or will begin.</summary>
    public Optional<FuzzyDate?> StartsOn { get; init; }

    /// <summary>Where it is.</summary>
    [GraphQLScalar("TerritoryKey"), Means(nameof(Territory))]
    public Optional<string?> Territory { get; init; }

    /// <summary>Territories it works for.</summary>
    [GraphQLScalar("TerritoryKey"), Links]
    public Optional<IReadOnlyList<string>?> ServiceAreas { get; init; }

    /// <summary>Organization that runs it.</summary>
    [ID, Means(nameof(Organization), Field = "operator")]
    public Optional<string?> OperatorId { get; init; }

    /// <summary>Unit that houses it.</summary>
    public Optional<string?> HostUnit { get; init; }

    /// <summary>Address.</summary>
    public Optional<string?> AddressText { get; init; }

    /// <summary>Point on the map.</summary>
    public Optional<GeoPointInput?> Location { get; init; }

    /// <summary>Public contacts.</summary>
    public Optional<IReadOnlyList<ContactInput>?> Contacts { get; init; }

    /// <summary>Site.</summary>
    public Optional<Uri?> Website { get; init; }

    /// <summary>Opening hours.</summary>
    public Optional<IReadOnlyList<OpeningHoursInput>?> OpeningHours { get; init; }

    /// <summary>Fields stated to be empty although a source has a value.</summary>
    public IReadOnlyList<string>? EmptyFields { get; init; }
}
