using CenterDirectory.Data.CompiledModel;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Data;

/// <summary>A file of its own: left out, with the generated code, of the build that generates that code anew (eng/compiled-model.sh).</summary>
public static partial class DatabaseProviders
{
    static partial void UseCompiledModel(DbContextOptionsBuilder options) => options.UseModel(DirectoryDbModel.Instance);
}
