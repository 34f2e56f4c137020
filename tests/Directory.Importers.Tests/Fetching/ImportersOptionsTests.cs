using CenterDirectory.Importers.Fetching;
using CenterDirectory.Importers.Validation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Importers.Tests.Fetching;

public sealed class ImportersOptionsTests
{
    [Fact]
    public void Options_come_from_the_configuration()
    {
        using var services = Services(("Importers:AllowHosts:0", "reg.internal"), ("Importers:Timeout", "00:01:00"));

        var options = services.GetRequiredService<IOptions<ImportersOptions>>().Value;

        Assert.Equal(["reg.internal"], options.AllowHosts);
        Assert.Equal(TimeSpan.FromMinutes(1), options.Timeout);
        Assert.Equal(512L * 1024 * 1024, options.MaxDownloadBytes);
        Assert.NotNull(services.GetRequiredService<FeedChecker>());
    }

    [Theory]
    [InlineData("Importers:MaxDownloadBytes", "0")]
    [InlineData("Importers:MaxUnpackedBytes", "-1")]
    [InlineData("Importers:MaxUnpackRatio", "5000")]
    [InlineData("Importers:Timeout", "00:00:00")]
    [InlineData("Importers:MaxRedirects", "6")]
    [InlineData("Importers:AllowHosts:0", "http://reg.internal/")]
    public void Limits_that_would_not_limit_stop_the_start(string key, string value)
    {
        using var services = Services((key, value));

        Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        foreach (var (key, value) in settings)
        {
            configuration[key] = value;
        }

        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddFeedReading().BuildServiceProvider();
    }
}
