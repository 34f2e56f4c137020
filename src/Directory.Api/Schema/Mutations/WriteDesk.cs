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
    public Task<Written<T>> WriteAsync<T>(
        IRepeatableInput input, Func<AccessKey, Task<Written<T>>> write, CancellationToken cancellationToken, int writes = 1)
        where T : class =>
        AdmitAsync(writes, key => idempotency.OnceAsync(key.Id, input.IdempotencyKey, input, () => write(key), cancellationToken));

    /// <summary>Runs a write that has a transaction of its own, in which it is remembered.</summary>
    /// <param name="input">The input.</param>
    /// <param name="write">Does it with the key; what else it is given is to be remembered in its transaction.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="writes">For how many it counts.</param>
    /// <exception cref="GraphQL.Execution.GraphQLException">The request has no key.</exception>
    public Task<Written<T>> WriteApartAsync<T>(
        IRepeatableInput input, Func<AccessKey, NamedWrite?, Task<Written<T>>> write, CancellationToken cancellationToken, int writes = 1)
        where T : class =>
        AdmitAsync(writes, key => idempotency.OnceApartAsync(key.Id, input.IdempotencyKey, input, named => write(key, named), cancellationToken));

    private async Task<Written<T>> AdmitAsync<T>(int writes, Func<AccessKey, Task<Written<T>>> write)
        where T : class
    {
        var key = viewer.Require();
        return limits.Take(key.Id, writes) is { } seconds ? Written<T>.Failed(RateLimitedError.After(seconds)) : await write(key);
    }
}
