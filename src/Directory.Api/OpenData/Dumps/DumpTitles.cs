using System.Collections.Frozen;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.OpenData.Dumps;

/// <summary>What people call the files of a dump: entries of a type in the plural, and what links them.</summary>
internal static class DumpTitles
{
    private static readonly FrozenDictionary<string, LocalizedText> ByKind = new Dictionary<string, LocalizedText>
    {
        [nameof(Center)] = new("Ресурсные центры", "Resource centers"),
        [nameof(Service)] = new("Услуги", "Services"),
        [nameof(Organization)] = new("Организации", "Organizations"),
        [nameof(Event)] = new("События", "Events"),
        [nameof(NewsItem)] = new("Новости", "News"),
        [nameof(Territory)] = new("Территории", "Territories"),
        [nameof(Network)] = new("Сети", "Networks"),
        [nameof(Program)] = new("Программы", "Programs"),
        [nameof(Project)] = new("Проекты", "Projects"),
        [nameof(Grant)] = new("Гранты", "Grants"),
        [nameof(Practice)] = new("Практики", "Practices"),
        [nameof(Metric)] = new("Показатели", "Figures"),
        [nameof(Person)] = new("Люди с публичными ролями", "People with public roles"),
        [nameof(ServiceStandard)] = new("Стандарты услуг", "Service standards"),
        [nameof(CenterMember)] = new("Кто состоит в центрах", "Members of centers"),
        [nameof(CenterPartnership)] = new("Партнёры центров", "Partners of centers"),
        [nameof(CenterServiceArea)] = new("Где работают центры", "Where centers work"),
        [nameof(EventParticipant)] = new("Участники событий", "Participants of events"),
        [nameof(Mention)] = new("Упоминания в новостях", "Mentions in news"),
        [nameof(NetworkMember)] = new("Участники сетей", "Members of networks"),
        [nameof(NetworkTerritory)] = new("Где работают сети", "Where networks work"),
        [nameof(NewsCenter)] = new("Новости о центрах", "News about centers"),
        [nameof(NewsEvent)] = new("Новости о событиях", "News about events"),
        [nameof(NewsOrganization)] = new("Новости об организациях", "News about organizations"),
        [nameof(PersonRole)] = new("Роли людей", "Roles of people"),
        [nameof(PracticeCenter)] = new("Практики центров", "Practices of centers"),
        [nameof(ProgramCenter)] = new("Центры в программах", "Centers in programs"),
        [nameof(ProgramTerritory)] = new("Где идут программы", "Where programs run"),
        [nameof(ProjectCenter)] = new("Центры в проектах", "Centers in projects"),
        [nameof(ProjectTerritory)] = new("Где идут проекты", "Where projects run"),
        [nameof(Quote)] = new("Цитаты", "Quotations"),
        [nameof(Replication)] = new("Куда перенимают практики", "Where practices go"),
        [nameof(StandardDeclaration)] = new("Услуги и стандарты", "Services and standards"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The title of the records of a kind.</summary>
    public static LocalizedText Of(string kind) => ByKind[kind];
}
