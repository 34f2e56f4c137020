using System.Globalization;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.OpenData.Hsds;

/// <summary>What the query string of a list says, in the words of the specification.</summary>
internal sealed record HsdsRequest
{
    private const int UsualPage = 50;

    private static readonly string[] Formats = ["json", "ndjson"];
    private static readonly string[] Flags = ["true", "false"];

    /// <summary>Parameters of the specification that need a map of postal codes, which the directory has not.</summary>
    private static readonly string[] Unserved = ["postcode", "proximity"];

    private readonly List<WrongParameter> wrong = [];

    public int Page { get; private init; } = 1;

    public int PerPage { get; private init; } = UsualPage;

    public string? Search { get; private init; }

    public DateTime? ModifiedAfter { get; private init; }

    public Guid? TaxonomyTermId { get; private init; }

    public Guid? TaxonomyId { get; private init; }

    public Guid? OrganizationId { get; private init; }

    public Guid? ParentId { get; private init; }

    public bool IsFull { get; private init; }

    public bool IsMinimal { get; private init; }

    public bool HasFullServices { get; private init; }

    public bool IsStreamed { get; private init; }

    /// <summary>Everything that cannot be understood.</summary>
    public IReadOnlyCollection<WrongParameter> Wrong => wrong;

    /// <summary>How many items come before the page.</summary>
    public long Skip => (Page - 1L) * PerPage;

    public static HsdsRequest Read(IQueryCollection query, int greatestPage)
    {
        var problems = new List<WrongParameter>();
        var request = new HsdsRequest
        {
            Page = Number(query, "page", 1, int.MaxValue, problems) ?? 1,
            PerPage = Number(query, "per_page", 1, greatestPage, problems) ?? Math.Min(UsualPage, greatestPage),
            Search = query["search"].ToString().Trim() is { Length: > 0 } text ? text : null,
            ModifiedAfter = Instant(query, "modified_after", problems),
            TaxonomyTermId = Id(query, "taxonomy_term_id", problems),
            TaxonomyId = Id(query, "taxonomy_id", problems),
            OrganizationId = Id(query, "organization_id", problems),
            ParentId = Id(query, "parent_id", problems),
            IsFull = Flag(query, "full", problems),
            IsMinimal = Flag(query, "minimal", problems),
            HasFullServices = Flag(query, "full_service", problems),
            IsStreamed = Word(query, "format", Formats, problems) == "ndjson",
        };
        problems.AddRange(Unserved.Where(query.ContainsKey).Select(name => new WrongParameter(
            name, new LocalizedText($"«{name}» здесь не поддерживается.", $"'{name}' is not supported here."), [])));
        request.wrong.AddRange(problems);
        return request;
    }

    private static int? Number(IQueryCollection query, string name, int least, int greatest, List<WrongParameter> wrong)
    {
        if (query[name].ToString() is not { Length: > 0 } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= greatest)
        {
            return number;
        }

        wrong.Add(new WrongParameter(name, new LocalizedText($"«{name}»: целое число от {least} до {greatest}.", $"'{name}' is a whole number from {least} to {greatest}."), []));
        return null;
    }

    private static bool Flag(IQueryCollection query, string name, List<WrongParameter> wrong) => Word(query, name, Flags, wrong) == "true";

    private static string? Word(IQueryCollection query, string name, string[] allowed, List<WrongParameter> wrong)
    {
        if (query[name].ToString() is not { Length: > 0 } text)
        {
            return null;
        }

        if (allowed.Contains(text))
        {
            return text;
        }

        var words = string.Join(", ", allowed);
        wrong.Add(new WrongParameter(name, new LocalizedText($"«{name}» бывает: {words}.", $"'{name}' is one of: {words}."), allowed));
        return null;
    }

    private static Guid? Id(IQueryCollection query, string name, List<WrongParameter> wrong)
    {
        if (query[name].ToString() is not { Length: > 0 } text)
        {
            return null;
        }

        if (Guid.TryParseExact(text, "D", out var id))
        {
            return id;
        }

        wrong.Add(new WrongParameter(name, new LocalizedText($"«{name}»: нужен UUID.", $"'{name}' must be a UUID."), []));
        return null;
    }

    private static DateTime? Instant(IQueryCollection query, string name, List<WrongParameter> wrong)
    {
        if (query[name].ToString() is not { Length: > 0 } text)
        {
            return null;
        }

        // A plus that nobody escaped is a space by now.
        if (DateTimeOffset.TryParse(
            text.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant))
        {
            return instant.UtcDateTime;
        }

        wrong.Add(new WrongParameter(name, new LocalizedText(
            $"«{name}»: дата или время, например 2026-01-31 или 2026-01-31T09:30:00Z.", $"'{name}' is a date or time, such as 2026-01-31 or 2026-01-31T09:30:00Z."), []));
        return null;
    }
}
