using System.Net;
using System.Text;
using System.Text.Json;
using CenterDirectory.Api.Access;
using CenterDirectory.Data;
using CenterDirectory.GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Access;

/// <summary>
/// A served directory with two territories, one below the other, a third apart, a network, four centers, and whoever a test gives a key to.
/// </summary>
internal sealed class KeyStage : IAsyncDisposable
{
    private const string Manifest = """
        key: invented
        title: Придуманный край
        grace-runs: 0
        tables:
          - source: { file: territories.csv }
            record: Territory
            id-from: [id]
            map: { slug: id, name: name, kind: { const: REGION }, code: code, parent: parent }
          - source: { file: organizations.csv }
            record: Organization
            id-from: [id]
            map: { slug: id, name: name }
          - source: { file: centers.csv }
            record: Center
            id-from: [id]
            map: { slug: id, name: name, territory: territory, operator: operator }
          - source: { file: networks.csv }
            record: Network
            id-from: [id]
            map: { slug: id, name: name, coordinator: coordinator }
          - source: { file: members.csv }
            record: NetworkMember
            id-from: [network, center]
            map: { network: network, center: center, role: { const: PARTICIPANT } }
          - source: { file: areas.csv }
            record: NetworkTerritory
            id-from: [network, territory]
            map: { network: network, territory: territory }
          - source: { file: services.csv }
            record: Service
            id-from: [id]
            map: { slug: id, name: name, center: center }
          - source: { file: standards.csv }
            record: ServiceStandard
            id-from: [id]
            map: { slug: id, name: name, network: network, territory: territory, validMonths: months, criteria: { from: criteria, split: "|" } }
          - source: { file: declarations.csv }
            record: StandardDeclaration
            id-from: [service, standard]
            map: { service: service, standard: standard, declaredAt: at, metCriteria: { from: met, split: "|" } }
          - source: { file: events.csv }
            record: Event
            id-from: [id]
            map: { slug: id, title: name }
            ignore: [center]
          - name: participants
            source: { file: events.csv }
            record: EventParticipant
            id-from: [id]
            map: { event: id, center: center, role: { const: ORGANIZER } }
            ignore: [name]
          - source: { file: projects.csv }
            record: Project
            id-from: [id]
            map: { slug: id, name: name }
            ignore: [center]
          - name: project-centers
            source: { file: projects.csv }
            record: ProjectCenter
            id-from: [id]
            map: { project: id, center: center }
            ignore: [name]
        expect: { removed-at-most: 100% }
        """;

    private KeyStage(OwnDirectory directory, HttpClient client) => (Directory, Client) = (directory, client);

    public OwnDirectory Directory { get; }

    public HttpClient Client { get; }

    /// <summary>The centers there are: «svoj» and «sosed» in the region, «rajonnyj» below it, «dalnij» apart; the network has «sosed» and «svoj», which its coordinator runs.</summary>
    public const string Centers = "id,name,territory,operator\nsvoj,Свой,Край,koord\nsosed,Сосед,Край,\nrajonnyj,Районный,Район,\ndalnij,Дальний,Остров,\n";

    /// <summary>Standards of the network, of the region and of nobody in particular; by the last of them all services are declared already.</summary>
    public const string Standards = "id,name,network,territory,months,criteria\nsetevoj,Стандарт сети,set,,12,srok: Ответ за три дня|besplatno: Бесплатно\nkraevoj,Стандарт края,,Край,,srok: Ответ за три дня\nobshchij,Общий стандарт,,,6,srok: Ответ за три дня|besplatno: Бесплатно\n";

    public static async Task<KeyStage> OpenAsync(Action<WebApplicationBuilder>? customize = null)
    {
        var directory = await OwnDirectory.CreateAsync(customize);
        directory.Write("invented.yaml", Manifest);
        directory.Write("territories.csv", "id,name,code,parent\nkraj,Край,90,\nrajon,Район,,Край\nostrov,Остров,91,\n");
        directory.Write("organizations.csv", "id,name\nkoord,Координатор\n");
        directory.Write("centers.csv", Centers);
        directory.Write("networks.csv", "id,name,coordinator\nset,Сеть,koord\n");
        directory.Write("members.csv", "network,center\nset,sosed\nset,svoj\n");
        directory.Write("areas.csv", "network,territory\nset,Остров\n");
        directory.Write("standards.csv", Standards);
        directory.Write("declarations.csv", "service,standard,at,met\n" + string.Concat(((string[])["svoj", "sosed", "rajonnyj", "dalnij"]).Select(center => $"{center}-s,obshchij,2026-01-15T09:00:00Z,srok|besplatno\n")));
        foreach (var (file, name) in new[] { ("services.csv", "Услуга"), ("events.csv", "Встреча"), ("projects.csv", "Проект") })
        {
            var letter = file[..1];
            directory.Write(file, "id,name,center\n" + string.Concat(((string[])["svoj", "sosed", "rajonnyj", "dalnij"]).Select(center => $"{center}-{letter},{name} {center},{center}\n")));
        }

        await directory.ImportAsync();
        return new KeyStage(directory, await directory.ServeAsync());
    }

    /// <summary>Makes a key as the console does.</summary>
    /// <returns>Its secret.</returns>
    public async Task<string> IssueAsync(KeyWish wish)
    {
        await using var scope = Directory.Services.CreateAsyncScope();
        var (draft, errors) = await scope.ServiceProvider.GetRequiredService<KeyWishReader>().ReadAsync(wish, bySlug: true, CancellationToken.None);
        Assert.Empty(errors);
        var written = await scope.ServiceProvider.GetRequiredService<KeyRegister>().CreateAsync(draft!, null, CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<DirectoryDb>().SaveChangesAsync();
        return written.Result!.Secret!.Reveal();
    }

    /// <summary>Makes a key of an operator.</summary>
    public Task<string> IssueOperatorAsync() => IssueAsync(new KeyWish("Оператор", Data.Values.AccessRole.Operator));

    /// <summary>Sends a document with a key.</summary>
    public async Task<Answer> AskAsync(string? secret, string document, object? variables = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        request.Content = new StringContent(JsonSerializer.Serialize(new { query = document, variables }), Encoding.UTF8, "application/json");
        using var response = await SendAsync(request, secret);
        return new Answer(
            response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), []);
    }

    /// <summary>The status of a request with a key.</summary>
    public async Task<HttpStatusCode> StatusAsync(string secret) => (await AskAsync(secret, "{ __typename }")).Status;

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string? secret)
    {
        if (secret is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + secret);
        }

        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The global id of an entry.</summary>
    public async Task<string> IdOfAsync(string field, string slug) =>
        (await Directory.DataAsync($"{{ {field}(slug: \"{slug}\") {{ id }} }}")).GetProperty(field).GetProperty("id").GetString()!;

    /// <summary>The key of an entry in the database.</summary>
    public async Task<long> KeyOfAsync(string field, string slug) =>
        GlobalId.TryDecode(await IdOfAsync(field, slug), out _, out var key) ? key : throw new InvalidOperationException(slug);

    /// <summary>Reads from the database.</summary>
    public async Task<T> ReadAsync<T>(Func<DirectoryDb, Task<T>> read)
    {
        await using var db = await Directory.Services.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContextAsync();
        return await read(db);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Directory.DisposeAsync();
    }
}
