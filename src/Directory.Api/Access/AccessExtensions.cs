namespace CenterDirectory.Api.Access;

/// <summary>Who may write.</summary>
internal static class AccessExtensions
{
    /// <summary>Registers what commands and the server need of it.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services) => services.AddScoped<Viewer>();
}
