using CenterDirectory.Api.Commands;
using CenterDirectory.Importers;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Commands;

public sealed class CommandHostTests
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task A_command_has_what_imports_and_no_server(string environment)
    {
        await using var app = CommandHost.Build([$"--environment={environment}", "--ConnectionStrings:Directory=Data Source=:memory:", "--Importers:MaxRedirects=3"]);

        Assert.NotNull(app.Services.GetService<ImportPipeline>());
        Assert.Null(app.Services.GetService<IServer>());
        Assert.Equal("3", app.Configuration["Importers:MaxRedirects"]);
        Assert.Equal("Warning", app.Configuration["Logging:LogLevel:Default"]);
    }
}
