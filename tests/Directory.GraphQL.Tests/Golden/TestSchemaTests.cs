using System.Runtime.CompilerServices;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Tests.Golden;

public sealed class TestSchemaTests
{
    /// <summary>The oracle, for its part, refuses to answer unless it prints the same file.</summary>
    [Fact]
    public void The_oracle_has_the_same_schema() =>
        Snapshot.MatchFile(SchemaPrinter.Print(TestSchema.Instance), Path.Combine(OracleFolder(), "schema.graphql"));

    internal static string OracleFolder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "oracle"));
}
