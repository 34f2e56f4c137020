using CenterDirectory.Importers.Resolving.Names;

namespace CenterDirectory.Importers.Tests.Resolving;

/// <summary>What stands around a name and is no part of it.</summary>
public sealed class NameRemarksTests
{
    [Theory]
    [InlineData("Хор «Жаворонок» (грант Фонда «Берег»)", "Хор «Жаворонок»")]
    [InlineData("Хор «Жаворонок» [проект АНО «Берег»]", "Хор «Жаворонок»")]
    [InlineData("Хор «Жаворонок» – грантополучатель Фонда «Берег»", "Хор «Жаворонок»")]
    [InlineData("Хор «Жаворонок» (при поддержке Фонда «Берег»)", "Хор «Жаворонок»")]
    [InlineData("Хор «Жаворонок» (при Доме культуры)", "Хор «Жаворонок» при Доме культуры")]
    [InlineData("Заявитель: Хор «Жаворонок»", "Хор «Жаворонок»")]
    [InlineData("Победитель конкурса – Хор «Жаворонок»", "Хор «Жаворонок»")]
    [InlineData("Полное наименование: Хор «Жаворонок»", "Хор «Жаворонок»")]
    [InlineData("Х0Р «ЖАВ0Р0Н0К»", "ХОР «ЖАВОРОНОК»")]
    [InlineData("Клу6 «3аречье»", "Клу6 «Заречье»")]
    [InlineData("Клуб «До6рота»", "Клуб «Доброта»")]
    public void What_is_no_part_of_a_name_is_left_out(string text, string name) => Assert.Equal(name, NameRemarks.Without(text));

    [Theory]
    [InlineData("Фонд «Дети – программа будущего»")]
    [InlineData("Ресурсный центр: АНО «Берег»")]
    [InlineData("Организация ветеранов – жителей Тары")]
    [InlineData("Хор «Жаворонок» (Омск)")]
    [InlineData("Хор «Жаворонок» (филиал Дома культуры)")]
    [InlineData("Проект «Жаворонок» (АНО «Берег»)")]
    [InlineData("Школа № 6, клуб «60+», 3-й отряд, 30летие, 3летие")]
    [InlineData("Клуб «Жаворонок-2000» и 7Я")]
    public void The_rest_stays(string text) => Assert.Equal(text, NameRemarks.Without(text));
}
