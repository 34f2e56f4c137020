using System.Linq.Expressions;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Data;

namespace CenterDirectory.Api.Schema.Standards;

/// <summary>How a declaration stands on a day, criterion by criterion, and the score that follows from it: the one place where either is computed.</summary>
internal static class DeclarationStanding
{
    /// <summary>What a criterion counts by its state; what is not named counts nothing. See docs/standards.md.</summary>
    private static readonly Dictionary<CriterionState, double> Weights = new() { [CriterionState.Confirmed] = 1, [CriterionState.Declared] = 0.5 };

    /// <summary>Which of several declarations of one service is shown first.</summary>
    private static readonly StandardState[] Strongest = [StandardState.Confirmed, StandardState.Declared, StandardState.Expired, StandardState.Objected];

    /// <summary>Its state on a day.</summary>
    public static StandardState StateOf(StandardVerdict? verdict, DateOnly? expiresOn, DateOnly today) => verdict switch
    {
        null => StandardState.Declared,
        StandardVerdict.Object => StandardState.Objected,
        _ => expiresOn < today ? StandardState.Expired : StandardState.Confirmed,
    };

    /// <summary>The state of a declaration on a day.</summary>
    public static StandardState StateOf(StandardDeclaration declaration, DateOnly today) => StateOf(declaration.Verdict, declaration.ExpiresOn, today);

    /// <summary>The requirements of the standard as it is now, each with its state. What was declared of one that is gone counts no more.</summary>
    public static IReadOnlyList<DeclaredCriterion> CriteriaOf(StandardDeclaration declaration, DateOnly today)
    {
        var state = StateOf(declaration, today);
        return [.. declaration.Standard.Criteria.Select(criterion => new DeclaredCriterion(criterion, StateOf(declaration, criterion.Key, state)))];
    }

    /// <summary>From 0 to 1: the weights of the criteria by their number. A standard without criteria is one requirement as a whole.</summary>
    public static double ScoreOf(StandardDeclaration declaration, DateOnly today)
    {
        var criteria = CriteriaOf(declaration, today);
        var states = criteria.Count > 0 ? criteria.Select(criterion => criterion.State) : [WholeOf(StateOf(declaration, today))];
        return Math.Round(states.Average(state => Weights.GetValueOrDefault(state)), 3);
    }

    /// <summary>The one of a service that counts: what is confirmed before what is only said, and the newest of equals.</summary>
    public static StandardDeclaration? StrongestOf(IEnumerable<StandardDeclaration> declarations, DateOnly today) => declarations
        .OrderBy(declaration => Array.IndexOf(Strongest, StateOf(declaration, today)))
        .ThenByDescending(declaration => declaration.DeclaredAt).ThenByDescending(declaration => declaration.Id)
        .FirstOrDefault();

    /// <summary>The filter by state.</summary>
    public static CustomFilterChoice Filter()
    {
        Expression<Func<StandardDeclaration, DateOnly, bool>> isDeclared = (declaration, today) => declaration.Verdict == null;
        Expression<Func<StandardDeclaration, DateOnly, bool>> isObjected = (declaration, today) => declaration.Verdict != null && declaration.Verdict == StandardVerdict.Object;
        Expression<Func<StandardDeclaration, DateOnly, bool>> isConfirmed = (declaration, today) =>
            declaration.Verdict != null && declaration.Verdict == StandardVerdict.Confirm && (declaration.ExpiresOn == null || declaration.ExpiresOn >= today);
        Expression<Func<StandardDeclaration, DateOnly, bool>> isExpired = (declaration, today) =>
            declaration.Verdict != null && declaration.Verdict == StandardVerdict.Confirm && declaration.ExpiresOn != null && declaration.ExpiresOn < today;
        return new CustomFilterChoice(
            typeof(StandardDeclaration), "state", "Declared, confirmed, objected or expired; depends on the clock.", typeof(StandardState),
            services => Today(services.GetRequiredService<TimeProvider>()),
            new Dictionary<Enum, LambdaExpression>
            {
                [StandardState.Declared] = isDeclared, [StandardState.Confirmed] = isConfirmed, [StandardState.Objected] = isObjected, [StandardState.Expired] = isExpired,
            });
    }

    /// <summary>The day in UTC: a confirmation holds to the end of its last day there.</summary>
    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private static CriterionState StateOf(StandardDeclaration declaration, string criterion, StandardState state) =>
        !declaration.MetCriteria.Contains(criterion) ? CriterionState.NotDeclared
        : state != StandardState.Objected ? WholeOf(state)
        : declaration.ObjectedCriteria.Count == 0 || declaration.ObjectedCriteria.Contains(criterion) ? CriterionState.Objected
        : CriterionState.Declared;

    private static CriterionState WholeOf(StandardState state) => state switch
    {
        StandardState.Declared => CriterionState.Declared,
        StandardState.Confirmed => CriterionState.Confirmed,
        StandardState.Objected => CriterionState.Objected,
        _ => CriterionState.Expired,
    };
}

/// <summary>One requirement of a standard, and how a service stands to it.</summary>
/// <param name="Criterion">The requirement.</param>
/// <param name="State">Declared, confirmed, objected, expired, or not declared; depends on the clock.</param>
internal sealed record DeclaredCriterion(StandardCriterion Criterion, CriterionState State);
