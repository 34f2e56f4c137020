using System.Text;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Pages;

/// <summary>A ready-made query of the explorer, for one kind of users. The first two lines of its file say for whom and what, in Russian and in English.</summary>
/// <param name="Reader">Whom it is for.</param>
/// <param name="Purpose">What it finds.</param>
/// <param name="Document">The GraphQL document without those lines.</param>
internal sealed record ReadyQuery(LocalizedText Reader, LocalizedText Purpose, string Document)
{
    private const string Folder = "Queries/";

    /// <summary>All of them, in the order of their files.</summary>
    public static readonly IReadOnlyList<ReadyQuery> All =
    [
        .. typeof(ReadyQuery).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    private static ReadyQuery Read(string name)
    {
        using var reader = new StreamReader(typeof(ReadyQuery).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        var (russian, english) = (Comment(reader.ReadLine()), Comment(reader.ReadLine()));
        return new ReadyQuery(new(russian.Reader, english.Reader), new(russian.Purpose, english.Purpose), reader.ReadToEnd());

        (string Reader, string Purpose) Comment(string? line) =>
            line is ['#', ' ', .. var text] && text.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon
                ? (text[..colon], text[(colon + 2)..])
                : throw new InvalidOperationException($"{name}: its first two lines must be «# Whom it is for: what it finds», in Russian and in English.");
    }
}
