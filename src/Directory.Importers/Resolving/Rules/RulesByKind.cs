using CenterDirectory.Data.Entities;

namespace CenterDirectory.Importers.Resolving.Rules;

/// <summary>The kinds that are joined across sources, and by what. Others are of one source each.</summary>
internal static class RulesByKind
{
    public static readonly IReadOnlyList<string> Kinds =
    [
        nameof(Territory), nameof(Organization), nameof(Center), nameof(Network), nameof(Program), nameof(Event), nameof(Person),
    ];

    /// <summary>New rules, for one thread; null if records of the kind are never joined.</summary>
    public static MatchRules? For(string kind) => kind switch
    {
        nameof(Territory) => new TerritoryRules(),
        nameof(Organization) => new OrganizationRules(),
        nameof(Center) => new NamedRules(kind, weight: 1.2, needsPlace: true),
        nameof(Network) => new NamedRules(kind, weight: 1.5),
        nameof(Program) => new NamedRules(kind, weight: 2),
        nameof(Event) => new NamedRules(kind, weight: 0.9, needsDate: true),
        nameof(Person) => new PersonRules(),
        _ => null,
    };
}
