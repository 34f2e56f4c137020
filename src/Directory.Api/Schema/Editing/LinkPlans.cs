using CenterDirectory.Api.Schema.Editing.Inputs;
using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;
using CenterDirectory.Importers.Editing;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Schema.Editing;

/// <summary>Says which edits of links an input means: of a center to articles, people and territories. Whether the key may is known by then.</summary>
internal sealed class LinkPlans(EditedEntries entries, EntryKeys keys, DirectoryDb db)
{
    private const int LongestText = 200;

    private const int MostAreas = 100;

    /// <summary>Links an article to a center.</summary>
    public async Task<EditPlan> LinkAsync(LinkNewsInput input, EntryKey center, CancellationToken cancellationToken)
    {
        var key = keys.Next();
        var link = new EntryEdit(nameof(NewsCenter)) { NewKey = key + "/center", Entries = new Dictionary<string, EntryKey> { ["center"] = center } };
        var known = await db.News.Where(item => item.Url == input.Url).OrderBy(item => item.Id).Select(item => (long?)item.Id).FirstOrDefaultAsync(cancellationToken);
        if (known is { } id)
        {
            // An article that is there already is the same article.
            var item = new EntryKey(nameof(NewsItem), id);
            return EditPlan.Of(link with { Entries = new Dictionary<string, EntryKey>(link.Entries) { ["news"] = item } }) with { Subject = item };
        }

        var article = new EntryEdit(nameof(NewsItem))
        {
            NewKey = key, Fields = EditJson.Fields(("title", input.Title), ("url", input.Url), ("publishedOn", input.PublishedOn), ("publisher", input.Publisher)),
        };
        return new([article, link with { Fields = EditJson.Fields(("news", new { id = key })) }], null, null);
    }

    /// <summary>Takes such a link back.</summary>
    public async Task<EditPlan> UnlinkAsync(UnlinkNewsInput input, EntryKey center, string[] at, CancellationToken cancellationToken)
    {
        if (await entries.FindAsync(input.NewsItemId, [nameof(NewsItem)], cancellationToken) is not { } article)
        {
            return EditPlan.Refused(NotFoundError.At([.. at, "newsItemId"]));
        }

        var links = await db.Set<NewsCenter>().Where(link => link.NewsId == article.Id && link.CenterId == center.Id).Select(link => link.Id).ToListAsync(cancellationToken);
        return links.Count == 0
            ? EditPlan.Refused(StateError.Because(
                "Этой ссылки никто не ставил: центр назван в самом тексте.", "Nobody made this link: the article itself names the center.", [.. at, "newsItemId"]))
            : new([.. links.Select(link => Removal(nameof(NewsCenter), link))], null, null) { Subject = article };
    }

    /// <summary>Adds a role of a person, who is the one of that name in the center if there is one already.</summary>
    public async Task<EditPlan> AddRoleAsync(PersonRoleInput given, EntryKey center, string[] at, CancellationToken cancellationToken)
    {
        if (RefusalOf(given, at) is { } refusal)
        {
            return EditPlan.Refused(refusal);
        }

        var key = keys.Next();
        var role = new EntryEdit(nameof(PersonRole))
        {
            NewKey = key + "/role", Fields = EditJson.Fields(("role", given.Role), ("position", given.Position?.Trim())), Entries = new Dictionary<string, EntryKey> { ["center"] = center },
        };
        var folded = SearchText.Fold(given.Name);
        var known = await db.PersonRoles.Where(row => row.CenterId == center.Id && row.Person!.NameFolded == folded)
            .OrderBy(row => row.PersonId).Select(row => row.PersonId).FirstOrDefaultAsync(cancellationToken);
        if (known is { } id)
        {
            return EditPlan.Of(role with { Entries = new Dictionary<string, EntryKey>(role.Entries) { ["person"] = new(nameof(Person), id) } }) with { Answers = nameof(PersonRole) };
        }

        var person = new EntryEdit(nameof(Person)) { NewKey = key, Fields = EditJson.Fields(("name", given.Name.Trim())) };
        var fields = new Dictionary<string, System.Text.Json.JsonElement>(role.Fields) { ["person"] = EditJson.Of(new { id = key }) };
        return new([person, role with { Fields = fields }], null, null) { Answers = nameof(PersonRole) };
    }

    /// <summary>Takes all roles of a person in a center back. Who has no role then is erased by the import that takes them.</summary>
    public async Task<EditPlan> RemoveRoleAsync(RemovePersonRoleInput input, EntryKey center, string[] at, CancellationToken cancellationToken)
    {
        if (!GlobalId.TryDecode(input.PersonId, out var type, out var person) || type != nameof(Person))
        {
            return EditPlan.Refused(NotFoundError.At([.. at, "personId"]));
        }

        var roles = await db.PersonRoles.Where(role => role.CenterId == center.Id && role.PersonId == person).Select(role => role.Id).ToListAsync(cancellationToken);
        if (roles.Count == 0)
        {
            return EditPlan.Refused(NotFoundError.At([.. at, "personId"]));
        }

        var own = await OwnAsync(nameof(PersonRole), roles, cancellationToken);
        return own.Count < roles.Count
            ? EditPlan.Refused(StateError.Because(
                "Эту роль сообщает другой источник; убрать её может оператор справочника.",
                "Another source states this role; the operator of the directory can take it out.", [.. at, "personId"]))
            : new([.. roles.Select(role => Removal(nameof(PersonRole), role))], null, null) { Subject = center };
    }

