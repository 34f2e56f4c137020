namespace CenterDirectory.GraphQL.Types.Evolution;

/// <summary>What a member of a schema is.</summary>
public enum SchemaMemberKind
{
    Scalar,
    Object,
    Interface,
    Union,
    Enum,
    Input,
    Directive,
    Field,
    Argument,
    InputField,
    Value,
    Possible,
    Implements,
}

/// <summary>One thing that a client may rely on: a type, a field, an argument, a value.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its schema coordinate, such as <c>Center.services(first:)</c>.</param>
/// <param name="Type">Its type as SDL writes it; null if it has none.</param>
/// <param name="Default">Its default as SDL writes it; null if it has none.</param>
public sealed record SchemaMember(SchemaMemberKind Kind, string Name, string? Type = null, string? Default = null)
{
    /// <summary>Type that it belongs to, or is.</summary>
    public string Owner => Name[..(Name.IndexOfAny(['.', '(']) is var end and > 0 ? end : Name.Length)];

    /// <summary>Whether it must be given: an argument or input field that is non-null and has no default.</summary>
    public bool IsRequired => Kind is SchemaMemberKind.Argument or SchemaMemberKind.InputField && Type!.EndsWith('!') && Default is null;

    /// <summary>The member as a line of a list.</summary>
    public override string ToString() => $"{Kind} {Name}{(Type is null ? "" : $": {Type}")}{(Default is null ? "" : $" = {Default}")}";

    /// <summary>Reads such a line.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static SchemaMember Parse(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || !Enum.TryParse<SchemaMemberKind>(line[..space], out var kind))
        {
            throw new FormatException($"«{line}» names no member of a schema; write the file by the command that made it.");
        }

        var (rest, fallback) = Cut(line[(space + 1)..], " = ");
        var (name, type) = Cut(rest, ": ");
        return new SchemaMember(kind, name, type, fallback);
    }

    private static (string Head, string? Tail) Cut(string text, string separator) =>
        text.IndexOf(separator, StringComparison.Ordinal) is var at and >= 0 ? (text[..at], text[(at + separator.Length)..]) : (text, null);
}
