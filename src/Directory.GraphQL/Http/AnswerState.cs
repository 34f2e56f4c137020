using System.Globalization;

namespace CenterDirectory.GraphQL.Http;

/// <summary>What an answer depends on alone, beside the request: the data and, if the clock has a say in it, the time between two turns of it.</summary>
/// <param name="Revision">The revision.</param>
/// <param name="Until">The next turn; <see cref="DateTime.MaxValue"/> for an answer that does not depend on the clock.</param>
internal readonly record struct AnswerState(string Revision, DateTime Until)
{
    /// <summary>As part of an entity tag: between two turns the next one tells which it is.</summary>
    public string Mark => Until == DateTime.MaxValue
        ? Revision
        : string.Create(CultureInfo.InvariantCulture, $"{Revision}~{new DateTimeOffset(Until).ToUnixTimeMilliseconds()}");

    /// <summary>How long caches may answer without asking back.</summary>
    public int MaxAge(int usual, DateTime now) => Until == DateTime.MaxValue ? usual : (int)Math.Clamp((Until - now).TotalSeconds, 0, usual);
}
