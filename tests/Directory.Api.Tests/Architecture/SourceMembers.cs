using System.Text.RegularExpressions;

namespace CenterDirectory.Api.Tests.Architecture;

/// <summary>Finds methods and properties by the layout that the formatter enforces: it is enough for measuring, and needs no compiler.</summary>
internal static partial class SourceMembers
{
    /// <summary>The members of the types of a file, each with its first line, from 1, and its length.</summary>
    public static IEnumerable<(int Line, int Length)> Of(string[] lines)
    {
        for (var start = 0; start < lines.Length; start++)
        {
            if (Header().Match(lines[start]) is { Success: true } header && !TypeDeclaration().IsMatch(lines[start]) && !Field().IsMatch(lines[start]))
            {
                var end = EndOf(lines, start, header.Groups["indent"].Value);
                yield return (start + 1, end - start + 1);
                start = end;
            }
        }
    }

    /// <summary>A block ends with a brace at the indent of its header, an expression with the first line that ends in a semicolon.</summary>
    private static int EndOf(string[] lines, int start, string indent)
    {
        var hasBlock = false;
        for (var line = start; line < lines.Length; line++)
        {
            hasBlock |= lines[line] == indent + "{";
            if (hasBlock ? lines[line] == indent + "}" || lines[line] == indent + "};" : lines[line].EndsWith(';') || lines[line].EndsWith(" }", StringComparison.Ordinal))
            {
                return line;
            }
        }

        return lines.Length - 1;
    }

    [GeneratedRegex(@"^(?<indent>(    ){1,3})(public|private|internal|protected|static|async|file)\b")]
    private static partial Regex Header();

    [GeneratedRegex(@"\b(class|record|struct|interface|enum|delegate)\s+\w")]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"^[^(=]*=($|[^>])|^[^(=]*;\s*$")]
    private static partial Regex Field();
}
