using CenterDirectory.Api.Schema.Editing;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Standards;

/// <summary>What centers declare and coordinators judge.</summary>
[MutationType]
internal static class StandardMutations
{
    /// <summary>Declares that a service meets a standard; an empty list of criteria takes the declaration back.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<DeclareStandardPayload> DeclareStandardAsync(DeclareStandardInput input, EditDesk desk, CancellationToken cancellationToken) =>
        new(await desk.MakeAsync(input, cancellationToken));

    /// <summary>A coordinator's verdict; never on a center of their own.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<ReviewStandardPayload> ReviewStandardAsync(ReviewStandardInput input, EditDesk desk, CancellationToken cancellationToken) =>
        new(await desk.MakeAsync(input, cancellationToken));
}
