using CenterDirectory.Api.Access;
using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Data.Access;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Mutations;

/// <summary>What operators do with keys.</summary>
[MutationType]
internal static class KeyMutations
{
    /// <summary>Makes a key; the secret is shown this once.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Where writes begin.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="wishes">Reads the input.</param>
    /// <param name="register">The keys.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<CreateKeyPayload> CreateKeyAsync(
        CreateKeyInput input, WriteDesk desk, Viewer viewer, KeyWishReader wishes, KeyRegister register, CancellationToken cancellationToken)
    {
        var written = await desk.WriteAsync(input, async by =>
        {
            if (NotPermittedError.Of(viewer.May(AccessAct.ManageKeys)) is { } refusal)
            {
                return Written<KeptKey>.Failed(refusal);
            }

            var wish = new KeyWish(input.Label, input.Role, input.CenterIds, input.NetworkId, input.Territory, input.ExpiresAt);
            var (draft, errors) = await wishes.ReadAsync(wish, bySlug: false, cancellationToken);
            return draft is null ? Written<KeptKey>.Failed(errors) : await register.CreateAsync(draft, by.Id, cancellationToken);
        }, cancellationToken);
        return new CreateKeyPayload(written.Result, ErrorsOf(written));
    }

    /// <summary>Replaces a key's secret; the old one ends after an hour.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Where writes begin.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="register">The keys.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<RotateKeyPayload> RotateKeyAsync(
        RotateKeyInput input, WriteDesk desk, Viewer viewer, KeyRegister register, CancellationToken cancellationToken)
    {
        var written = await desk.WriteAsync(input, by => OnKeyAsync(input.Id, viewer, id => register.RotateAsync(id, by.Id, cancellationToken)), cancellationToken);
        return new RotateKeyPayload(written.Result, ErrorsOf(written));
    }

    /// <summary>Ends a key at once.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Where writes begin.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="register">The keys.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<RevokeKeyPayload> RevokeKeyAsync(
        RevokeKeyInput input, WriteDesk desk, Viewer viewer, KeyRegister register, CancellationToken cancellationToken)
    {
        var written = await desk.WriteAsync(input, by => OnKeyAsync(input.Id, viewer, id => register.RevokeAsync(id, by.Id, cancellationToken)), cancellationToken);
        return new RevokeKeyPayload(written.Result, ErrorsOf(written));
    }

    /// <summary>An act on a key that an id names; an id of anything else names none.</summary>
    private static async Task<Written<KeptKey>> OnKeyAsync(string id, Viewer viewer, Func<long, Task<Written<KeptKey>>> act) =>
        NotPermittedError.Of(viewer.May(AccessAct.ManageKeys)) is { } refusal ? Written<KeptKey>.Failed(refusal)
        : GlobalId.TryDecode(id, out var type, out var key) && type == nameof(AccessKey) ? await act(key)
        : Written<KeptKey>.Failed(NotFoundError.At("input", "id"));

    private static IReadOnlyList<IKeyError> ErrorsOf(Written<KeptKey> written) => [.. written.Errors.Cast<IKeyError>()];
}
