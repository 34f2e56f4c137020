using CenterDirectory.Api.Pages.Lists.Kinds;

namespace CenterDirectory.Api.Pages.Lists;

/// <summary>The lists of entries. Whoever adds one adds its place to <see cref="SiteMenu"/>, too.</summary>
internal static class ListKinds
{
    /// <summary>All of them, in the order in which one leads to the others.</summary>
    public static readonly IReadOnlyList<IListKind> All = [new CenterLists(), new ServiceLists(), new EventLists(), new NewsLists(), new OrganizationLists()];
}
