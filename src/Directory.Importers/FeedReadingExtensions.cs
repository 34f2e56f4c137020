using CenterDirectory.Importers.Fetching;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Validation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Importers;

/// <summary>Registers the way in from bytes to records.</summary>
internal static class FeedReadingExtensions
{
    /// <summary>Fetching, reading and checking of feeds; <see cref="ImportersOptions"/> are validated at start.</summary>
    public static IServiceCollection AddFeedReading(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ImportersOptions>, ImportersOptionsValidation>());
        services.AddOptions<ImportersOptions>().BindConfiguration(ImportersOptions.Section).ValidateOnStart();
        services.TryAddSingleton<SnapshotStore>();
        services.TryAddSingleton<FeedFetcher>();
        services.TryAddSingleton(provider => new FilesAhead(provider.GetRequiredService<SnapshotStore>()));
        services.TryAddSingleton<FeedReleases>();
        services.TryAddSingleton<RecordStreams>();
        services.TryAddSingleton(provider => new FeedChecker(provider.GetRequiredService<RecordStreams>(), provider.GetRequiredService<FeedReleases>()));
        return services;
    }
}
