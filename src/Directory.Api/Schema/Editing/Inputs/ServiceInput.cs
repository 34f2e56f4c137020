using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Editing.Inputs;

/// <summary>Fields of a service; absent, null and `emptyFields` as in CenterInput.</summary>
[InputType]
internal sealed class ServiceInput
{
    /// <summary>Name; required for a new service.</summary>
    public Optional<LocalizedTextInput?> Name { get; init; }

    /// <summary>What it consists of.</summary>
    public Optional<LocalizedTextInput?> Description { get; init; }

    /// <summary>Kinds of support.</summary>
    public Optional<IReadOnlyList<SupportKind>?> SupportKinds { get; init; }

    /// <summary>For whom.</summary>
    public Optional<IReadOnlyList<Audience>?> Audiences { get; init; }

    /// <summary>How it reaches people.</summary>
    public Optional<IReadOnlyList<DeliveryMode>?> DeliveryModes { get; init; }

    /// <summary>Areas.</summary>
    public Optional<IReadOnlyList<string>?> ActivityAreas { get; init; }

    /// <summary>Free or paid.</summary>
    public Optional<Fee?> Fee { get; init; }

    /// <summary>Price.</summary>
    public Optional<MoneyInput?> Price { get; init; }

    /// <summary>Who may ask.</summary>
    public Optional<string?> Eligibility { get; init; }

    /// <summary>Documents to bring.</summary>
    public Optional<IReadOnlyList<string>?> RequiredDocuments { get; init; }

    /// <summary>What one gets.</summary>
    public Optional<string?> Result { get; init; }

    /// <summary>How long it takes.</summary>
    public Optional<string?> Duration { get; init; }

    /// <summary>How to ask.</summary>
    public Optional<string?> HowToApply { get; init; }

    /// <summary>Contacts.</summary>
    public Optional<IReadOnlyList<ContactInput>?> Contacts { get; init; }

    /// <summary>Its page.</summary>
    public Optional<Uri?> Url { get; init; }

    /// <summary>Whether it can be asked for.</summary>
    public Optional<ServiceStatus?> Status { get; init; }

    /// <summary>Fields stated to be empty although a source has a value.</summary>
    public IReadOnlyList<string>? EmptyFields { get; init; }
}
