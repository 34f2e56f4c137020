using CenterDirectory.Api.Access;
using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Data.Access;

namespace CenterDirectory.Api.Schema.Mutations;

/// <summary>An input that may be sent again.</summary>
internal interface IRepeatableInput
{
    /// <summary>Up to 64 characters; the same key with the same input within 24 hours answers the first result.</summary>
    string? IdempotencyKey { get; }
}

/// <summary>Where every write with a key begins: no key, no write; not too many; and each only once.</summary>
internal sealed class WriteDesk(Viewer viewer, WriteLimits limits, Idempotency idempotency)
{
    /// <summary>Runs a write in a transaction on the context of this scope.</summary>
    /// <param name="input">The input.</param>
    /// <param name="write">Does it; whether the key may is asked there.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="writes">For how many it counts.</param>
    /// <exception cref="GraphQL.Execution.GraphQLException">The request has no key.</exception>
    public async Task<Written<T>> WriteAsync<T>(
        IRepeatableInput input, Func<AccessKey, Task<Written<T>>> write, CancellationToken cancellationToken, int writes = 1)
        where T : class
    {
        var key = viewer.Require();
        return limits.Take(key.Id, writes) is { } seconds
            ? Written<T>.Failed(RateLimitedError.After(seconds))
            : await idempotency.OnceAsync(key.Id, input.IdempotencyKey, input, () => write(key), cancellationToken);
    }
}
