using CenterDirectory.Api.Hosting.Publishing;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Tests.Hosting.Publishing;

/// <summary>Addresses that people copy begin with where they found the site, or with what the operator says.</summary>
public sealed class SiteOriginTests
{
    [Fact]
    public void What_the_operator_says_wins()
    {
        var origin = Origin("https://centers.example.org", "http://localhost:5080");

        Assert.Equal("https://centers.example.org/feeds", origin.Absolute(Request("10.0.0.7:8080"), "/feeds"));
        Assert.Equal("https://centers.example.org", origin.Lasting);
    }

    [Theory]
    [InlineData("centers.example.org:8443", "http://centers.example.org:8443")]
    [InlineData("[::1]:5080", "http://[::1]:5080")]
    [InlineData("evil host<", "http://localhost:6001")]
    [InlineData("", "http://localhost:6001")]
    public void Otherwise_the_reader_knows_best_unless_the_host_is_none(string host, string expected) =>
        Assert.Equal(expected, Origin(null, "http://localhost:6001").Of(Request(host)));

    [Theory]
    [InlineData("http://[::]:8080", "http://localhost:8080")]
    [InlineData("http://0.0.0.0:8080", "http://localhost:8080")]
    [InlineData("https://*:8443", "https://localhost:8443")]
    [InlineData("http://127.0.0.1:5080", "http://127.0.0.1:5080")]
    public void An_address_of_every_interface_is_none_to_open(string listening, string expected) =>
        Assert.Equal(expected, Origin(null, listening).Lasting);

    [Theory]
    [InlineData("https://centers.example.org", true)]
    [InlineData("https://centers.example.org/", true)]
    [InlineData("https://centers.example.org/directory", false)]
    [InlineData("https://user@centers.example.org", false)]
    [InlineData("ftp://centers.example.org", false)]
    [InlineData("centers.example.org", false)]
    public void An_origin_is_scheme_and_host(string text, bool isOrigin)
    {
        var options = new SiteOptions { Origin = new Uri(text, UriKind.RelativeOrAbsolute) };

        Assert.Equal(isOrigin, new SiteOptionsValidation().Validate(null, options).Succeeded);
    }

    internal static SiteOrigin Origin(string? stated, string listening) =>
        new(Options.Create(new SiteOptions { Origin = stated is null ? null : new Uri(stated) }), new Listening(listening));

    private static HttpRequest Request(string host) => new DefaultHttpContext { Request = { Scheme = "http", Host = new HostString(host) } }.Request;

    private sealed class Listening : IServer
    {
        public Listening(string address)
        {
            var addresses = new ServerAddressesFeature();
            addresses.Addresses.Add(address);
            Features.Set<IServerAddressesFeature>(addresses);
        }

        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
