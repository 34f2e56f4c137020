using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;

namespace CenterDirectory.Api.Reminding;

/// <summary>What wants a word from the people of one center.</summary>
/// <param name="Center">The center.</param>
/// <param name="StaleSince">Since when its card is not confirmed; null if it is.</param>
/// <param name="StaleProjects">Projects that are not confirmed lately.</param>
/// <param name="OverdueProjects">Projects of which nobody said what became of them.</param>
/// <param name="EndingConfirmations">Confirmations by standards that end before the next reminder, or have ended.</param>
internal sealed record CenterDuties(
    Center Center, DateTime? StaleSince, IReadOnlyList<Project> StaleProjects, IReadOnlyList<Project> OverdueProjects, IReadOnlyList<StandardDeclaration> EndingConfirmations)
{
    /// <summary>Whether there is nothing to remind of.</summary>
    public bool IsEmpty => StaleSince is null && StaleProjects.Count == 0 && OverdueProjects.Count == 0 && EndingConfirmations.Count == 0;
}

/// <summary>What wants a word from those who look after all centers.</summary>
/// <param name="StaleCenters">Active centers whose card is not confirmed lately.</param>
/// <param name="StaleProjects">Projects that are not confirmed lately.</param>
/// <param name="OverdueProjects">Projects of which nobody said what became of them.</param>
/// <param name="PendingDeclarations">Declarations that nobody has judged.</param>
internal sealed record DirectoryDuties(int StaleCenters, int StaleProjects, int OverdueProjects, int PendingDeclarations)
{
    /// <summary>Whether there is nothing to remind of.</summary>
    public bool IsEmpty => StaleCenters + StaleProjects + OverdueProjects + PendingDeclarations == 0;
}
