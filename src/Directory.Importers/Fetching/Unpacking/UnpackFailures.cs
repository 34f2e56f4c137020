using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Fetching.Unpacking;

/// <summary>Words for archives that cannot be read.</summary>
internal static class UnpackFailures
{
    // Numbers of APPNOTE.TXT 4.4.5 that publishers were seen to use.
    private static readonly Dictionary<int, string> Methods = new()
    {
        [1] = "Shrink", [6] = "Implode", [9] = "Deflate64", [12] = "BZIP2", [14] = "LZMA", [93] = "Zstandard", [95] = "XZ", [98] = "PPMd", [99] = "AES",
    };

    public static readonly FeedFailure Damaged = Fail(
        "archive-damaged",
        "Архив повреждён или оборван. Скачайте его заново или напишите издателю.",
        "The archive is damaged or cut off. Download it again, or tell the publisher.");

    public static FeedFailure Method(string member, int method)
    {
        var name = Methods.GetValueOrDefault(method, $"№ {method}");
        return Fail(
            "archive-method",
            $"{member} сжат способом {name}, который не поддерживается. Перепакуйте архив обычным Deflate (zip -9) и импортируйте с --from.",
            $"{member} is compressed by {name}, which is not supported. Pack the archive again with plain Deflate (zip -9) and import it with --from.");
    }

    public static FeedFailure Locked(string member) => Fail(
        "archive-locked",
        $"{member} в архиве закрыт паролем. Попросите издателя снять его.",
        $"{member} is locked by a password. Ask the publisher to remove it.");

    public static FeedFailure Bomb(string member, int ratio) => Fail(
        "archive-bomb",
        $"{member} распаковывается больше чем в {ratio} раз: так сжаты не данные, а ловушки. Если это не так, увеличьте Importers:MaxUnpackRatio.",
        $"{member} unpacks to more than {ratio} times its size: traps are packed so, not data. If it is none, raise Importers:MaxUnpackRatio.");

    public static FeedFailure TooLarge(long limit) => Fail(
        "archive-too-large",
        $"Архив распаковывается больше чем в {limit} байт. Если так и должно быть, увеличьте Importers:MaxUnpackedBytes.",
        $"The archive unpacks to more than {limit} bytes. If it should, raise Importers:MaxUnpackedBytes.");

    public static FeedFailure NoMember(string? glob, IEnumerable<string> names)
    {
        var (ru, en) = glob is null ? ("Неясно, какой файл архива читать", "It is unclear which file of the archive to read") :
            ($"В архиве нет «{glob}»", $"The archive has no '{glob}'");
        var known = string.Join(", ", names.Take(10).Select(name => $"«{name}»"));
        return Fail(
            "archive-member",
            $"{ru}; в нём: {(known.Length > 0 ? known : "ничего")}. Назовите файлы в «member», например \"*.xml\".",
            $"{en}; it holds: {(known.Length > 0 ? known : "nothing")}. Name the files in 'member', such as \"*.xml\".");
    }

    private static FeedFailure Fail(string code, string ru, string en) => new(code, new LocalizedText(ru, en));
}
