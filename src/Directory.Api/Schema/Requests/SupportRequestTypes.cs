using System.Linq.Expressions;
using System.Security.Cryptography;
using CenterDirectory.Api.Access;
using CenterDirectory.Api.Requests;
using CenterDirectory.Data;
using CenterDirectory.Data.Requests;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Data;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Requests;

/// <summary>What a key may read of requests.</summary>
[QueryType]
internal static class RequestQuery
{
    /// <summary>Requests of beneficiaries that the key may read, newest first; null with an error UNAUTHENTICATED without a key.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="viewer">Who asks.</param>
    [UsePaging, UseFiltering, UseSorting, NullableConnection, Volatile]
    public static IQueryable<SupportRequest> GetMyRequests(DirectoryDb db, Viewer viewer) => RequestReach.Of(db, viewer.Require());
}

/// <summary>The connection is null where the field fails: nothing else that was asked for is lost with it.</summary>
internal sealed class NullableConnectionAttribute : FieldAttribute
{
    /// <inheritdoc/>
    public override int Order => 3;

    /// <inheritdoc/>
    public override void Configure(FieldBuilder field) => field.Type = field.Type.Nullable;
}

/// <summary>What a request has besides its columns.</summary>
[ObjectType<SupportRequest>, Volatile, DefaultOrder("-" + nameof(SupportRequest.CreatedAt))]
internal static class SupportRequestType
{
    /// <summary>Id for the mutations on requests.</summary>
    /// <param name="request">The request.</param>
    [ID]
    public static string GetId([Parent(Requires = ["Id"])] SupportRequest request) => GlobalId.Encode(nameof(SupportRequest), request.Id);

    /// <summary>The need in their words; null after erasure.</summary>
    /// <param name="request">The request.</param>
    /// <param name="vault">Reads it.</param>
    public static string? GetText([Parent(Requires = ["Id", "Sealed"])] SupportRequest request, RequestVault vault) => Read(() => vault.WordsOf(request)?.Text);

    /// <summary>Who asks; null after erasure.</summary>
    /// <param name="request">The request.</param>
    /// <param name="vault">Reads it.</param>
    public static string? GetContactName([Parent(Requires = ["Id", "Sealed"])] SupportRequest request, RequestVault vault) => Read(() => vault.WordsOf(request)?.ContactName);

    /// <summary>How to answer; null after erasure.</summary>
    /// <param name="request">The request.</param>
    /// <param name="vault">Reads it.</param>
    public static Contact? GetContact([Parent(Requires = ["Id", "Sealed"])] SupportRequest request, RequestVault vault) =>
        Read(() => vault.WordsOf(request) is { } words ? new Contact { Kind = words.Kind, Value = words.Contact } : null);

    /// <summary>Note of whoever forwarded it last; null after erasure.</summary>
    /// <param name="request">The request.</param>
    /// <param name="vault">Reads it.</param>
    public static string? GetNote([Parent(Requires = ["Id", "SealedNote"])] SupportRequest request, RequestVault vault) => Read(() => vault.NoteOf(request));

    /// <summary>Answers so far, at most 100.</summary>
    [UseList(RequestWork.MostAnswers)]
    public static Expression<Func<SupportRequest, IEnumerable<SupportMessage>>> Messages => request => request.Messages;

    /// <summary>What cannot be decrypted is a matter of the operator's configuration, and says so.</summary>
    internal static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (CryptographicException error)
        {
            throw new GraphQLException($"This request cannot be decrypted. {error.Message}");
        }
    }
}

/// <summary>What an answer has besides its columns.</summary>
[ObjectType<SupportMessage>, Volatile, DefaultOrder(nameof(SupportMessage.SentAt))]
internal static class SupportMessageType
{
    /// <summary>The answer.</summary>
    /// <param name="message">The answer.</param>
    /// <param name="vault">Reads it.</param>
    public static string GetText([Parent(Requires = ["Id", "Sealed"])] SupportMessage message, RequestVault vault) => SupportRequestType.Read(() => vault.TextOf(message));
}
