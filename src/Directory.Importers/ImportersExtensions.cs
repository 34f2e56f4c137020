using System.Security.Cryptography;
using CenterDirectory.Data;
using CenterDirectory.Importers.Candidates;
using CenterDirectory.Importers.Editing;
using CenterDirectory.Importers.Fetching;
using CenterDirectory.Importers.Occurrences;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Resolving;
using CenterDirectory.Importers.Running;
using CenterDirectory.Importers.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace CenterDirectory.Importers;

/// <summary>Registers the importers.</summary>
public static class ImportersExtensions
{
    /// <summary>What importing by command needs: manifests, readers, the pipeline. Needs <c>AddDirectoryData</c> beside it.</summary>
    public static IServiceCollection AddImporters(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<FeedsOptions>(configuration.GetSection(FeedsOptions.Section));
        services.TryAddSingleton(TimeProvider.System);
        services.AddFeedReading();
        services.AddSingleton<FeedCatalog>();
        services.AddSingleton<FirstImport>();
        services.AddSingleton<SourceLocks>();
        services.AddSingleton<WriteGate>();
        services.AddSingleton<SourceRanks>();
        services.AddSingleton<SourceRegistry>();
        services.AddSingleton(provider => new DueSources(
            provider.GetRequiredService<IDbContextFactory<DirectoryDb>>(), provider.GetRequiredService<TimeProvider>()));
        // Nothing secret hangs on it: it spreads requests of many installations over time.
        services.TryAddSingleton(_ => new Random(RandomNumberGenerator.GetInt32(int.MaxValue)));
        services.AddSingleton<SourceTimetable>();
        services.AddSingleton<SourceCare>();
        services.AddSingleton<MatchList>();
        services.AddSingleton<SourceTurns>();
        services.AddSingleton(provider => new RunExcerpts(
            provider.GetRequiredService<IDbContextFactory<DirectoryDb>>(),
            provider.GetRequiredService<FeedReleases>(),
            provider.GetRequiredService<RecordStreams>()));
        services.AddSingleton<HistorySweep>();
        return services.AddWriters().AddPipeline();
    }

    /// <summary>Those who write beside imports: operators, people who answer for entries, the clock.</summary>
    private static IServiceCollection AddWriters(this IServiceCollection services)
    {
        services.AddSingleton(provider => new SourceSwitch(
            provider.GetRequiredService<IDbContextFactory<DirectoryDb>>(),
            provider.GetRequiredService<WriteGate>(),
            provider.GetRequiredService<SourceCare>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new MatchReview(
            provider.GetRequiredService<IDbContextFactory<DirectoryDb>>(),
            provider.GetRequiredService<WriteGate>(),
            provider.GetRequiredService<SourceCare>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new EntryEditor(
            provider.GetRequiredService<IDbContextFactory<DirectoryDb>>(),
            provider.GetRequiredService<WriteGate>(),
            provider.GetRequiredService<SourceCare>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new OccurrenceRolling(
            provider.GetRequiredService<IDbContextFactory<DirectoryDb>>(),
            provider.GetRequiredService<WriteGate>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static IServiceCollection AddPipeline(this IServiceCollection services)
    {
        services.AddSingleton(provider => new ImportPipeline(
            provider.GetRequiredService<IDbContextFactory<DirectoryDb>>(),
            (manifest, order, cancellationToken) => manifest.Key == ReviewedCenters.Key
                ? Task.FromResult(Release.Nothing)
                : provider.GetRequiredService<FeedReleases>().FetchAsync(manifest, order, cancellationToken),
            (manifest, release, known) => manifest.Key == ReviewedCenters.Key
                ? new ReviewedCenterStream(provider.GetRequiredService<IDbContextFactory<DirectoryDb>>())
                : provider.GetRequiredService<RecordStreams>().Open(manifest, release, known: known),
            provider.GetRequiredService<SourceLocks>(),
            provider.GetRequiredService<WriteGate>(),
            provider.GetRequiredService<SourceCare>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ImportPipeline>>()));
        services.AddSingleton(provider => new CenterCandidates(
            provider.GetRequiredService<IDbContextFactory<DirectoryDb>>(),
            provider.GetRequiredService<ImportPipeline>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<ImportersOptions>>().Value.CenterRules));
        return services;
    }

    /// <summary>
    /// The role of the importer: imports what is due at the start, then each source by its schedule. The database must be migrated
    /// before the host starts. On PostgreSQL all processes with this role share the schedule.
    /// </summary>
    public static IServiceCollection AddImportSchedule(this IServiceCollection services, IConfiguration configuration, string connectionString)
    {
        var section = configuration.GetSection(ScheduleOptions.Section);
        services.AddOptions<ScheduleOptions>().Bind(section).ValidateOnStart()
            .Validate(schedule => schedule.AreSensible, "Schedule:Look, Schedule:CheckIn and Schedule:Patience are a second to an hour.");
        services.AddQuartz(quartz => quartz.UseStoreOf(connectionString, section.Get<ScheduleOptions>() ?? new ScheduleOptions()));
        services.AddHostedService<ImportTriggers>();
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        services.AddHostedService<ImportsAtStart>();
        return services;
    }
}
