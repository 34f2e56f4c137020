using CenterDirectory.Api.Access;
using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Data.Access;
using CenterDirectory.GraphQL.Data;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Mutations;

/// <summary>Result of createKey.</summary>
/// <param name="Kept">What came of it.</param>
/// <param name="Errors">What went wrong; empty on success.</param>
internal sealed record CreateKeyPayload(KeptKey? Kept, IReadOnlyList<IKeyError> Errors)
{
    internal KeptKey? Kept { get; } = Kept;

    /// <summary>The secret, shown this once; null if it failed, and when the same is sent again.</summary>
    public string? Secret => Kept?.Secret?.Reveal();
}

/// <summary>Result of rotateKey.</summary>
/// <param name="Kept">What came of it.</param>
/// <param name="Errors">What went wrong; empty on success.</param>
internal sealed record RotateKeyPayload(KeptKey? Kept, IReadOnlyList<IKeyError> Errors)
{
    internal KeptKey? Kept { get; } = Kept;

    /// <summary>The secret, shown this once; null if it failed, and when the same is sent again.</summary>
    public string? Secret => Kept?.Secret?.Reveal();
}

/// <summary>Result of revokeKey.</summary>
/// <param name="Kept">What came of it.</param>
/// <param name="Errors">What went wrong; empty on success.</param>
internal sealed record RevokeKeyPayload(KeptKey? Kept, IReadOnlyList<IKeyError> Errors)
{
    internal KeptKey? Kept { get; } = Kept;
}

/// <summary>The key of a payload.</summary>
[ObjectType<CreateKeyPayload>]
internal static class CreateKeyPayloadType
{
    /// <summary>The result; null if it failed.</summary>
    /// <param name="payload">The payload.</param>
    [UseNodes]
    public static NodeReference<AccessKey>? GetKey([Parent] CreateKeyPayload payload) => AccessKeyType.ReferenceTo(payload.Kept);
}

/// <summary>The key of a payload.</summary>
[ObjectType<RotateKeyPayload>]
internal static class RotateKeyPayloadType
{
    /// <summary>The result; null if it failed.</summary>
    /// <param name="payload">The payload.</param>
    [UseNodes]
    public static NodeReference<AccessKey>? GetKey([Parent] RotateKeyPayload payload) => AccessKeyType.ReferenceTo(payload.Kept);
}

/// <summary>The key of a payload.</summary>
[ObjectType<RevokeKeyPayload>]
internal static class RevokeKeyPayloadType
{
    /// <summary>The result; null if it failed.</summary>
    /// <param name="payload">The payload.</param>
    [UseNodes]
    public static NodeReference<AccessKey>? GetKey([Parent] RevokeKeyPayload payload) => AccessKeyType.ReferenceTo(payload.Kept);
}
