using System.Text;

namespace CenterDirectory.Importers.Formats.Calendar;

/// <summary>One content line: <c>NAME;PARAMETER=value:value</c>.</summary>
/// <param name="Name">Name in capitals.</param>
/// <param name="Parameters">Parameters by their names in capitals.</param>
/// <param name="Value">The value as written.</param>
internal sealed record CalendarLine(string Name, IReadOnlyDictionary<string, string> Parameters, string Value)
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>Null if it is no content line.</summary>
    public static CalendarLine? Parse(string text)
    {
        var end = text.AsSpan().IndexOfAny(';', ':');
        if (end <= 0)
        {
            return null;
        }

        var parameters = None;
        var position = end;
        while (position < text.Length && text[position] == ';')
        {
            if (ReadParameter(text, ref position) is not { } parameter)
            {
                return null;
            }

            parameters = ReferenceEquals(parameters, None) ? new Dictionary<string, string>(StringComparer.Ordinal) : parameters;
            parameters.TryAdd(parameter.Name, parameter.Value);
        }

        return position < text.Length && text[position] == ':'
            ? new CalendarLine(text[..end].Trim().ToUpperInvariant(), parameters, text[(position + 1)..])
            : null;
    }

    public string? Parameter(string name) => Parameters.GetValueOrDefault(name);

    /// <summary>The value as text, its escapes undone.</summary>
    public string Text => Unescape(Value);

    /// <summary>The texts between unescaped commas.</summary>
    public IEnumerable<string> Texts()
    {
        var start = 0;
        for (var i = 0; i <= Value.Length; i++)
        {
            if (i == Value.Length || Value[i] == ',')
            {
                yield return Unescape(Value[start..i]);
                start = i + 1;
            }
            else if (Value[i] == '\\')
            {
                i = Math.Min(i + 1, Value.Length - 1);
            }
        }
    }

    private static (string Name, string Value)? ReadParameter(string text, ref int position)
    {
        var equals = text.IndexOf('=', position);
        if (equals < 0)
        {
            return null;
        }

        var name = text[(position + 1)..equals].ToUpperInvariant();
        var value = new StringBuilder();
        var isQuoted = false;
        for (position = equals + 1; position < text.Length; position++)
        {
            var symbol = text[position];
            if (symbol == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && symbol is ';' or ':')
            {
                break;
            }
            else
            {
                value.Append(symbol);
            }
        }

        return (name, value.ToString());
    }

    private static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
            {
                i++;
                result.Append(text[i] is 'n' or 'N' ? '\n' : text[i]);
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }
}
