using CenterDirectory.Data.Values;

namespace CenterDirectory.Importers.Validation;

/// <summary>The rules that rows are held to. Messages say what, where and what to do; they carry no values, which may be personal.</summary>
internal static class IssueRules
{
    public static readonly IssueRule RowCells = Error(
        "row-cells",
        "В строке другое число ячеек, чем в заголовке; она пропущена. Проверьте разделители и кавычки в ней.",
        "The row has another number of cells than the header and was left out. Check its delimiters and quotes.");

    public static readonly IssueRule IdMissing = Error(
        "id-missing",
        "Пусто всё, по чему узнают запись ({1}); строка пропущена. Заполните или назовите другие колонки в «id-from».",
        "All that identifies the record is empty ({1}); the row was left out. Fill it in or name other columns in 'id-from'.");

    public static readonly IssueRule IdRepeated = Error(
        "id-repeated",
        "Запись с тем же идентификатором ({1}) уже была выше; эта строка пропущена. Уберите повтор или дополните «id-from».",
        "A record with the same identifier ({1}) stands above; this row was left out. Remove the repetition or extend 'id-from'.");

    public static readonly IssueRule FieldRequired = Error(
        "field-required",
        "Нет обязательного поля «{0}»; строка пропущена. Заполните колонку {1}.",
        "The required field '{0}' is missing; the row was left out. Fill in the column {1}.");

    public static readonly IssueRule ObjectIncomplete = Warning(
        "object-incomplete",
        "У «{0}» нет обязательной части; поле пропущено. Заполните колонку {1}.",
        "'{0}' lacks a required part; the field was left out. Fill in the column {1}.");

    public static readonly IssueRule ColumnUnused = Warning(
        "column-unused",
        "Колонка {1} ничему не служит. Опишите её в «map» или назовите в «ignore».",
        "The column {1} is used for nothing. Map it, or name it in 'ignore'.");

    public static readonly IssueRule LookupUnknown = Warning(
        "lookup-unknown",
        "Поле «{0}», колонка {1}: такого слова нет в справочнике манифеста; поле пропущено. Дополните «lookups».",
        "Field '{0}', column {1}: the manifest's lookup does not know this word; the field was left out. Extend 'lookups'.");

    public static readonly IssueRule DateLayout = Invalid(
        "date-layout", "дата написана не так, как сказано в «date»", "the date is not written as 'date' says");

    public static readonly IssueRule PhoneFormat = Invalid(
        "phone-format",
        "это не номер телефона с кодом города; несколько номеров делят шагом «split»",
        "this is no telephone number with its area code; several numbers need the step 'split'");

    public static readonly IssueRule EmailFormat = Invalid("email-format", "это не адрес электронной почты", "this is no e-mail address");

    public static readonly IssueRule UrlFormat = Invalid("url-format", "это не адрес страницы", "this is no address of a page");

    public static readonly IssueRule NumberFormat = Invalid("number-format", "это не число", "this is no number");

    public static readonly IssueRule NumberRange = Invalid("number-range", "число вне допустимых границ", "the number is out of range");

    public static readonly IssueRule DigitsFormat = Invalid(
        "digits-format", "нужны только цифры, не больше указанного в «digits»", "only digits are allowed, no more than 'digits' says");

    public static readonly IssueRule BooleanFormat = Invalid("boolean-format", "нужно да или нет", "it must be yes or no");

    public static readonly IssueRule EnumUnknown = Invalid(
        "enum-unknown",
        "такого значения в словаре нет; переведите слова источника через «lookup»",
        "the vocabulary has no such value; translate the source's words by 'lookup'");

    public static readonly IssueRule OgrnFormat = Invalid("ogrn-format", "в ОГРН 13 цифр, в ОГРНИП 15", "an ОГРН has 13 digits, an ОГРНИП 15");

    public static readonly IssueRule InnFormat = Invalid(
        "inn-format",
        "в ИНН организации 10 цифр; личный ИНН (12 цифр) в справочник не берётся",
        "the ИНН of an organization has 10 digits; that of a person (12) is not taken");

    public static readonly IssueRule OktmoFormat = Invalid("oktmo-format", "в коде ОКТМО 8 или 11 цифр", "an ОКТМО code has 8 or 11 digits");

    public static readonly IssueRule TimeFormat = Invalid("time-format", "это не время суток, как 9:00", "this is no time of day such as 9:00");

    public static readonly IssueRule SumFormat = Invalid(
        "sum-format",
        "это не сумма, как «500 000,00 руб.»; валюта – рубль, если не сказана другая",
        "this is no sum such as «500 000,00 руб.»; the currency is the rouble unless another one is stated");

    public static readonly IssueRule CriterionFormat = Invalid(
        "criterion-format", "требование пишут «ключ: текст», ключ – латиницей", "a criterion is written «key: text», the key in Latin letters");

    public static readonly IssueRule ReferenceKind = Invalid(
        "reference-kind",
        "перед ключом нужно назвать вид записи: Center/ключ, Territory/27",
        "the kind of the entry must stand before its key: Center/key, Territory/27");

    public static readonly IssueRule HoursUnclear = Warning(
        "hours-unclear",
        "Поле «{0}», колонка {1}: часы работы не разобраны и оставлены словами. Пишут так: пн-пт 9:00-18:00.",
        "Field '{0}', column {1}: the opening hours were not understood and kept as words. Write them so: пн-пт 9:00-18:00.");

    public static readonly IssueRule OgrnCheckDigit = Warning(
        "ogrn-check-digit",
        "Поле «{0}», колонка {1}: у ОГРН не сходится контрольная цифра, или это заглушка вроде нулей; номер оставлен. Сверьте его с выпиской.",
        "Field '{0}', column {1}: the check digit of the ОГРН is wrong, or it is a placeholder such as zeros; the number was kept. Compare it with the register.");

    public static readonly IssueRule InnCheckDigit = Warning(
        "inn-check-digit",
        "Поле «{0}», колонка {1}: у ИНН не сходится контрольная цифра, или это заглушка вроде нулей; номер оставлен. Сверьте его с выпиской.",
        "Field '{0}', column {1}: the check digit of the ИНН is wrong, or it is a placeholder such as zeros; the number was kept. Compare it with the register.");

    public static readonly IssueRule OgrnRepeated = Warning(
        "ogrn-repeated",
        "Тот же ОГРН стоит и в другой строке выше; записи не объединены. Сверьте номер: у организаций он не повторяется.",
        "The same ОГРН stands in another row above; the records were not joined. Check the number: organizations do not share one.");

    private static IssueRule Error(string code, string ru, string en) => new(code, IssueSeverity.Error, ru, en);

    private static IssueRule Warning(string code, string ru, string en) => new(code, IssueSeverity.Warning, ru, en);

    /// <summary>A value that cannot be taken: the field is left out, the record stays.</summary>
    private static IssueRule Invalid(string code, string ru, string en) => Warning(
        code,
        "Поле «{0}», колонка {1}: " + ru + "; поле пропущено.",
        "Field '{0}', column {1}: " + en + "; the field was left out.");
}
