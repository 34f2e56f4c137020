using System.Text.Json;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Editing;

/// <summary>How payloads are written.</summary>
internal static class PayloadJson
{
    public static readonly JsonSerializerOptions Options = new() { Encoder = PayloadWriter.Encoder };
}
