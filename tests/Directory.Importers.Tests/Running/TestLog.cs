using Microsoft.Extensions.Logging;

namespace CenterDirectory.Importers.Tests.Running;

/// <summary>Writes what a run logs beside the output of the test: why one broke off stands nowhere else.</summary>
internal sealed class TestLog<T> : ILogger<T>
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        TestContext.Current.TestOutputHelper?.WriteLine($"{formatter(state, exception)} {exception}");
}
