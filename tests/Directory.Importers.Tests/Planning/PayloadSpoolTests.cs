using System.Text;
using CenterDirectory.Importers.Planning;

namespace CenterDirectory.Importers.Tests.Planning;

public sealed class PayloadSpoolTests
{
    [Fact]
    public void Payloads_come_back_as_they_went_however_long_they_are()
    {
        var payloads = new[] { 0, 3, 100_000, 1, 70_000, 2_000 }.Select((length, at) => (Staged: 10L * at, Text: new string((char)('a' + at), length))).ToList();
        using var spool = new PayloadSpool();
        payloads.ForEach(payload => spool.Add(payload.Staged, Encoding.UTF8.GetBytes(payload.Text)));

        var read = spool.ReadAll().Select(payload => (payload.Staged, Encoding.UTF8.GetString(payload.Payload.Span))).ToList();

        Assert.Equal(payloads, read);
        Assert.Equal(payloads.Count, spool.Count);
    }
}
