using System.Text;

namespace CenterDirectory.GraphQL.Types;

/// <summary>How C# names become GraphQL names, as Hot Chocolate users know it.</summary>
public static class Naming
{
    /// <summary><c>GetCentersAsync</c> → <c>centers</c>.</summary>
    public static string Field(string memberName)
    {
        var name = memberName;
        if (name.StartsWith("Get", StringComparison.Ordinal) && name.Length > 3 && char.IsUpper(name[3]))
        {
            name = name[3..];
        }

        if (name.EndsWith("Async", StringComparison.Ordinal) && name.Length > 5)
        {
            name = name[..^5];
        }

        return Camel(name);
    }

    /// <summary><c>ShortName</c> → <c>shortName</c>, <c>URL</c> → <c>url</c>.</summary>
    public static string Camel(string name)
    {
        var upper = 0;
        while (upper < name.Length && char.IsUpper(name[upper]))
        {
            upper++;
        }

        return upper switch
        {
            0 => name,
            1 => char.ToLowerInvariant(name[0]) + name[1..],
            _ when upper == name.Length => name.ToLowerInvariant(),
            _ => name[..(upper - 1)].ToLowerInvariant() + name[(upper - 1)..],
        };
    }

    /// <summary><c>MediaPromotion</c> → <c>MEDIA_PROMOTION</c>.</summary>
    public static string EnumValue(string memberName)
    {
        var text = new StringBuilder(memberName.Length + 4);
        for (var i = 0; i < memberName.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(memberName[i]) && (!char.IsUpper(memberName[i - 1]) || NextIsLower(memberName, i));
            if (startsWord && memberName[i - 1] != '_')
            {
                text.Append('_');
            }

            text.Append(char.ToUpperInvariant(memberName[i]));
        }

        return text.ToString();
    }

    /// <summary>English plural of a type name.</summary>
    public static string Plural(string name) => name switch
    {
        _ when name.EndsWith('y') && name.Length > 1 && !"aeiou".Contains(name[^2]) => name[..^1] + "ies",
        _ when name.EndsWith('s') || name.EndsWith('x') || name.EndsWith("ch", StringComparison.Ordinal) => name + "es",
        _ => name + "s",
    };

    /// <summary>Whether a text is a name of the language (2.1.9) that is not reserved (4.1).</summary>
    public static bool IsValid(string name) =>
        name.Length > 0
        && (char.IsAsciiLetter(name[0]) || name[0] == '_')
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static bool NextIsLower(string name, int index) => index + 1 < name.Length && char.IsLower(name[index + 1]);
}
