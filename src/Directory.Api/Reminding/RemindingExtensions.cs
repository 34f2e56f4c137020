namespace CenterDirectory.Api.Reminding;

/// <summary>Registers reminders.</summary>
internal static class RemindingExtensions
{
    /// <summary>What reminding needs; delivery and requests beside it.</summary>
    public static IServiceCollection AddReminding(this IServiceCollection services)
    {
        services.AddOptions<RemindersOptions>().BindConfiguration(RemindersOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddScoped<DutyReader>().AddScoped<ReminderRound>().AddScoped<ReminderRun>().AddSingleton<ReminderWords>();
    }

    /// <summary>Reminders by schedule: in the process that imports.</summary>
    public static IServiceCollection AddReminderSchedule(this IServiceCollection services) => services.AddHostedService<ReminderSchedule>();
}
