namespace CenterDirectory.Api.Commands;

/// <summary>
/// Takes the settings of the configuration out of the arguments before commands are parsed: <c>--Section:Key value</c>,
/// <c>--Section:Key=value</c>, and the few settings without a section. Anything else is a command's business, so a mistyped
/// option is still an error.
/// </summary>
internal static class SettingsSplit
{
    private static readonly HashSet<string> WithoutSection = new(StringComparer.OrdinalIgnoreCase) { "--urls", "--environment", "--roles" };

    /// <summary>The arguments of commands, and the settings.</summary>
    public static (string[] Arguments, string[] Settings) Of(IReadOnlyList<string> all)
    {
        var arguments = new List<string>();
        var settings = new List<string>();
        for (var i = 0; i < all.Count; i++)
        {
            if (!IsSetting(all[i]))
            {
                arguments.Add(all[i]);
                continue;
            }

            settings.Add(all[i]);
            if (!all[i].Contains('=') && i + 1 < all.Count)
            {
                settings.Add(all[++i]);
            }
        }

        return ([.. arguments], [.. settings]);
    }

    private static bool IsSetting(string argument)
    {
        var name = argument.Split('=', 2)[0];
        return name.StartsWith("--", StringComparison.Ordinal) && (name.Contains(':') || WithoutSection.Contains(name));
    }
}
