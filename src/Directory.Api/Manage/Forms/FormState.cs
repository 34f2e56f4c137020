using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CenterDirectory.Api.Manage.Forms;

/// <summary>
/// A form on its way between server and browser. It carries what stood in each field when it was opened (as a fingerprint), so that only what somebody
/// has changed is sent on: what others change meanwhile is not undone by a form that only repeats it.
/// </summary>
internal sealed class FormState
{
    /// <summary>Field with the fingerprints.</summary>
    public const string SeenField = "seen";

    /// <summary>Field with the revision that the form was filled from.</summary>
    public const string RevisionField = "revision";

    /// <summary>Field with the number of the form, by which a repeat is told from another.</summary>
    public const string OnceField = "once";

    /// <summary>Field with what was taken from others.</summary>
    public const string TakenField = "taken";

    private readonly IReadOnlyList<FormField> fields;
    private readonly Dictionary<string, string> seen = [];
    private readonly Dictionary<string, string> taken = [];

    private FormState(IReadOnlyList<FormField> fields) => this.fields = fields;

    /// <summary>What stands in each field.</summary>
    public Dictionary<string, string> Texts { get; } = [];

    /// <summary>What is wrong, by field; what is about no field stands under "".</summary>
    public Dictionary<string, string> Flaws { get; } = [];

    /// <summary>What others have made of a field meanwhile.</summary>
    public Dictionary<string, string> Clashes { get; } = [];

    /// <summary>The revision that it was filled from.</summary>
    public int Revision { get; set; }

    /// <summary>Number of the form.</summary>
    public string Once { get; private set; } = "";

    /// <summary>The field to which rows are added.</summary>
    public string? Growing { get; set; }

    /// <summary>Fields that somebody has changed.</summary>
    public IEnumerable<FormField> Changed => fields.Where(one => Print(Texts[one.Name]) != seen.GetValueOrDefault(one.Name, Print("")));

    /// <summary>The fingerprints as the form carries them.</summary>
    public string Seen => Write(seen);

    /// <summary>What was taken, as the form carries it.</summary>
    public string Taken => Write(taken);

    /// <summary>A form with what the directory says.</summary>
    /// <param name="fields">Its fields.</param>
    /// <param name="texts">What stands in them.</param>
    /// <param name="revision">The newest revision.</param>
    public static FormState Open(IReadOnlyList<FormField> fields, IReadOnlyDictionary<string, string> texts, int revision)
    {
        var state = new FormState(fields) { Revision = revision };
        state.Renew();
        foreach (var field in fields)
        {
            state.See(field, texts[field.Name]);
        }

        return state;
    }

    /// <summary>A form for what is not there yet: whatever stands in it counts as typed.</summary>
    public static FormState Blank(IReadOnlyList<FormField> fields, IReadOnlyDictionary<string, string> texts, int revision)
    {
        var state = Open(fields, texts, revision);
        state.seen.Clear();
        return state;
    }

    /// <summary>A form that came back.</summary>
    public static FormState Posted(IReadOnlyList<FormField> fields, IFormCollection form)
    {
        var state = new FormState(fields)
        {
            Revision = int.TryParse(form[RevisionField], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : 0,
            Once = form[OnceField].ToString() is { Length: <= 32 } once ? once : "",
        };
        Read(form[SeenField].ToString(), state.seen);
        Read(form[TakenField].ToString(), state.taken);
        foreach (var field in fields)
        {
            state.Texts[field.Name] = field.Control.Collect(form, field.Name);
        }

        return state;
    }

    /// <summary>Puts in what the directory says, as something that nobody has changed.</summary>
    public void See(FormField field, string text)
    {
        Texts[field.Name] = text;
        seen[field.Name] = Print(text);
    }

    /// <summary>Leaves what was typed, and knows what the directory says by now.</summary>
    public void SeeBeside(FormField field, string text) => seen[field.Name] = Print(text);

    /// <summary>Puts in what others say. If that is what shows without our word, our word is to be withdrawn.</summary>
    public void Take(FormField field, string text, bool isWithdrawal)
    {
        Texts[field.Name] = text;
        taken.Remove(field.Name);
        if (isWithdrawal)
        {
            taken[field.Name] = Print(text);
        }
    }

    /// <summary>Whether our word for the field is to be withdrawn: somebody took what others say, and left it so.</summary>
    public bool IsWithdrawn(FormField field) => taken.GetValueOrDefault(field.Name) == Print(Texts[field.Name]);

    /// <summary>Makes it another form: what is sent with it next is meant anew.</summary>
    public void Renew() => Once = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>Notes what is wrong with a field; the first flaw stands.</summary>
    public void Blame(string field, string flaw) => Flaws.TryAdd(field, flaw);

    private static string Write(Dictionary<string, string> prints) => string.Join(' ', prints.Select(pair => $"{pair.Key}={pair.Value}"));

    private static void Read(string text, Dictionary<string, string> prints)
    {
        foreach (var pair in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (pair.Split('=') is [var name, var print])
            {
                prints[name] = print;
            }
        }
    }

    private static string Print(string text) => text.Length == 0 ? "0" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
