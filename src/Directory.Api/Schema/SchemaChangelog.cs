using System.Text;
using CenterDirectory.GraphQL.Types.Evolution;

namespace CenterDirectory.Api.Schema;

/// <summary>What has changed in the schema since the last release, as a page for those who build on it.</summary>
internal static class SchemaChangelog
{
    /// <summary>The list of a release: a line with its name and day, then its members.</summary>
    public static string Release(string name, IReadOnlyList<SchemaMember> members) => $"# {name}\n{string.Join('\n', members)}\n";

    /// <summary>The page.</summary>
    /// <param name="released">The list of the last release.</param>
    /// <param name="now">The members as they are.</param>
    public static string Write(string released, IReadOnlyList<SchemaMember> now)
    {
        var lines = released.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var changes = SchemaComparison.Compare([.. lines.Skip(1).Select(SchemaMember.Parse)], now);
        var page = new StringBuilder();
        page.Append("# Changes of the schema\n\n")
            .Append("Since release ").Append(lines[0].TrimStart('#', ' ')).Append(". Written by `schema changelog`; a test keeps it true.\n");
        Section(page, "Breaking", "A document that was valid may no longer be.", changes.Where(change => change.Kind == SchemaChangeKind.Breaking));
        Section(page, "Notable", "Documents stay valid; a client that lists all values or types may meet one more, or a promise more.",
            changes.Where(change => change.Kind == SchemaChangeKind.Notable));
        Section(page, "New", "Nobody is touched who does not ask for it.", changes.Where(change => change.Kind == SchemaChangeKind.Addition));
        return page.ToString();
    }

    private static void Section(StringBuilder page, string title, string meaning, IEnumerable<SchemaChange> changes)
    {
        var owners = changes.GroupBy(change => change.Member.Owner).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        if (owners.Count == 0)
        {
            return;
        }

        page.Append("\n## ").Append(title).Append("\n\n").Append(meaning).Append("\n\n");
        foreach (var owner in owners)
        {
            page.Append("- ").AppendJoin("; ", owner.Select(Describe)).Append('\n');
        }
    }

    private static string Describe(SchemaChange change)
    {
        var (member, before) = (change.Member, change.Before);
        var name = member.Kind switch
        {
            <= SchemaMemberKind.Directive => $"`{member.Name}` ({member.Kind.ToString().ToLowerInvariant()})",
            SchemaMemberKind.Implements => $"`{member.Owner}` implements `{member.Name[(member.Owner.Length + 1)..]}`",
            _ => $"`{member.Name}`",
        };
        return change.IsRemoval ? $"{name} is gone"
            : before is null ? member.Type is null ? name : $"{name}: `{member.Type}`"
            : before.Type != member.Type ? $"{name}: `{before.Type}` → `{member.Type}`"
            : before.Kind != member.Kind ? $"{name} was a {before.Kind.ToString().ToLowerInvariant()}"
            : $"{name}: default `{before.Default ?? "none"}` → `{member.Default ?? "none"}`";
    }
}
