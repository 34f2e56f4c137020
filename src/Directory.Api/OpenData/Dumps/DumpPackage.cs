using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CenterDirectory.Api.OpenData.Dumps;

/// <summary>What <c>datapackage.json</c> says (Frictionless Data Package), with the revision and the sources in words of ours.</summary>
internal sealed record DumpPackage
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public string Profile { get; init; } = "data-package";

    public required string Name { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    /// <summary>The revision as text: what the specification calls the version.</summary>
    public required string Version { get; init; }

    public required int Revision { get; init; }

    /// <summary>When the revision was committed: what tells it from one of the same number in another database.</summary>
    public required DateTime CommittedAt { get; init; }

    /// <summary>When the dump was written.</summary>
    public required DateTime Created { get; init; }

    public string? Homepage { get; init; }

    public required IReadOnlyList<PackageSource> Sources { get; init; }

    public required IReadOnlyList<PackageResource> Resources { get; init; }

    /// <summary>Reads a package.</summary>
    public static DumpPackage Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<DumpPackage>(json, Options) ?? throw new JsonException("The package is null.");

    /// <summary>Writes it.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Options);
}

/// <summary>A source, with the licence under which its publisher gives it.</summary>
internal sealed record PackageSource(
    string Key, string Title, string? Publisher, string? Licence, string? Path, int Priority, int Records, DateTime? LastSuccessAt);

/// <summary>A file of the package.</summary>
internal sealed record PackageResource
{
    public required string Name { get; init; }

    public required string Path { get; init; }

    public string? Title { get; init; }

    /// <summary>Type of its records; null for all types in one.</summary>
    public string? Type { get; init; }

    public string? Profile { get; init; }

    public required string Format { get; init; }

    public required string Mediatype { get; init; }

    public string Encoding { get; init; } = "utf-8";

    public required long Bytes { get; init; }

    /// <summary>Hash with its algorithm in front.</summary>
    public required string Hash { get; init; }

    /// <summary>Records in it.</summary>
    public required long Rows { get; init; }

    /// <summary>The same packed by gzip.</summary>
    public required PackedResource Packed { get; init; }

    public TableSchema? Schema { get; init; }
}

/// <summary>The twin of a file.</summary>
internal sealed record PackedResource(string Path, long Bytes, string Hash);

/// <summary>The columns of a table (Frictionless Table Schema).</summary>
internal sealed record TableSchema(IReadOnlyList<TableField> Fields, string PrimaryKey, IReadOnlyList<TableForeignKey> ForeignKeys)
{
    public IReadOnlyList<string> MissingValues { get; init; } = [""];
}

/// <summary>A column.</summary>
internal sealed record TableField(string Name, string Type, string? Description);

/// <summary>A column whose values are ids of another table.</summary>
internal sealed record TableForeignKey(string Fields, TableReference Reference);

/// <summary>What a foreign key leads to; the empty resource is the table itself.</summary>
internal sealed record TableReference(string Resource, string Fields);
