using CenterDirectory.Api.Hosting;
using Microsoft.Extensions.Configuration;

namespace CenterDirectory.Api.Tests.Hosting;

public sealed class AddressTests
{
    [Theory]
    [InlineData(null, null, "http://localhost:5080")]
    [InlineData("urls", "http://*:80", null)]
    [InlineData("http_ports", "8080", null)]
    [InlineData("https_ports", "8443", null)]
    [InlineData("Kestrel:Endpoints:Web:Url", "http://*:80", null)]
    public void It_listens_where_it_is_told_else_at_port_5080(string? key, string? value, string? expected) => Assert.Equal(
        expected, DirectoryHost.DefaultAddress(new ConfigurationBuilder().AddInMemoryCollection(key is null ? [] : [new(key, value)]).Build()));

    [Fact]
    public void No_file_of_settings_wins_over_the_environment() =>
        Assert.Null(new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json")).Build()["urls"]);
}
