namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>How far two names agree.</summary>
internal enum NameAgreement
{
    /// <summary>They are names of two.</summary>
    None,

    /// <summary>One says what the other says in part: enough where a number agrees.</summary>
    Partly,

    /// <summary>The brand is the same, and one of the two says less of what it does.</summary>
    Abridged,

    /// <summary>The same but for typing errors and abbreviations.</summary>
    Nearly,

    /// <summary>The same words.</summary>
    Wholly,
}

/// <summary>What came out of comparing two names.</summary>
/// <param name="Agreement">How far they agree.</param>
/// <param name="Likeness">The part of their weight that agrees, 0 to 1.</param>
/// <param name="Weight">How much the words tell that agree.</param>
/// <param name="IsByLetters">Letters stand for words: «ЦРД» is «Центр развития добровольчества», and many other things.</param>
/// <param name="IsGeneric">What agrees is a few words that half of all names have: «Ресурсный центр», «Дом».</param>
/// <param name="IsOfUsualWords">Nothing agrees but words that half of all names have, be they many.</param>
/// <param name="BrandWeight">How much of that is the brand.</param>
/// <param name="HasError">A word agrees but for an error.</param>
/// <param name="IsApart">One of them is a part of something, or their numbers differ: they are not one, however alike they are.</param>
/// <param name="IsGroupOmitted">One of them says for whom it is, «молодёжная», and the other does not.</param>
/// <param name="Letters">How many letters the one has that is called by nothing but the first letters of the other's words.</param>
/// <param name="Lesser">How much the lesser of the two says that the other does not.</param>
/// <param name="IsBrandWhole">The brand agrees to its last word.</param>
/// <param name="IsAroundTelling">Beside the brand a telling word agrees.</param>
/// <param name="Telling">How much of what agrees tells by itself: no places, and no words that half of all names have.</param>
/// <param name="IsOfOtherKind">Before the same noun each has an adjective of its own: «спортивной борьбы» and «поясной борьбы».</param>
/// <param name="Omitted">How much one of the two says beside.</param>
internal readonly record struct NameLikeness(
    NameAgreement Agreement, double Likeness, double Weight, bool IsByLetters = false, bool IsGeneric = false, bool IsOfUsualWords = false,
    double BrandWeight = 0, double Omitted = 0, bool IsGroupOmitted = false, bool IsApart = false, bool HasError = false,
    int Letters = 0, double Lesser = 0, bool IsBrandWhole = false, bool IsAroundTelling = false, double Telling = 0, bool IsOfOtherKind = false)
{
    public static NameLikeness None => default;

    public static NameLikeness Apart => new(NameAgreement.None, 0, 0, IsApart: true);

    /// <summary>The same where letters are no evidence beyond a number that agrees.</summary>
    public NameLikeness WithoutLetters() => IsByLetters && Agreement > NameAgreement.Partly ? this with { Agreement = NameAgreement.Partly } : this;

    public bool IsBetterThan(NameLikeness other) => (Agreement, Likeness).CompareTo((other.Agreement, other.Likeness)) > 0;
}
