using System.Globalization;
using System.Text.RegularExpressions;

namespace CenterDirectory.Data.Postgres;

/// <summary>A statement whose named parameters became numbered ones, which nobody has to look for each time that it runs.</summary>
/// <param name="Text">The statement.</param>
/// <param name="Names">Names of its parameters in their order.</param>
internal sealed partial record PositionalSql(string Text, IReadOnlyList<string> Names)
{
    /// <param name="sql">The statement, <c>@name</c> in it wherever a parameter stands.</param>
    /// <param name="names">The parameters in the wanted order; null takes them as they come.</param>
    public static PositionalSql Of(string sql, IReadOnlyList<string>? names = null)
    {
        var found = names?.ToList() ?? [];
        var text = Name().Replace(sql, match =>
        {
            var at = found.IndexOf(match.Value);
            if (at < 0)
            {
                found.Add(match.Value);
                at = found.Count - 1;
            }

            return string.Create(CultureInfo.InvariantCulture, $"${at + 1}");
        });
        return names is null || found.Count == names.Count
            ? new PositionalSql(text, found)
            : throw new ArgumentException($"The statement has a parameter {found[names.Count]} that nobody sets.", nameof(names));
    }

    // The two operators of text search and arrays that hold the sign are written with a second one of their own: @@ and @>.
    [GeneratedRegex(@"(?<![@<])@[A-Za-z_][A-Za-z0-9_]*")]
    private static partial Regex Name();
}
