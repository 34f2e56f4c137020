using CenterDirectory.Data.Access;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Access;

/// <summary>What a sent secret turned out to be: a key, or the reason why it is none.</summary>
internal sealed record KeyFinding(AccessKey? Key, LocalizedText? Flaw)
{
    public static readonly KeyFinding Mistyped = new(null, new(
        "Ключ набран с ошибкой или не целиком: он начинается с cd_ и состоит из 52 знаков.",
        "The key is mistyped or incomplete: it begins with cd_ and has 52 characters."));

    public static readonly KeyFinding Unknown = new(null, new("Такого ключа нет.", "There is no such key."));

    public static readonly KeyFinding Expired = new(null, new(
        "Срок действия ключа истёк; попросите у оператора справочника новый.", "The key has expired; ask the operator of the directory for a new one."));

    public static readonly KeyFinding Revoked = new(null, new(
        "Ключ отозван; обратитесь к оператору справочника.", "The key was revoked; ask the operator of the directory."));

    public static readonly KeyFinding Replaced = new(null, new(
        "У ключа теперь другой секрет, а этот больше не действует.", "The key has another secret now, and this one has ended."));
}
