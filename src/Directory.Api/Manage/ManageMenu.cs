using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Manage;

/// <summary>The places of the site.</summary>
internal static class ManageMenu
{
    /// <summary>Those that a key has something to do in.</summary>
    public static IEnumerable<ManagePlace> Of(ManageVisit visit)
    {
        yield return visit.Session.Key.Role == AccessRole.Editor
            ? new ManagePlace("/manage", new("Мои центры", "My centers"))
            : new ManagePlace("/manage", new("Центры", "Centers"));
        yield return new ManagePlace("/manage/requests", new("Заявки", "Requests"));
    }
}

/// <summary>A place.</summary>
/// <param name="Path">Its address.</param>
/// <param name="Title">Its name.</param>
internal sealed record ManagePlace(string Path, LocalizedText Title);
