using System.Text.RegularExpressions;
using CenterDirectory.Api.Manage.Forms;
using CenterDirectory.Api.Pages;
using CenterDirectory.Api.Schema;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Manage.Controls;

/// <summary>A territory by its name, or by a key of it. The regions can be chosen from a list.</summary>
internal sealed class PlaceControl : TextControl
{
    /// <summary>How a territory is written here: by its name, if that is the name of no other.</summary>
    public static string Write(Territory? territory, bool isOnly) => territory is null ? "" : isOnly ? territory.DisplayName : $"{territory.DisplayName} [{territory.Slug}]";

    /// <inheritdoc/>
    public override Html Render(ControlView view) => Html.Of($"""
        <input id="{view.Id}" name="{view.Name}" list="{view.Id}-all" value="{view.Text}" maxlength="300" autocomplete="off"{view.About}>
        <datalist id="{view.Id}-all">{Html.Each(view.Choices, name => Html.Of($"""<option value="{name}"></option>"""))}</datalist>
        """);

    /// <inheritdoc/>
    public override async ValueTask<Reading> ReadAsync(string text, FormReading form)
    {
        var found = await FindAsync(form.Db, text, form.Cancellation);
        return found.Count switch
        {
            1 => Reading.Of(found[0].Slug) with { Shown = found[0] },
            0 => Reading.Wrong("Такой территории в справочнике нет. Выберите из списка или напишите код региона.", "The directory has no such territory. Choose from the list, or write the code of the region."),
            _ => Reading.Wrong(
                $"Таких территорий несколько: {Names(found)}. Скопируйте нужную вместе со скобками.", $"There are several of that name: {Names(found)}. Copy the one you mean, brackets included."),
        };
    }

    /// <inheritdoc/>
    public override string? OfStated(string value, string? name) => name ?? value;

    private static string Names(List<Territory> found) => string.Join("; ", found.Take(5).Select(territory => Write(territory, isOnly: false)));

    /// <summary>The territories that a text may mean: the key in brackets, a key, or a name.</summary>
    private static async Task<List<Territory>> FindAsync(DirectoryDb db, string text, CancellationToken cancellationToken)
    {
        var key = text.EndsWith(']') && text.LastIndexOf('[') is >= 0 and var bracket ? text[(bracket + 1)..^1] : text;
        var byKey = await Query.GetTerritory(db, key).AsNoTracking().Take(1).ToListAsync(cancellationToken);
        if (byKey.Count > 0)
        {
            return byKey;
        }

        var name = SearchText.Fold(text);
        return await db.Territories.AsNoTracking().Where(territory => territory.DisplayNameFolded == name).OrderBy(territory => territory.Id).Take(10).ToListAsync(cancellationToken);
    }
}

/// <summary>Territories, one a line.</summary>
internal sealed class PlacesControl() : TextControl(rows: 3)
{
    private const int Most = 100;

    /// <inheritdoc/>
    public override string Collect(IFormCollection form, string name) =>
        string.Join('\n', Tidy(form[name]).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct());

    /// <inheritdoc/>
    public override async ValueTask<Reading> ReadAsync(string text, FormReading form)
    {
        var lines = text.Split('\n');
        if (lines.Length > Most)
        {
            return Reading.Wrong($"Не больше {Most} строк.", $"At most {Most} lines.");
        }

        var place = new PlaceControl();
        var slugs = new List<string>();
        foreach (var line in lines)
        {
            var read = await place.ReadAsync(line, form);
            if (read.Flaw is { } flaw)
            {
                return Reading.Wrong($"{line}: {flaw.Ru}", $"{line}: {flaw.En}");
            }

            slugs.Add((string)read.Value!);
        }

        return Reading.Of(slugs.Distinct().ToList());
    }
}

/// <summary>An organization by its ОГРН, ИНН, name or slug.</summary>
internal sealed partial class OrganizationControl : TextControl
{
    /// <summary>How an organization is written here.</summary>
    public static string Write(Organization? organization) => organization switch
    {
        null => "",
        { Ogrn: { } ogrn } => $"{organization.DisplayName}, ОГРН {ogrn.Value}",
        { Inn: { } inn } => $"{organization.DisplayName}, ИНН {inn.Value}",
        _ => $"{organization.DisplayName} [{organization.Slug}]",
    };

    /// <inheritdoc/>
    public override async ValueTask<Reading> ReadAsync(string text, FormReading form)
    {
        var found = await Candidates(form.Db, text).AsNoTracking().OrderBy(organization => organization.Id).Take(6).ToListAsync(form.Cancellation);
        return found.Count switch
        {
            1 => Reading.Of(GlobalId.Encode(nameof(Organization), found[0].Id)) with { Shown = found[0] },
            0 => Reading.Wrong("Такой организации в справочнике нет. Напишите ОГРН, ИНН или точное название.", "The directory has no such organization. Write ОГРН, ИНН or the exact name."),
            _ => Reading.Wrong($"Таких организаций несколько: {Names(found)}. Напишите ОГРН или ИНН.", $"There are several: {Names(found)}. Write ОГРН or ИНН."),
        };
    }

    /// <inheritdoc/>
    public override string? OfStated(string value, string? name) => name;

    private static string Names(List<Organization> found) => string.Join("; ", found.Select(Write));

    private static IQueryable<Organization> Candidates(DirectoryDb db, string text)
    {
        if (SlugText().Match(text) is { Success: true } slug)
        {
            return db.Organizations.Called(db, slug.Groups["slug"].Value);
        }

        if (NumberText().Match(text) is { Success: true } number)
        {
            return number.Value.Length is 13 or 15
                ? Ogrn.TryParse(number.Value, out var ogrn) ? db.Organizations.Where(organization => organization.Ogrn == ogrn) : db.Organizations.Where(_ => false)
                : Inn.TryParse(number.Value, out var inn) ? db.Organizations.Where(organization => organization.Inn == inn) : db.Organizations.Where(_ => false);
        }

        var name = SearchText.Fold(text);
        var called = db.Organizations.Called(db, text).Select(organization => organization.Id);
        return db.Organizations.Where(organization => organization.DisplayNameFolded == name || called.Contains(organization.Id));
    }

    [GeneratedRegex(@"\[(?<slug>[^\[\]]+)\]$", RegexOptions.CultureInvariant)]
    private static partial Regex SlugText();

    [GeneratedRegex(@"(?<![0-9])([0-9]{15}|[0-9]{13}|[0-9]{12}|[0-9]{10})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex NumberText();
}
