using System.ComponentModel.DataAnnotations;

namespace CenterDirectory.GraphQL;

/// <summary>Limits of the engine (configuration section <c>GraphQL:Limits</c>); all are checked before the first statement.</summary>
public sealed class EngineOptions
{
    /// <summary>Size of a request body in bytes.</summary>
    [Range(256, 16 * 1024 * 1024)]
    public int Bytes { get; set; } = 64 * 1024;

    /// <summary>Tokens of a document.</summary>
    [Range(10, 1_000_000)]
    public int Tokens { get; set; } = 2_000;

    /// <summary>Nesting of selected fields.</summary>
    [Range(1, 200)]
    public int Depth { get; set; } = 15;

    /// <summary>Selected fields after fragments are expanded.</summary>
    [Range(1, 100_000)]
    public int Fields { get; set; } = 500;

    /// <summary>Aliases, together with root fields.</summary>
    [Range(1, 10_000)]
    public int Aliases { get; set; } = 50;

    /// <summary>Operators of all filters together.</summary>
    [Range(1, 1_000)]
    public int FilterOperators { get; set; } = 50;

    /// <summary>Rows that may be read, page sizes multiplied along each path.</summary>
    [Range(1, 1_000_000)]
    public int Rows { get; set; } = 5_000;

    /// <summary>SQL statements: one a list level, one a totalCount.</summary>
    [Range(1, 1_000)]
    public int Statements { get; set; } = 25;

    /// <summary>Seconds after which a request is given up.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 5;

    /// <summary>Requests executed at the same time; further ones wait. 0 means twice the number of cores.</summary>
    [Range(0, 10_000)]
    public int Concurrency { get; set; }

    /// <summary>Streams of events that may be open at the same time.</summary>
    [Range(0, 100_000)]
    public int Subscriptions { get; set; } = 200;

    /// <summary>Seconds of silence after which a stream sends a sign of life.</summary>
    [Range(1, 600)]
    public int HeartbeatSeconds { get; set; } = 12;

    /// <summary>Page size where a connection is asked without <c>first</c>.</summary>
    [Range(1, 1_000)]
    public int DefaultPageSize { get; set; } = 20;

    /// <summary>Largest page size.</summary>
    [Range(1, 1_000)]
    public int MaxPageSize { get; set; } = 100;

    /// <summary>Seconds for which caches may answer a GET without asking again.</summary>
    [Range(0, 86_400)]
    public int MaxAgeSeconds { get; set; } = 60;

    /// <summary>Memory for whole answers of the current revision, in MiB; 0 keeps none.</summary>
    [Range(0, 65_536)]
    public int CachedAnswersMebibytes { get; set; } = 32;

    /// <summary>Documents whose plans are kept.</summary>
    [Range(1, 100_000)]
    public int CachedDocuments { get; set; } = 1_000;

    /// <summary>What besides schema, data and request decides on answers, such as the address of the site; it goes into their tags.</summary>
    public string Surroundings { get; set; } = "";
}
