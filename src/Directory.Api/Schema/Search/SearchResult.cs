using CenterDirectory.Data.Entities;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Search;

/// <summary>An entry that search can find; all are DirectoryEntry.</summary>
[UnionType(
    typeof(Center), typeof(Service), typeof(Organization), typeof(Event), typeof(NewsItem), typeof(Territory), typeof(Network),
    typeof(Program), typeof(Project), typeof(Grant), typeof(Practice), typeof(Person), ByReference = true)]
internal abstract class SearchResult;
