using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Language;
using CenterDirectory.GraphQL.Types;
using CenterDirectory.GraphQL.Validation;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CenterDirectory.GraphQL;

/// <summary>Answers requests against one schema: find or compile the plan, coerce, check the cost, load, write.</summary>
public sealed partial class GraphQLEngine(Schema schema, IOptions<EngineOptions> options, ILogger<GraphQLEngine> log) : IDisposable
{
    private readonly EngineOptions limits = options.Value;
    private readonly DocumentCache documents = new(options.Value.CachedDocuments);
    private readonly SemaphoreSlim places =
        new(options.Value.Concurrency > 0 ? options.Value.Concurrency : 2 * Environment.ProcessorCount);

    /// <summary>The schema that is served.</summary>
    public Schema Schema => schema;

    /// <summary>Changes with the schema and with what else decides on answers: part of the tags of cached answers.</summary>
    public string SchemaVersion { get; } =
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(SchemaPrinter.Print(schema) + options.Value.Surroundings)).AsSpan(0, 4));

    /// <summary>Decides everything about a request that can be decided before data are read: its plan, its variables, its cost.</summary>
    /// <param name="request">What the client sent.</param>
    /// <param name="services">Services of the request, for resolvers.</param>
    public PreparedRequest Prepare(GraphQLRequest request, IServiceProvider services)
    {
        var (plan, errors) = PlanOf(request);
        if (plan is null)
        {
            return new PreparedRequest(request, null, errors);
        }

        var (variables, problems) = new VariableCoercion(schema, plan).Coerce(request.Variables);
        if (problems.Count > 0)
        {
            return new PreparedRequest(request, plan, problems);
        }

        var context = new RequestContext
        {
            Schema = schema,
            Plan = plan,
            Services = services,
            Variables = variables,
            Options = limits,
            Held = Conditions(plan, condition => variables.GetValueOrDefault(condition.Variable) is bool flag && flag == condition.Expected),
            Undecided = Conditions(plan, condition => variables.TryGetValue(condition.Variable, out var value) && value is null),
            ArgumentsByField = new object?[plan.FieldCount],
        };
        try
        {
            return new PreparedRequest(request, plan, []) { Cost = CostAnalyzer.Check(context), Context = context };
        }
        catch (GraphQLException error)
        {
            return new PreparedRequest(request, plan, [Error(error)]);
        }
    }

    /// <summary>Answers a request; faults of the request and of resolvers are errors in the answer, never exceptions.</summary>
    public Task<GraphQLResponse> ExecuteAsync(GraphQLRequest request, IServiceProvider services, CancellationToken cancellationToken = default) =>
        ExecuteAsync(Prepare(request, services), cancellationToken);

    /// <summary>Answers a prepared request.</summary>
    /// <param name="prepared">What the client sent.</param>
    /// <param name="cancellationToken">The client has gone.</param>
    public async Task<GraphQLResponse> ExecuteAsync(PreparedRequest prepared, CancellationToken cancellationToken = default)
    {
        if (prepared.Context is not { } context)
        {
            return ResponseWriter.RequestError(prepared.Errors);
        }

        return prepared.Request.Cost == CostMode.Validate
            ? ResponseWriter.Cost(prepared.Cost, limits)
            : await ExecuteAsync(context, prepared.Request.Cost == CostMode.Report ? prepared.Cost : null, prepared.Label, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => places.Dispose();

    private async Task<GraphQLResponse> ExecuteAsync(RequestContext context, RequestCost? cost, string operation, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(limits.TimeoutSeconds));
        var tally = RequestTally.Begin();
        GraphQLMetrics.Executes(1);
        try
        {
            await places.WaitAsync(timeout.Token);
            try
            {
                var json = ResponseWriter.BeginData();
                var writer = new ResultWriter(context, json, Describe);
                await Executor.ExecuteAsync(context, writer, timeout.Token);
                return ResponseWriter.EndData(json, writer.Errors, cost, limits);
            }
            finally
            {
                places.Release();
            }
        }
        catch (Exception) when (timeout.IsCancellationRequested)
        {
            // Whatever a loader throws that was interrupted, a database its own exception for instance: the reason is one of these two.
            cancellationToken.ThrowIfCancellationRequested();
            return ResponseWriter.RequestError(
                [new GraphQLError($"The request took longer than {limits.TimeoutSeconds} seconds and was given up; ask for less at once.", ErrorCodes.Timeout, [])]);
        }
        finally
        {
            GraphQLMetrics.Executes(-1);
            GraphQLMetrics.Read(tally, operation);
        }
    }

    private (OperationPlan? Plan, IReadOnlyList<GraphQLError> Errors) PlanOf(GraphQLRequest request)
    {
        var key = DocumentCache.KeyOf(request.Query, request.OperationName);
        var found = documents.Find(key);
        GraphQLMetrics.Planned(found is not null);
        if (found is not null)
        {
            return (found, []);
        }

        try
        {
            var document = Parser.Parse(request.Query, new ParserLimits(limits.Tokens));
            CostAnalyzer.CheckAliases(document, limits);
            var errors = Validator.Validate(schema, document);
            if (errors.Count > 0)
            {
                return (null, errors);
            }

            var plan = OperationCompiler.Compile(schema, document, OperationOf(document, request.OperationName), limits);
            documents.Add(key, plan);
            return (plan, []);
        }
        catch (GraphQLSyntaxException error)
        {
            return (null, [error.ToError()]);
        }
        catch (GraphQLException error)
        {
            return (null, [Error(error)]);
        }
    }

    /// <summary>6.1 GetOperation.</summary>
    private static OperationDefinitionNode OperationOf(DocumentNode document, string? name)
    {
        var operations = document.Definitions.OfType<OperationDefinitionNode>().ToList();
        if (string.IsNullOrEmpty(name))
        {
            return operations.Count == 1
                ? operations[0]
                : throw new GraphQLException($"The document has {operations.Count} operations; say in operationName which one to run.", ErrorCodes.OperationResolutionFailure);
        }

        return operations.FirstOrDefault(operation => operation.Name?.Value == name)
            ?? throw new GraphQLException("The document has no operation of the name in operationName.", ErrorCodes.OperationResolutionFailure);
    }

    private static ulong Conditions(OperationPlan plan, Func<Condition, bool> isMet)
    {
        ulong met = 0;
        for (var i = 0; i < plan.Conditions.Count; i++)
        {
            met |= isMet(plan.Conditions[i]) ? 1UL << i : 0;
        }

        return met;
    }

    private static GraphQLError Error(GraphQLException error) => new(error.Message, error.Code, [], Extensions: error.Extensions);

    /// <summary>What a client may know of an exception: everything of a <see cref="GraphQLException"/>, of any other only the id under which it was logged.</summary>
    private (string Message, string Code, IReadOnlyDictionary<string, object?>? Extensions) Describe(Exception error)
    {
        if (error is GraphQLException known)
        {
            return (known.Message, known.Code, known.Extensions);
        }

        if (Outage.Is(error))
        {
            return (Outage.Message, ErrorCodes.Unavailable, null);
        }

        var trace = Activity.Current?.TraceId.ToString() ?? Guid.NewGuid().ToString("N");
        LogFieldError(trace, error);
        return ("Unexpected Execution Error", ErrorCodes.Internal, new Dictionary<string, object?> { ["traceId"] = trace });
    }

    [LoggerMessage(LogLevel.Error, "A field failed; the client was given the trace id {Trace}.")]
    private partial void LogFieldError(string trace, Exception error);
}
