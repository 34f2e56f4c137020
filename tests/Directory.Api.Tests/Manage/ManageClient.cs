using System.Net;
using System.Text.RegularExpressions;

namespace CenterDirectory.Api.Tests.Manage;

/// <summary>A browser without a screen: keeps cookies, follows no redirects, fills forms in by what stands in them.</summary>
internal sealed partial class ManageClient : IDisposable
{
    private readonly HttpClient client;

    public ManageClient(Uri address)
    {
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = address };
    }

    public CookieContainer Cookies { get; } = new();

    public Dictionary<string, string> Headers { get; } = [];

    public static async Task<ManageClient> SignInAsync(Uri address, string secret)
    {
        var client = new ManageClient(address);
        var page = await client.EnterAsync(secret);
        Assert.Equal(HttpStatusCode.SeeOther, page.Status);
        return client;
    }

    /// <summary>Sends the form of the page where one signs in.</summary>
    public async Task<ManagePage> EnterAsync(string secret, string to = "/manage") =>
        await PostAsync("/manage/sign-in", (await GetAsync("/manage/sign-in")).With(("key", secret), ("to", to)));

    public Task<ManagePage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<ManagePage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> form) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) });

    /// <summary>Opens the form of an address, changes fields, and presses a button of it.</summary>
    public async Task<ManagePage> FillAsync(string path, params (string Name, string Value)[] fields) =>
        await PostAsync(path, (await GetAsync(path)).With(fields));

    public void Dispose() => client.Dispose();

    private async Task<ManagePage> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            foreach (var (name, value) in Headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join("; ", header.Value), StringComparer.OrdinalIgnoreCase);
            return new ManagePage(response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), headers);
        }
    }
}

/// <summary>A page as it was sent.</summary>
internal sealed partial record ManagePage(HttpStatusCode Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public string? Location => Headers.GetValueOrDefault("Location");

    /// <summary>What a browser would send if nobody changed anything but these fields.</summary>
    public List<KeyValuePair<string, string>> With(params (string Name, string Value)[] changed)
    {
        var form = FormText().Matches(Text).Select(match => match.Value).MaxBy(text => text.Length) ?? "";
        var fields = InputText().Matches(form).Select(match => match.Value).Where(tag => !tag.Contains("type=\"checkbox\"", StringComparison.Ordinal) || tag.Contains(" checked", StringComparison.Ordinal))
            .Select(tag => KeyValuePair.Create(Attribute(tag, "name"), Attribute(tag, "value")))
            .Concat(AreaText().Matches(form).Select(match => KeyValuePair.Create(match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["text"].Value))))
            .Concat(SelectText().Matches(form).Select(match => KeyValuePair.Create(match.Groups["name"].Value, ChosenText().Match(match.Value) is { Success: true } chosen ? WebUtility.HtmlDecode(chosen.Groups["value"].Value) : "")))
            .Where(field => field.Key.Length > 0 && !changed.Any(one => one.Name == field.Key));
        return [.. fields, .. changed.Select(one => KeyValuePair.Create(one.Name, one.Value))];
    }

    /// <summary>What stands in the box of a field.</summary>
    public string? Value(string name) => With().Where(field => field.Key == name).Select(field => field.Value).FirstOrDefault();

    private static string Attribute(string tag, string name) =>
        Regex.Match(tag, $" {name}=\"([^\"]*)\"") is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : "";

    [GeneratedRegex("<form method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex FormText();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex InputText();

    [GeneratedRegex("<textarea[^>]* name=\"(?<name>[^\"]*)\"[^>]*>\n?(?<text>.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex AreaText();

    [GeneratedRegex("<select[^>]* name=\"(?<name>[^\"]*)\".*?</select>", RegexOptions.Singleline)]
    private static partial Regex SelectText();

    [GeneratedRegex("<option value=\"(?<value>[^\"]*)\" selected>")]
    private static partial Regex ChosenText();
}
