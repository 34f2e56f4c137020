using CenterDirectory.Api.Schema.Standards;

namespace CenterDirectory.Api.Schema.Editing;

/// <summary>Edits by those who answer for entries.</summary>
internal static class EditingExtensions
{
    /// <summary>Registers what mutations need. Needs the importers beside it.</summary>
    public static IServiceCollection AddEditing(this IServiceCollection services) =>
        services.AddSingleton<EntryKeys>().AddScoped<EditedEntries>().AddScoped<LinkPlans>().AddScoped<StandardPlans>().AddScoped<EditPlans>().AddScoped<EditDesk>();
}
