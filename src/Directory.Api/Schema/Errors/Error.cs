using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Errors;

/// <summary>An expected failure of a mutation; select `... on Error` to be safe against new members of the unions.</summary>
/// <param name="Text">What is wrong and what to do, in both languages.</param>
/// <param name="Code">Machine-readable reason.</param>
/// <param name="Path">Where in the arguments, e.g. `[input, event, date]`; empty if it concerns the whole input.</param>
internal abstract record Error(LocalizedText Text, ErrorCode Code, IReadOnlyList<string> Path)
{
    internal LocalizedText Text { get; } = Text;
}

/// <summary>What all errors share.</summary>
[InterfaceType<Error>]
internal static class ErrorType
{
    /// <summary>What is wrong, in the operation's language, fit to be shown to a person.</summary>
    /// <param name="error">The error.</param>
    /// <param name="language">The operation's language.</param>
    public static string GetMessage([Parent] Error error, [OperationLanguage] Locale language) => error.Text.In(language);
}