    /// <summary>Adds to a plan what makes the center work for the territories that are named and, as far as self-service has said so, for no others.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="card">The edit of the center.</param>
    /// <param name="center">The center; null for a new one.</param>
    /// <param name="territories">Keys of the territories.</param>
    /// <param name="path">Where they stand.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<EditPlan> WithAreasAsync(
        EditPlan plan, EntryEdit card, long? center, IReadOnlyList<string> territories, string[] path, CancellationToken cancellationToken)
    {
        if (territories.Count > MostAreas)
        {
            return EditPlan.Refused(ValidationError.Wrong($"Территорий не больше {MostAreas}.", $"At most {MostAreas} territories.", path));
        }

        var wanted = new Dictionary<long, string>();
        foreach (var (index, key) in territories.Index())
        {
            if (await TerritoryAsync(key, cancellationToken) is not { } territory)
            {
                return EditPlan.Refused(ValidationError.Unknown(
                    "Такой территории в справочнике нет.", "The directory has no such territory.", [.. path, index.ToString(System.Globalization.CultureInfo.InvariantCulture)]));
            }

            wanted.TryAdd(territory, key);
        }

        var there = await db.CenterServiceAreas.Where(area => area.CenterId == center).Select(area => new { area.Id, area.TerritoryId }).ToListAsync(cancellationToken);
        var own = await OwnAsync(nameof(CenterServiceArea), [.. there.Select(area => area.Id)], cancellationToken);
        // What others state stays, as with every list of links: self-service adds to it.
        var gone = there.Where(area => own.Contains(area.Id) && !wanted.ContainsKey(area.TerritoryId)).Select(area => Removal(nameof(CenterServiceArea), area.Id));
        var come = wanted.Where(area => !there.Exists(known => known.TerritoryId == area.Key)).Select(area => AreaOf(card, center, area.Value));
        List<EntryEdit> links = [.. gone, .. come];
        return links.Count == 0 ? plan : plan with { Edits = [card with { Linked = ["serviceAreas"] }, .. links] };
    }

    /// <summary>The territory of a key; null if there is none.</summary>
    public async Task<long?> TerritoryAsync(string key, CancellationToken cancellationToken) => await db.Territories
        .Where(territory => territory.Code == key || territory.Iso == key || territory.Slug == key || (string?)(object?)territory.Oktmo == key)
        .OrderBy(territory => territory.Id).Select(territory => (long?)territory.Id).FirstOrDefaultAsync(cancellationToken);

    private EntryEdit AreaOf(EntryEdit card, long? center, string territory)
    {
        var edit = new EntryEdit(nameof(CenterServiceArea)) { NewKey = keys.Next(), Fields = EditJson.Fields(("territory", new { slug = territory })) };
        return center is { } id
            ? edit with { Entries = new Dictionary<string, EntryKey> { ["center"] = new(nameof(Center), id) } }
            : edit with { Fields = EditJson.Fields(("territory", new { slug = territory }), ("center", new { id = card.NewKey })) };
    }

    /// <summary>Those of some links that self-service has made.</summary>
    private async Task<HashSet<long>> OwnAsync(string kind, IReadOnlyCollection<long> links, CancellationToken cancellationToken) =>
    [
        .. await db.SourceRecords.Where(record => record.Kind == kind && record.RetiredAt == null && record.Source.Key == SelfService.Key
                && record.EntityId != null && links.Contains(record.EntityId.Value))
            .Select(record => record.EntityId!.Value).ToListAsync(cancellationToken),
    ];

    private static ValidationError? RefusalOf(PersonRoleInput given, string[] at) =>
        !given.Consent ? new(
            new LocalizedText("Публиковать имя можно только с согласия человека.", "A name may be published only if the person agrees."), ErrorCode.ConsentRequired, [.. at, "consent"])
        : string.IsNullOrWhiteSpace(given.Name) ? ValidationError.Missing("Напишите имя.", "Write the name.", [.. at, "name"])
        : given.Name.Trim().Length > LongestText ? ValidationError.Wrong($"Не больше {LongestText} знаков.", $"At most {LongestText} characters.", [.. at, "name"])
        : given.Role is null && string.IsNullOrWhiteSpace(given.Position)
            ? ValidationError.Missing("Назовите роль или должность: люди без неё не публикуются.", "State a role or a position: nobody is published without.", [.. at, "position"])
        : null;

    private static EntryEdit Removal(string kind, long link) => new(kind) { EntityId = link, IsRemoval = true };
}
