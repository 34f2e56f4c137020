using System.Text;
using System.Text.Json;

namespace CenterDirectory.Importers.Formats.Documents;

/// <summary>What a scan of the bytes at hand came to.</summary>
internal enum ScanStep
{
    /// <summary>A whole record lies in the buffer.</summary>
    Record,

    /// <summary>More bytes are needed.</summary>
    Starved,

    /// <summary>The document has ended.</summary>
    End,
}

/// <summary>
/// Finds the records of a JSON text that arrives in blocks: the way to them is given by property names, a record is an element
/// of the array there (or the object, if there is no array).
/// </summary>
internal sealed class DocumentScanner(IReadOnlyList<string> steps)
{
    private readonly byte[][] names = [.. steps.Select(Encoding.UTF8.GetBytes)];
    private JsonReaderState state = new(new JsonReaderOptions { AllowMultipleValues = true, CommentHandling = JsonCommentHandling.Skip });
    private int matched;
    private int listDepth = -1;
    private bool isNamed;

    /// <summary>Whether the path leads somewhere.</summary>
    public bool IsPlaceFound { get; private set; }

    /// <summary>Reads on.</summary>
    /// <param name="bytes">What has not been consumed yet.</param>
    /// <param name="isLast">Whether nothing will follow.</param>
    /// <param name="consumed">How much is done with.</param>
    /// <param name="record">Start and length of the record.</param>
    public ScanStep Scan(ReadOnlySpan<byte> bytes, bool isLast, out int consumed, out Range record)
    {
        var reader = new Utf8JsonReader(bytes, isLast, state);
        record = default;
        consumed = 0;
        while (true)
        {
            var before = reader;
            if (!reader.Read())
            {
                consumed = Commit(ref reader);
                return isLast ? ScanStep.End : ScanStep.Starved;
            }

            if (!IsRecord(ref reader))
            {
                continue;
            }

            var start = (int)reader.TokenStartIndex;
            if (!reader.TrySkip())
            {
                // The element is read again from its start when the rest of it is there.
                consumed = Commit(ref before);
                return ScanStep.Starved;
            }

            record = start..(int)reader.BytesConsumed;
            isNamed = false;
            consumed = Commit(ref reader);
            return ScanStep.Record;
        }
    }

    private int Commit(ref Utf8JsonReader reader)
    {
        state = reader.CurrentState;
        return (int)reader.BytesConsumed;
    }

    private bool IsRecord(ref Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                isNamed = listDepth < 0 && matched < names.Length && depth == matched + 1 && reader.IsCalled(names[matched]);
                return false;
            case JsonTokenType.EndArray when depth == listDepth:
                listDepth = -1;
                return false;
            case JsonTokenType.EndObject when listDepth < 0 && depth < matched:
                matched = depth;
                return false;
            case JsonTokenType.EndArray or JsonTokenType.EndObject:
                return false;
        }

        if (listDepth >= 0)
        {
            return depth == listDepth + 1;
        }

        // At the root, or at the value of the property that was just read.
        var isHere = isNamed ? matched + 1 == names.Length : names.Length == 0 && depth == 0;
        return isHere ? Arrive(ref reader, depth) : GoOn(ref reader);
    }

    private bool Arrive(ref Utf8JsonReader reader, int depth)
    {
        IsPlaceFound = true;
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            listDepth = depth;
            isNamed = false;
            return false;
        }

        // `null` in the place of a list is an empty one.
        return reader.TokenType == JsonTokenType.StartObject || depth == 0;
    }

    private bool GoOn(ref Utf8JsonReader reader)
    {
        if (isNamed && reader.TokenType == JsonTokenType.StartObject)
        {
            matched++;
        }

        isNamed = false;
        return false;
    }
}
