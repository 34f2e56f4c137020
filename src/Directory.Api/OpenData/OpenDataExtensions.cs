using CenterDirectory.Api.Hosting;
using CenterDirectory.Api.OpenData.Dumps;
using CenterDirectory.Api.OpenData.Hsds;
using CenterDirectory.Api.OpenData.Statistics;
using CenterDirectory.Api.Schema;
using CenterDirectory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.OpenData;

/// <summary>Registers the open data: dumps, their catalog, statistics, HSDS.</summary>
internal static class OpenDataExtensions
{
    /// <summary>What writing dumps needs, by schedule or by command.</summary>
    public static IServiceCollection AddDumps(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DumpOptions>().Bind(configuration.GetSection(DumpOptions.Section)).ValidateOnStart()
            .PostConfigure(dumps => dumps.Path = dumps.Path.Length == 0 ? "" : HostPaths.FromConfiguration(dumps.Path));
        services.AddSingleton<IValidateOptions<DumpOptions>, DumpOptionsValidation>();
        services.AddSingleton<DumpStore>();
        services.AddSingleton<DumpPublisher>();
        services.AddSingleton(provider =>
        {
            using var db = provider.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContext();
            return new DumpTables(db.Model);
        });
        // A command has no engine and therefore no schema yet.
        services.AddSingleton(provider => new PackageBuilder(
            provider.GetRequiredService<DumpTables>(), provider.GetService<GraphQL.Types.Schema>() ?? DirectorySchema.Build()));
        services.AddSingleton<StatisticsReader>();
        return services;
    }

    /// <summary>What the reading API of HSDS needs.</summary>
    public static IServiceCollection AddHsds(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<HsdsOptions>().Bind(configuration.GetSection(HsdsOptions.Section)).ValidateOnStart();
        return services.AddSingleton<IValidateOptions<HsdsOptions>, HsdsOptionsValidation>().AddSingleton<HsdsReader>();
    }

    /// <summary>Dumps by schedule: in the process that imports.</summary>
    public static IServiceCollection AddDumpSchedule(this IServiceCollection services) => services.AddHostedService<DumpSchedule>();
}
