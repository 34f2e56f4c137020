using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Fetching;

/// <summary>Words for what goes wrong on the way to a publisher. The query of an address may hold a key, so it is not repeated.</summary>
internal static class FetchFailures
{
    public static FeedFailure Of(Uri address, Exception error) => error switch
    {
        _ when Causes(error).Any(cause => cause is RefusedAddressException) => Fail(
            "address-refused",
            $"{Name(address)} ведёт во внутреннюю сеть. Если это ваш узел, добавьте его в Importers:AllowHosts.",
            $"{Name(address)} leads into a private network. If the host is yours, add it to Importers:AllowHosts."),
        _ when Causes(error).Any(cause => cause is AuthenticationException) => Fail(
            "tls-failed",
            $"{Name(address)}: сертификат не прошёл проверку. Установите корневой сертификат издателя или напишите издателю.",
            $"{Name(address)}: the certificate was not accepted. Install the publisher's root certificate, or tell the publisher."),
        InvalidDataException => Fail(
            "download-damaged",
            $"{Name(address)}: сжатый ответ повреждён или оборван. Повторите позже.",
            $"{Name(address)}: the compressed answer is damaged or cut off. Try again later."),
        _ when Causes(error).OfType<SocketException>().Any(IsUnknownHost) => Fail(
            "host-unknown",
            $"Узла {address.Host} нет. Проверьте «url».",
            $"There is no host {address.Host}. Check 'url'."),
        _ => Fail(
            "download-broken",
            $"{Name(address)}: соединение не удалось или оборвалось. Повторите позже.",
            $"{Name(address)}: the connection failed or broke off. Try again later."),
    };

    public static FeedFailure Timeout(Uri address, TimeSpan limit) => Fail(
        "download-timeout",
        $"{Name(address)} не загрузился за {Seconds(limit)} с. Увеличьте Importers:Timeout или повторите позже.",
        $"{Name(address)} did not load within {Seconds(limit)} s. Raise Importers:Timeout or try again later.");

    public static FeedFailure Stalled(Uri address, TimeSpan limit) => Fail(
        "download-stalled",
        $"{Name(address)}: {Seconds(limit)} с ничего не приходит. Повторите позже или увеличьте Importers:StallTimeout.",
        $"{Name(address)}: nothing has come for {Seconds(limit)} s. Try again later, or raise Importers:StallTimeout.");

    public static FeedFailure Encoding(Uri address, string encoding) => Fail(
        "encoding-unknown",
        $"{Name(address)}: ответ сжат способом «{encoding}», о котором не просили. Напишите издателю.",
        $"{Name(address)}: the answer is packed by '{encoding}', which nobody asked for. Tell the publisher.");

    public static FeedFailure Size(Uri address, long limit) => Fail(
        "download-too-large",
        $"{Name(address)} больше {limit} байт. Если так и должно быть, увеличьте Importers:MaxDownloadBytes.",
        $"{Name(address)} is larger than {limit} bytes. If it should be, raise Importers:MaxDownloadBytes.");

    public static FeedFailure Redirects(Uri address, int limit) => Fail(
        "too-many-redirects",
        $"{Name(address)} перенаправляет больше {limit} раз. Укажите в «url» конечный адрес.",
        $"{Name(address)} redirects more than {limit} times. Write the final address into 'url'.");

    public static FeedFailure Scheme(Uri address) => Fail(
        "scheme-refused",
        $"Адрес {address.Scheme}://{address.Host} не https. Загружается только https; для своих узлов есть Importers:AllowHosts.",
        $"The address {address.Scheme}://{address.Host} is not https. Only https is fetched; for hosts of yours there is Importers:AllowHosts.");

    public static FeedFailure Status(Uri address, HttpStatusCode status) => Fail(
        "http-status",
        $"{Name(address)} отвечает кодом {(int)status}. Проверьте «url».",
        $"{Name(address)} answers with status {(int)status}. Check 'url'.");

    public static FeedFailure NotArchived(string address) => Fail(
        "not-archived",
        $"Байтов {NameOf(address)} этого запуска в архиве уже нет (Importers:ArchivePath, :ArchiveRuns, :ArchiveAge). Загрузите источник заново.",
        $"The bytes of {NameOf(address)} of this run are no longer in the archive (Importers:ArchivePath, :ArchiveRuns, :ArchiveAge). Import the source anew.");

    public static FeedFailure OtherTables { get; } = Fail(
        "replay-of-other-tables",
        "Запуск читал другие файлы, чем сейчас назвал бы манифест: повторить его нельзя.",
        "The run read other files than the manifest names now: it cannot be replayed.");

    /// <summary>An address without what may be secret in it; of a file only its name.</summary>
    public static string NameOf(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && !uri.IsFile ? Name(uri) : Path.GetFileName(address);

    public static string Name(Uri address) => address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.SafeUnescaped);

    private static string Seconds(TimeSpan limit) => limit.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);

    private static FeedFailure Fail(string code, string ru, string en) => new(code, new LocalizedText(ru, en));

    private static bool IsUnknownHost(SocketException error) =>
        error.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain;

    private static IEnumerable<Exception> Causes(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
