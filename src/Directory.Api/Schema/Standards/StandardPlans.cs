using System.Globalization;
using CenterDirectory.Api.Access;
using CenterDirectory.Api.Schema.Editing;
using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Data;
using CenterDirectory.Data.Access;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Editing;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Schema.Standards;

/// <summary>Says which edit a declaration or a verdict means, if the key may make it and it fits what stands there. Paths of errors begin where the input stands.</summary>
internal sealed class StandardPlans(EditedEntries entries, Viewer viewer, DirectoryDb db, TimeProvider clock)
{
    /// <summary>What a new declaration leaves behind of the verdict on the one before.</summary>
    private static readonly string[] OfVerdict = ["verdict", "reviewedAt", "reviewedBy", "reason", "objectedCriteria", "expiresOn"];

    private static readonly string DeclaringAct = EditNames.Of(nameof(DeclareStandardInput)[..^"Input".Length]);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>A center declares, or takes back what it declared.</summary>
    public async Task<EditPlan> DeclareAsync(DeclareStandardInput input, string[] at, CancellationToken cancellationToken)
    {
        var (pair, fault) = await FindAsync(input.ServiceId, input.StandardId, at, cancellationToken);
        if (pair is null)
        {
            return EditPlan.Refused(fault!);
        }

        var (service, standard, known) = pair;
        if (NotPermittedError.Of(await entries.MayEditAsync(viewer, nameof(Service), service.Id, cancellationToken), [.. at, "serviceId"]) is { } refusal)
        {
            return EditPlan.Refused(refusal);
        }

        if (input.Criteria.Count == 0 && standard.Criteria.Count > 0)
        {
            return known is null
                ? EditPlan.Refused(ValidationError.Missing("Назовите требования, которые выполнены.", "Name the criteria that are met.", [.. at, "criteria"]))
                : EditPlan.Of(On(known) with { IsRemoval = true });
        }

        if (UnknownCriterion(standard, input.Criteria, at) is { } unknown)
        {
            return EditPlan.Refused(unknown);
        }

        string[] met = [.. input.Criteria.Distinct(StringComparer.Ordinal)];
        return await MisfitAsync(service, standard, at, cancellationToken) is { } misfit ? EditPlan.Refused(misfit)
            : EditPlan.Of(known is null ? New(service, standard, met) : Again(known, met));
    }

    /// <summary>A coordinator judges what a center declared; what ran out or was judged before may be judged anew.</summary>
    public async Task<EditPlan> ReviewAsync(ReviewStandardInput input, string[] at, CancellationToken cancellationToken)
    {
        var (pair, fault) = await FindAsync(input.ServiceId, input.StandardId, at, cancellationToken);
        if (pair is null)
        {
            return EditPlan.Refused(fault!);
        }

        var (service, standard, known) = pair;
        var verdict = service.CenterId is { } center
            ? await viewer.MayReviewAsync(center, standard.NetworkId, standard.TerritoryId, cancellationToken)
            : viewer.May(AccessAct.Review);
        if (NotPermittedError.Of(verdict, [.. at, "serviceId"]) is { } refusal)
        {
            return EditPlan.Refused(refusal);
        }

        if (known is null)
        {
            return EditPlan.Refused(StateError.Because(
                "Центр не заявлял, что услуга отвечает этому стандарту.", "The center has not declared that the service meets this standard.", [.. at, "serviceId"]));
        }

        if (await IsOfThisKeyAsync(known.Id, cancellationToken))
        {
            return EditPlan.Refused(NotPermittedError.OwnWord([.. at, "serviceId"]));
        }

        return FlawOf(input, standard, known, at) is { } flaw ? EditPlan.Refused(flaw) : EditPlan.Of(await JudgedAsync(input, standard, known, cancellationToken));
    }

