using System.Linq.Expressions;
using CenterDirectory.GraphQL.Data.Reading;
using CenterDirectory.GraphQL.Execution;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.GraphQL.Data;

/// <summary>Where statements of a request run.</summary>
/// <param name="data">Options of the schema.</param>
/// <param name="request">The request.</param>
internal sealed class StatementPlace(DataOptions data, RequestContext request)
{
    /// <summary>Translated statements of the schema.</summary>
    public StatementCache Cache => data.Statements;

    /// <summary>The context of the request.</summary>
    public DbContext Db { get; } = (DbContext)request.Services.GetService(data.ContextType)!;

    /// <summary>Services of the request.</summary>
    public IServiceProvider Services => request.Services;

    /// <summary>Stands for the context in queries.</summary>
    public ParameterExpression Context => data.Context;

    /// <summary>Connections that keep prepared statements; null: the connection of the context is taken.</summary>
    public ReadConnections? Connections { get; } = (ReadConnections?)request.Services.GetService(typeof(ReadConnections));

    /// <summary>Whether pages of many parents are picked key by key: SQLite reads them best so.</summary>
    public bool PicksRows => !data.AlwaysWindows && Db.Database.ProviderName == "Microsoft.EntityFrameworkCore.Sqlite";
}
