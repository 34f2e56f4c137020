using System.Globalization;
using CenterDirectory.Data.Entities.Links;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CenterDirectory.Data.Migrations;

/// <summary>
/// Triggers that keep <c>CenterNews</c> and <c>OrganizationNews</c>: a pair stands there as long as a source states it or a mention in the text
/// is sure enough. Mentions are written and deleted, never changed.
/// </summary>
internal static class MentionTriggers
{
    /// <summary>Kinds of entries that are found in texts, with their tables.</summary>
    public static readonly IReadOnlyList<(string Kind, string Table)> Targets =
    [
        ("Center", "Centers"), ("Organization", "Organizations"), ("Person", "People"), ("Territory", "Territories"), ("Network", "Networks"),
        ("Program", "Programs"), ("Project", "Projects"), ("Event", "Events"),
    ];

    private static readonly string Listed = Mention.Listed.ToString(CultureInfo.InvariantCulture);

    public static void KeepNewsOfTargets(this MigrationBuilder builder)
    {
        foreach (var kind in new[] { "Center", "Organization" })
        {
            builder.KeepNewsOf(kind);
        }
    }

    private static void KeepNewsOf(this MigrationBuilder builder, string kind)
    {
        var stated = $"News{kind}s";
        var add = Add(kind, $"""NEW."{kind}Id" IS NOT NULL""", $"{kind}Id");
        var remove = Remove(kind, $"{kind}Id");
        builder.CreateTrigger($"{stated}_Added", "AFTER INSERT", stated, add);
        builder.CreateTrigger($"{stated}_Removed", "AFTER DELETE", stated, remove);
        builder.CreateTrigger($"{stated}_Changed", $"""AFTER UPDATE OF "NewsId", "{kind}Id" """, stated, remove + add);

        var target = $"Target{kind}Id";
        builder.CreateTrigger(
            $"Mentions_{kind}_Added", "AFTER INSERT", "Mentions", Add(kind, $"""NEW."{target}" IS NOT NULL AND NEW."Confidence" >= {Listed}""", target));
        builder.CreateTrigger($"Mentions_{kind}_Removed", "AFTER DELETE", "Mentions", Remove(kind, target));
    }

    private static string Add(string kind, string condition, string column) =>
        $"""
        INSERT INTO "{kind}News" ("{kind}Id", "NewsId") SELECT NEW."{column}", NEW."NewsId" WHERE {condition} ON CONFLICT DO NOTHING;
        """;

    private static string Remove(string kind, string column) =>
        $"""
        DELETE FROM "{kind}News" WHERE "{kind}Id" = OLD."{column}" AND "NewsId" = OLD."NewsId"
            AND NOT EXISTS (SELECT 1 FROM "News{kind}s" AS s WHERE s."NewsId" = OLD."NewsId" AND s."{kind}Id" = OLD."{column}")
            AND NOT EXISTS (
                SELECT 1 FROM "Mentions" AS m WHERE m."NewsId" = OLD."NewsId" AND m."Target{kind}Id" = OLD."{column}" AND m."Confidence" >= {Listed});
        """;
}
