using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Hosting;

/// <summary>What a process does: answer queries, run the schedule, or both (setting <c>Roles</c>, default <c>api,importers</c>).</summary>
internal sealed record Roles(bool Api, bool Importers)
{
    /// <summary>Reads the setting.</summary>
    /// <exception cref="OptionsValidationException">It names something else, or nothing.</exception>
    public static Roles Of(IConfiguration configuration)
    {
        var text = configuration["Roles"] ?? "api,importers";
        var names = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return names.Length > 0 && names.All(name => name is "api" or "importers")
            ? new Roles(names.Contains("api"), names.Contains("importers"))
            : throw new OptionsValidationException(
                nameof(Roles), typeof(Roles), [$"The setting Roles is '{text}'; it takes api, importers, or both with a comma between them."]);
    }
}