    private async Task<(StandardPair? Pair, IEditError? Fault)> FindAsync(string serviceId, string standardId, string[] at, CancellationToken cancellationToken)
    {
        if (await entries.FindAsync(serviceId, [nameof(Service)], cancellationToken) is not { } serviceKey)
        {
            return (null, NotFoundError.At([.. at, "serviceId"]));
        }

        if (await entries.FindAsync(standardId, [nameof(ServiceStandard)], cancellationToken) is not { } standardKey)
        {
            return (null, ValidationError.Unknown("Такого стандарта нет. Возьмите id из справочника.", "There is no such standard. Take the id from the directory.", [.. at, "standardId"]));
        }

        var service = await db.Services.AsNoTracking().SingleAsync(row => row.Id == serviceKey.Id, cancellationToken);
        var standard = await db.ServiceStandards.AsNoTracking().SingleAsync(row => row.Id == standardKey.Id, cancellationToken);
        var known = await db.StandardDeclarations.AsNoTracking().Where(row => row.ServiceId == serviceKey.Id && row.StandardId == standardKey.Id)
            .OrderByDescending(row => row.DeclaredAt).ThenByDescending(row => row.Id).FirstOrDefaultAsync(cancellationToken);
        return (new StandardPair(service, standard, known), null);
    }

    /// <summary>A standard holds where it says, and for the support that it names.</summary>
    private async Task<StateError?> MisfitAsync(Service service, ServiceStandard standard, string[] at, CancellationToken cancellationToken)
    {
        if (standard.NetworkId is { } network && !await db.NetworkMembers.AnyAsync(member => member.NetworkId == network && member.CenterId == service.CenterId, cancellationToken))
        {
            return StateError.Because("Стандарт действует в сети, в которую центр не входит.", "The standard is of a network that the center does not belong to.", [.. at, "standardId"]);
        }

        if (standard.TerritoryId is { } territory
            && !await db.TerritoryClosures.AnyAsync(pair => pair.AncestorId == territory && pair.DescendantId == service.TerritoryId, cancellationToken))
        {
            return StateError.Because("Стандарт действует на другой территории.", "The standard holds in another territory.", [.. at, "standardId"]);
        }

        return standard.SupportKinds.Count > 0 && service.SupportKinds.Count > 0 && !standard.SupportKinds.Intersect(service.SupportKinds).Any()
            ? StateError.Because("Стандарт – для других видов поддержки.", "The standard is for other kinds of support.", [.. at, "standardId"])
            : null;
    }

    private static ValidationError? FlawOf(ReviewStandardInput input, ServiceStandard standard, StandardDeclaration known, string[] at) => input.Verdict switch
    {
        StandardVerdict.Object when string.IsNullOrWhiteSpace(input.Reason) => ValidationError.Missing(
            "Возражение нужно обосновать: центр должен знать, что исправить.", "An objection needs a reason: the center must know what to mend.", [.. at, "reason"]),
        StandardVerdict.Object => UnknownCriterion(standard, input.Criteria ?? [], at),
        _ when input.Criteria is { Count: > 0 } => ValidationError.Wrong(
            "Требования называют только в возражении: подтверждают услугу целиком.", "Criteria go with an objection only: a service is confirmed as a whole.", [.. at, "criteria"]),
        _ when standard.Criteria.Exists(criterion => !known.MetCriteria.Contains(criterion.Key)) => ValidationError.Wrong(
            "Центр заявил не все требования стандарта: подтвердить его нельзя, можно возразить.",
            "The center has not declared all criteria of the standard: it cannot be confirmed, only objected to.", [.. at, "verdict"]),
        _ => null,
    };

    private static ValidationError? UnknownCriterion(ServiceStandard standard, IReadOnlyList<string> criteria, string[] at)
    {
        var index = criteria.ToList().FindIndex(key => !standard.Criteria.Exists(criterion => criterion.Key == key));
        return index < 0 ? null : ValidationError.Unknown(
            "В стандарте нет такого требования.", "The standard has no such criterion.", [.. at, "criteria", index.ToString(CultureInfo.InvariantCulture)]);
    }

