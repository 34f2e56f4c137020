using CenterDirectory.Api.Schema.Errors;

namespace CenterDirectory.Api.Schema.Mutations;

/// <summary>What came of a write: its result, or what stood against it.</summary>
/// <typeparam name="T">The result; ids and numbers only, for it is remembered for whoever sends the same again.</typeparam>
/// <param name="Result">The result; null if nothing was written.</param>
/// <param name="Errors">What stood against it; empty on success.</param>
internal sealed record Written<T>(T? Result, IReadOnlyList<Error> Errors)
    where T : class
{
    /// <summary>It was written.</summary>
    public static Written<T> Of(T result) => new(result, []);

    /// <summary>It was not.</summary>
    public static Written<T> Failed(params IReadOnlyList<Error> errors) => new(null, errors);
}
