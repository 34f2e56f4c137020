using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Applying.Tables;

namespace CenterDirectory.Importers.Applying;

/// <summary>A link is no entry: a change of it is told as a change of the entries that show it, under the field that shows it.</summary>
internal static class LinkOwners
{
    private static readonly Dictionary<string, Owner[]> OwnersByKind = new(StringComparer.Ordinal)
    {
        [nameof(NetworkMember)] =
        [
            new(nameof(NetworkMember.NetworkId), EntryType.Network, "members"), new(nameof(NetworkMember.CenterId), EntryType.Center, "networks"),
        ],
        [nameof(NetworkTerritory)] = [new(nameof(NetworkTerritory.NetworkId), EntryType.Network, "territories")],
        [nameof(CenterServiceArea)] = [new(nameof(CenterServiceArea.CenterId), EntryType.Center, "serviceAreas")],
        [nameof(EventParticipant)] =
        [
            new(nameof(EventParticipant.EventId), EntryType.Event, "participants"),
            new(nameof(EventParticipant.CenterId), EntryType.Center, "events"),
            new(nameof(EventParticipant.OrganizationId), EntryType.Organization, "events"),
        ],
        [nameof(NewsOrganization)] = [new(nameof(NewsOrganization.OrganizationId), EntryType.Organization, "news")],
        [nameof(Quote)] =
        [
            new(nameof(Quote.NewsId), EntryType.NewsItem, "quotes"), new(nameof(Quote.PersonId), EntryType.Person, "quotes"),
        ],
        [nameof(PersonRole)] =
        [
            new(nameof(PersonRole.PersonId), EntryType.Person, "roles"),
            new(nameof(PersonRole.OrganizationId), EntryType.Organization, "people"),
            new(nameof(PersonRole.CenterId), EntryType.Center, "people"),
        ],
        [nameof(CenterMember)] = [new(nameof(CenterMember.CenterId), EntryType.Center, "members")],
        [nameof(CenterPartnership)] =
        [
            new(nameof(CenterPartnership.CenterId), EntryType.Center, "partners"),
            new(nameof(CenterPartnership.PartnerId), EntryType.Center, "partners"),
        ],
        [nameof(ProgramTerritory)] = [new(nameof(ProgramTerritory.ProgramId), EntryType.Program, "territories")],
        [nameof(ProgramCenter)] =
        [
            new(nameof(ProgramCenter.ProgramId), EntryType.Program, "centers"), new(nameof(ProgramCenter.CenterId), EntryType.Center, "programs"),
        ],
        [nameof(ProjectTerritory)] = [new(nameof(ProjectTerritory.ProjectId), EntryType.Project, "territories")],
        [nameof(ProjectCenter)] =
        [
            new(nameof(ProjectCenter.ProjectId), EntryType.Project, "centers"), new(nameof(ProjectCenter.CenterId), EntryType.Center, "projects"),
        ],
        [nameof(PracticeCenter)] = [new(nameof(PracticeCenter.CenterId), EntryType.Center, "practices")],
        [nameof(Replication)] = [new(nameof(Replication.PracticeId), EntryType.Practice, "replications")],
        [nameof(StandardDeclaration)] =
        [
            new(nameof(StandardDeclaration.ServiceId), EntryType.Service, "standards"),
            new(nameof(StandardDeclaration.StandardId), EntryType.ServiceStandard, "declarations"),
        ],
        [nameof(NewsEvent)] =
        [
            new(nameof(NewsEvent.NewsId), EntryType.NewsItem, "events"), new(nameof(NewsEvent.EventId), EntryType.Event, "news"),
        ],
        [nameof(NewsCenter)] =
        [
            new(nameof(NewsCenter.NewsId), EntryType.NewsItem, "centers"), new(nameof(NewsCenter.CenterId), EntryType.Center, "news"),
        ],
    };

    /// <summary>Tells the owners of a link row before and after; either is null if the row appears or goes.</summary>
    public static void Tell(ChangeLog log, EntityTable table, object?[]? before, object?[]? after)
    {
        foreach (var owner in OwnersByKind[table.Kind])
        {
            var column = table.Column(owner.Key).Index;
            foreach (var id in new[] { before?[column], after?[column] }.OfType<long>().Distinct())
            {
                log.Updated(owner.Type, id, owner.Field);
            }
        }
    }

    private sealed record Owner(string Key, EntryType Type, string Field);
}
