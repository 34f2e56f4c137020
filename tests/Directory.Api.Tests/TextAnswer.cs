using System.Net;

namespace CenterDirectory.Api.Tests;

/// <summary>A page or a file as the server sent it.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">Headers by name.</param>
/// <param name="Body">The body as text.</param>
/// <param name="Statements">The SQL that was run for it, in order.</param>
public sealed record TextAnswer(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, string Body, IReadOnlyList<string> Statements);
