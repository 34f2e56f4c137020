namespace CenterDirectory.Api.Schema.Editing;

/// <summary>Keys for entries that people add. Nothing secret hangs on them: they must not repeat.</summary>
/// <param name="random">Where they come from.</param>
internal sealed class EntryKeys(Random random)
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    private const int Length = 16;

    private readonly Lock turn = new();

    public string Next()
    {
        lock (turn)
        {
            return new string(random.GetItems<char>(Letters, Length));
        }
    }
}
