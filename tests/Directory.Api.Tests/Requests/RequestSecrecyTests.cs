using System.Diagnostics;
using System.Text;
using CenterDirectory.Api.OpenData.Dumps;
using CenterDirectory.Api.Requests.Delivering;
using CenterDirectory.Api.Tests.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CenterDirectory.Api.Tests.Requests;

/// <summary>Who asked for support is nowhere to be read but with a key.</summary>
public sealed class RequestSecrecyTests
{
    private static readonly string[] Sought = ["Пелагея", "9991234567", "юрист для устава", "во вторник", "Это к вам"];

    [Fact]
    public async Task Nothing_personal_is_in_files_logs_traces_metrics_or_changes()
    {
        using var log = new EverythingLog();
        var tags = new StringBuilder();
        using var traces = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (tags)
                {
                    tags.Append(activity.DisplayName).AppendJoin(' ', activity.TagObjects);
                }
            },
        };
        ActivitySource.AddActivityListener(traces);
        await using var stage = await RequestStage.OpenAsync(
            builder =>
            {
                builder.Logging.ClearProviders().AddProvider(log);
                foreach (var category in new[] { "Default", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore" })
                {
                    builder.Configuration[$"Logging:LogLevel:{category}"] = "Trace";
                }
            },
            ("Delivery:Desks:0:Webhook", "https://127.0.0.1:9/hook"), ("Delivery:Desks:0:Secret", "a secret of twenty-four or more"));
        var master = await stage.IssueOperatorAsync();
        var receipt = (await stage.SendAsync(RequestStage.Input())).At("requestSupport.receipt").GetString()!;
        var id = (await stage.AskAsync(master, RequestStage.Mine)).At("myRequests.nodes.0.id").GetString();
        await stage.ActAsync(master, "forwardSupportRequest", new { id, centerId = await stage.IdOfAsync("center", "sosed"), note = "Это к вам" });
        await stage.ActAsync(master, "answerSupportRequest", new { id, text = "Приходите во вторник" });
        await using (var scope = stage.Directory.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<DeliveryRun>().RunAsync(TestContext.Current.CancellationToken);
        }

        await stage.Directory.Services.GetRequiredService<DumpPublisher>().PublishAsync(null, TestContext.Current.CancellationToken);
        var changes = await stage.AskAsync(null, "{ changes(first: 100) { nodes { fields } } }");
        var metrics = await stage.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);

        var places = System.IO.Directory.EnumerateFiles(stage.Directory.Folder, "*", SearchOption.AllDirectories)
            .Select(file => (Place: file, Text: Encoding.UTF8.GetString(ReadShared(file))))
            .Concat(new (string Place, string Text)[] { ("log", log.Text), ("changes", changes.Body), ("metrics", metrics), ("traces", tags.ToString()) }).ToList();
        Assert.Contains(places, place => place.Place.EndsWith("directory.db", StringComparison.Ordinal) || DatabaseKinds.Usual == DatabaseKind.Postgres);
        Assert.Contains("SupportRequests", log.Text, StringComparison.Ordinal);
        Assert.All(Sought.Append(receipt), word => Assert.All(places, place => Assert.DoesNotContain(word, place.Text, StringComparison.Ordinal)));
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
