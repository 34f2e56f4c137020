using System.Collections.Concurrent;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CenterDirectory.Importers.Applying.Tables;

/// <summary>The tables of all record kinds, compiled once for a model.</summary>
internal sealed class EntityTables
{
    private readonly ConcurrentDictionary<IEntityType, EntityTable> tables = [];
    private readonly Dictionary<string, EntityTable> byKind = new(StringComparer.Ordinal);

    /// <summary>
    /// The kinds in the order in which they are merged: territories first, for everything is named by place; centers before
    /// services, which inherit the center's place; links last, since they need both ends.
    /// </summary>
    private static readonly Type[] Order =
    [
        typeof(Territory), typeof(Organization), typeof(Person), typeof(Program), typeof(Network), typeof(Project), typeof(Grant),
        typeof(ServiceStandard), typeof(Practice), typeof(Center), typeof(Service), typeof(Event), typeof(NewsItem), typeof(Metric),
        typeof(NetworkMember), typeof(NetworkTerritory), typeof(CenterServiceArea), typeof(EventParticipant), typeof(NewsEvent), typeof(NewsCenter),
        typeof(NewsOrganization), typeof(Quote), typeof(PersonRole), typeof(CenterMember), typeof(CenterPartnership), typeof(ProgramTerritory),
        typeof(ProgramCenter), typeof(ProjectTerritory), typeof(ProjectCenter), typeof(PracticeCenter), typeof(Replication),
        typeof(StandardDeclaration),
    ];

    public EntityTables(IModel model)
    {
        foreach (var type in Order)
        {
            var table = Of(model.FindEntityType(type)!);
            byKind.Add(table.Kind, table);
        }

        InOrder = [.. Order.Select(type => byKind[type.Name])];
    }

    /// <summary>The tables in the order of merging.</summary>
    public IReadOnlyList<EntityTable> InOrder { get; }

    public EntityTable this[string kind] => byKind[kind];

    private EntityTable Of(IEntityType type) => tables.GetOrAdd(type, static (type, of) => new EntityTable(type, of), Of);
}
