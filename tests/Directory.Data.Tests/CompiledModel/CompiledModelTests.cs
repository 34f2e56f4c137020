using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CenterDirectory.Data.Tests.CompiledModel;

/// <summary>The model that EF has written as code for SQLite: one that entities have left behind fails here (docs/decisions/0031-compiled-model.md).</summary>
public sealed class CompiledModelTests
{
    private const string Remedy = "The compiled model is not in step with the entities, their mapping or the version of EF; eng/compiled-model.sh writes it anew.";

    [Fact]
    public void The_code_stands_as_EF_writes_it()
    {
        var wanted = ModelCode.Generate();
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            ModelCode.Write(wanted);
            return;
        }

        var there = ModelCode.Read();
        Assert.True(wanted.Count > 60, "The model has hardly any entities.");
        Assert.True(wanted.Keys.SequenceEqual(there.Keys), $"{Remedy} Files: {string.Join(", ", wanted.Keys.Except(there.Keys).Concat(there.Keys.Except(wanted.Keys)))}");
        foreach (var (name, code) in wanted)
        {
            var difference = there[name].Split('\n').Zip(code.Split('\n')).FirstOrDefault(lines => lines.First != lines.Second);
            Assert.True(there[name] == code, $"{Remedy} First difference in {name}:\nis:        {difference.First?.Trim()}\nshould be: {difference.Second?.Trim()}");
        }
    }

    [Fact]
    public void SQLite_takes_the_compiled_model_which_is_as_the_one_made_at_run_time()
    {
        var options = new DbContextOptionsBuilder<DirectoryDb>();
        options.UseDirectory("Data Source=:memory:");
        using var db = new DirectoryDb(options.Options);
        var extensions = (IDbContextOptionsBuilderInfrastructure)options;
        extensions.AddOrUpdateExtension(options.Options.GetExtension<CoreOptionsExtension>().WithModel(null));
        using var made = new DirectoryDb(options.Options);

        Assert.Equal("DirectoryDbModel", db.Model.GetType().Name);
        Assert.NotEqual("DirectoryDbModel", made.Model.GetType().Name);
        Assert.Equal(EntitiesOf(made.Model), EntitiesOf(db.Model));
        Assert.Equal(TablesOf(made.Model), TablesOf(db.Model));
    }

    [Fact]
    public void PostgreSQL_makes_its_own_model()
    {
        using var db = TemporaryDatabase.Open("Host=nowhere;Database=directory");

        Assert.NotEqual("DirectoryDbModel", db.Model.GetType().Name);
        Assert.Contains("timestamp with time zone", TablesOf(db.Model), StringComparison.Ordinal);
    }

    // Annotations are compared as code: generated code repeats at complex types what their entity says.
    private static string EntitiesOf(IModel model) => model.ToDebugString(MetadataDebugStringOptions.IncludePropertyIndexes);

    private static string TablesOf(IModel model) => model.GetRelationalModel().ToDebugString(MetadataDebugStringOptions.LongDefault);
}