    /// <summary>Whoever has spoken for the center does not also agree with it, be it a coordinator or the operator.</summary>
    private async Task<bool> IsOfThisKeyAsync(long declaration, CancellationToken cancellationToken)
    {
        var declaredBy = await db.AuditEntries
            .Where(entry => entry.ObjectType == nameof(StandardDeclaration) && entry.ObjectId == declaration && entry.Act == DeclaringAct)
            .OrderByDescending(entry => entry.Id).Select(entry => entry.KeyId).FirstOrDefaultAsync(cancellationToken);
        return declaredBy is not null && declaredBy == viewer.Require().Id;
    }

    /// <summary>By its key a declaration that is sent twice at once is one.</summary>
    private EntryEdit New(Service service, ServiceStandard standard, string[] met) => Declared(
        new EntryEdit(nameof(StandardDeclaration))
        {
            NewKey = string.Create(CultureInfo.InvariantCulture, $"declaration-{service.Id}-{standard.Id}"),
            Entries = new Dictionary<string, EntryKey>
            {
                ["service"] = new(nameof(Service), service.Id), ["standard"] = new(nameof(ServiceStandard), standard.Id),
            },
        },
        met);

    /// <summary>What stands there and still counts is not said anew: a confirmation goes on, and who waits for a verdict keeps the place in the queue.</summary>
    private EntryEdit Again(StandardDeclaration known, string[] met) =>
        DeclarationStanding.StateOf(known, DeclarationStanding.Today(clock)) is StandardState.Declared or StandardState.Confirmed && known.MetCriteria.ToHashSet().SetEquals(met)
            ? On(known)
            : Declared(On(known) with { Emptied = OfVerdict }, met);

    private EntryEdit Declared(EntryEdit edit, string[] met) => met.Length > 0
        ? edit with { Fields = EditJson.Fields(("declaredAt", Now), ("metCriteria", met)) }
        : edit with { Fields = EditJson.Fields(("declaredAt", Now)), Emptied = [.. edit.Emptied, "metCriteria"] };

    private async Task<EntryEdit> JudgedAsync(ReviewStandardInput input, ServiceStandard standard, StandardDeclaration known, CancellationToken cancellationToken)
    {
        DateOnly? expiresOn = input.Verdict == StandardVerdict.Confirm && standard.ValidMonths is { } months ? DateOnly.FromDateTime(Now).AddMonths(months) : null;
        string[]? objected = input is { Verdict: StandardVerdict.Object, Criteria.Count: > 0 } ? [.. input.Criteria.Distinct(StringComparer.Ordinal)] : null;
        var reason = string.IsNullOrWhiteSpace(input.Reason) ? null : input.Reason.Trim();
        var fields = EditJson.Fields(("verdict", input.Verdict), ("reviewedAt", Now), ("reason", reason), ("objectedCriteria", objected), ("expiresOn", expiresOn));
        var reviewer = await ReviewerAsync(viewer.Require(), cancellationToken) is { } id
            ? new Dictionary<string, EntryKey> { ["reviewedBy"] = new(nameof(Organization), id) }
            : [];
        return On(known) with { Fields = fields, Entries = reviewer, Emptied = [.. OfVerdict.Where(field => !fields.ContainsKey(field) && !reviewer.ContainsKey(field))] };
    }

    /// <summary>The organization that coordinates the key's network; a territory or the directory has none.</summary>
    private async Task<long?> ReviewerAsync(AccessKey key, CancellationToken cancellationToken) => key.NetworkId is { } network
        ? await db.Networks.Where(known => known.Id == network).Select(known => known.CoordinatorId).FirstOrDefaultAsync(cancellationToken)
        : null;

    private static EntryEdit On(StandardDeclaration known) => new(nameof(StandardDeclaration)) { EntityId = known.Id };

    /// <summary>A service, a standard, and what is declared of the one by the other.</summary>
    private sealed record StandardPair(Service Service, ServiceStandard Standard, StandardDeclaration? Known);
}
