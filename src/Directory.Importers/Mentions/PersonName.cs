namespace CenterDirectory.Importers.Mentions;

/// <summary>The parts of a person's name.</summary>
internal readonly record struct PersonName(string Given, string Surname)
{
    /// <summary>Tells the given name from the surname by the patronymic or by the list of given names; first name first where nothing tells.</summary>
    public static PersonName? Of(IReadOnlyList<string> words)
    {
        var patronymic = words.ToList().FindIndex(WordLists.IsPatronymic);
        return (words.Count, patronymic) switch
        {
            (3, 1) => new PersonName(words[0], words[2]),
            (3, 2) => new PersonName(words[1], words[0]),
            (2, _) when WordLists.IsGivenName(words[1]) && !WordLists.IsGivenName(words[0]) => new PersonName(words[1], words[0]),
            (2, _) => new PersonName(words[0], words[1]),
            _ => null,
        };
    }
}
