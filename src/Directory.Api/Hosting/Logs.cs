using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Hosting;

/// <summary>How the log is written: section <c>Logs</c> of the configuration.</summary>
internal sealed class LogOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Logs";

    /// <summary><c>Text</c> for people, or <c>Json</c>: an object a line, for machines.</summary>
    public LogFormat Format { get; set; } = LogFormat.Text;
}

/// <summary>Form of the log.</summary>
internal enum LogFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>An object a line.</summary>
    Json,
}

/// <summary>Sets the log up.</summary>
internal static class Logs
{
    /// <summary>Adds what the configuration asks for.</summary>
    public static void AddLogs(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<LogOptions>().BindConfiguration(LogOptions.Section);
        builder.Services.AddOptions<ConsoleLoggerOptions>().PostConfigure<IOptions<LogOptions>>((console, logs) =>
        {
            if (logs.Value.Format == LogFormat.Json)
            {
                console.FormatterName = ConsoleFormatterNames.Json;
            }
        });
        builder.Services.Configure<JsonConsoleFormatterOptions>(json =>
        {
            json.IncludeScopes = true;
            json.UseUtcTimestamp = true;
            json.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            // A log is no HTML: names in Russian stay readable.
            json.JsonWriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        });
    }
}
