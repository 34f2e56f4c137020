using System.Linq.Expressions;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Data;
using CenterDirectory.GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Schema.Standards;

/// <summary>Relations of a standard.</summary>
[ObjectType<ServiceStandard>]
internal static class StandardDeclarationsType
{
    /// <summary>Services declared to meet it.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<ServiceStandard, IEnumerable<StandardDeclaration>>> Declarations => standard => standard.Declarations;
}

/// <summary>What a service is said to be worth.</summary>
[ObjectType<Service>]
internal static class ServiceStandardsType
{
    /// <summary>Declarations that it meets service standards, newest first.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Service, IEnumerable<StandardDeclaration>>> Standards => service => service.Declarations;

    /// <summary>Declaration that it meets a service standard, and what became of it; of several the one that counts most: confirmed, declared, expired, objected.</summary>
    [BatchResolver(Requires = [nameof(DirectoryEntry.Id)]), UseNodes(Statements = 1), Volatile]
    public static async Task<IReadOnlyDictionary<Service, NodeReference<StandardDeclaration>?>> GetStandardAsync(
        IReadOnlyList<Service> services, DirectoryDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        long[] ids = [.. services.Select(service => service.Id).Distinct()];
        var today = DeclarationStanding.Today(clock);
        var declarations = await db.StandardDeclarations.AsNoTracking().Where(declaration => Enumerable.Contains(ids, declaration.ServiceId))
            .Select(declaration => new StandardDeclaration
            {
                Id = declaration.Id, ServiceId = declaration.ServiceId, Verdict = declaration.Verdict, ExpiresOn = declaration.ExpiresOn, DeclaredAt = declaration.DeclaredAt,
            })
            .ToListAsync(cancellationToken);
        var strongest = declarations.GroupBy(declaration => declaration.ServiceId).ToDictionary(group => group.Key, group => DeclarationStanding.StrongestOf(group, today)!.Id);
        var answer = new Dictionary<Service, NodeReference<StandardDeclaration>?>(ReferenceEqualityComparer.Instance);
        foreach (var service in services)
        {
            answer[service] = strongest.TryGetValue(service.Id, out var id) ? new NodeReference<StandardDeclaration>(nameof(StandardDeclaration), id) : null;
        }

        return answer;
    }
}

/// <summary>How a declaration stands now.</summary>
[ObjectType<StandardDeclaration>, DefaultOrder("-" + nameof(StandardDeclaration.DeclaredAt))]
internal static class StandardDeclarationType
{
    private const string CriteriaOfStandard = $"{nameof(StandardDeclaration.Standard)}.{nameof(ServiceStandard.Criteria)}";

    /// <summary>Declared, confirmed, objected or expired; depends on the clock.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <param name="clock">Tells what day it is.</param>
    [Volatile]
    public static StandardState GetState(
        [Parent(Requires = [nameof(StandardDeclaration.Verdict), nameof(StandardDeclaration.ExpiresOn)])] StandardDeclaration declaration, TimeProvider clock) =>
        DeclarationStanding.StateOf(declaration, DeclarationStanding.Today(clock));

    /// <summary>The requirements of the standard, each with how the service stands to it, at most 50; depends on the clock.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <param name="clock">Tells what day it is.</param>
    [Volatile]
    public static IReadOnlyList<DeclaredCriterion> GetCriteria(
        [Parent(Requires = [
            nameof(StandardDeclaration.Verdict), nameof(StandardDeclaration.ExpiresOn), nameof(StandardDeclaration.MetCriteria),
            nameof(StandardDeclaration.ObjectedCriteria), CriteriaOfStandard])] StandardDeclaration declaration,
        TimeProvider clock) => DeclarationStanding.CriteriaOf(declaration, DeclarationStanding.Today(clock));

    /// <summary>From 0 to 1: confirmed criteria count whole, declared ones half; the formula is in docs/standards.md; depends on the clock.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <param name="clock">Tells what day it is.</param>
    [Volatile]
    public static double GetScore(
        [Parent(Requires = [
            nameof(StandardDeclaration.Verdict), nameof(StandardDeclaration.ExpiresOn), nameof(StandardDeclaration.MetCriteria),
            nameof(StandardDeclaration.ObjectedCriteria), CriteriaOfStandard])] StandardDeclaration declaration,
        TimeProvider clock) => DeclarationStanding.ScoreOf(declaration, DeclarationStanding.Today(clock));
}
