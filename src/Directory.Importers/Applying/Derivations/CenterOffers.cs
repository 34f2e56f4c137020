using System.Text.Json;
using CenterDirectory.Data.Bulk;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Applying.Tables;

namespace CenterDirectory.Importers.Applying.Derivations;

/// <summary>
/// What a center offers and to whom: what its sources state of it, and what its active services add. Derived at the end of
/// a run, when all services are merged.
/// </summary>
internal sealed class CenterOffers
{
    // Services that are about to go still have their rows: only those with a live record count.
    private static string ActiveServices(SqlDialect sql) =>
        $"""
        SELECT {sql.Json("v.\"SupportKinds\"")}, {sql.Json("v.\"Audiences\"")} FROM "Services" AS v
        WHERE v."CenterId" = @center AND v."Status" = '{nameof(ServiceStatus.Active)}' AND EXISTS (
            SELECT 1 FROM "SourceRecords" AS r WHERE r."Kind" = '{nameof(Service)}' AND r."EntityId" = v."Id" AND r."RetiredAt" IS NULL)
        """;

    private readonly ApplyContext context;
    private readonly EntityTable table;
    private readonly EntityColumn updatedAt;
    private readonly Offer<SupportKind> supportKinds;
    private readonly Offer<Audience> audiences;
    private readonly CenterCompleteness completeness;
    private readonly RowQuery services;

    public CenterOffers(ApplyContext context)
    {
        this.context = context;
        table = context.Tables[nameof(Center)];
        updatedAt = table.Column(nameof(Center.UpdatedAt));
        supportKinds = new Offer<SupportKind>(table.Column(nameof(Center.StatedSupportKinds)), table.Column(nameof(Center.SupportKinds)));
        audiences = new Offer<Audience>(table.Column(nameof(Center.StatedAudiences)), table.Column(nameof(Center.Audiences)));
        completeness = new CenterCompleteness(table);
        services = context.Session.PrepareQuery(ActiveServices(context.Session.Dialect), "@center");
    }

    public void Derive()
    {
        var rows = context.Rows(table);
        foreach (var id in context.CentersToDerive.Order())
        {
            if (rows.Find(id) is { } row)
            {
                Derive(rows, row);
            }
        }
    }

    private void Derive(EntityRows rows, object?[] row)
    {
        var kinds = new List<string> { (string)row[supportKinds.Stated.Index]! };
        var targets = new List<string> { (string)row[audiences.Stated.Index]! };
        using (var reader = services.Read(row[table.Id.Index]))
        {
            while (reader.Read())
            {
                kinds.Add(reader.GetString(0));
                targets.Add(reader.GetString(1));
            }
        }

        List<EntityColumn> differing = [];
        supportKinds.Set(row, kinds, differing);
        audiences.Set(row, targets, differing);
        completeness.Set(row, differing);
        if (differing.Count > 0)
        {
            var fields = differing.Select(column => column.Field!).Distinct().ToList();
            row[updatedAt.Index] = context.Run.Now;
            rows.Update(row, [.. differing, updatedAt]);
            context.Changes.Updated(EntryType.Center, (long)row[table.Id.Index]!, fields);
        }
    }

    private sealed record Offer<TEnum>(EntityColumn Stated, EntityColumn Effective)
        where TEnum : struct, Enum
    {
        /// <summary>Sets the union in the order of the vocabulary.</summary>
        public void Set(object?[] row, IEnumerable<string> lists, List<EntityColumn> differing)
        {
            var names = lists.SelectMany(list => JsonSerializer.Deserialize<List<string>>(list)!).ToHashSet(StringComparer.Ordinal);
            var union = JsonSerializer.Serialize(Enum.GetNames<TEnum>().Where(names.Contains));
            if (!Equals(row[Effective.Index], union))
            {
                row[Effective.Index] = union;
                differing.Add(Effective);
            }
        }
    }
}
