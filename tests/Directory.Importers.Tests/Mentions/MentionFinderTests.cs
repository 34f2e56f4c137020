using CenterDirectory.Data.Values;

namespace CenterDirectory.Importers.Tests.Mentions;

/// <summary>Sentences with all mentions that they have, marked by hand: [words|entry].</summary>
public sealed class MentionFinderTests
{
    private static readonly InventedNames Names = new();

    [Theory]
    // Territories decline; adjectives made of them are none.
    [InlineData("Семинар прошёл в [Омске|omsk].")]
    [InlineData("Гости приехали из [Омска|omsk] и [Тюмени|tyumen].")]
    [InlineData("Жители [Омской области|omobl] получили гранты.")]
    [InlineData("Между [Омском|omsk] и Казанью ходит поезд.")]
    [InlineData("Поезд идёт через город [Тюмень|tyumen].")]
    [InlineData("Аэропорты [Больших Уков|uki], [Омска|omsk] и [Тюмени|tyumen] закрыты.")]
    [InlineData("Выставку «Россия!» продлили.")]
    [InlineData("В Омском и Тюменском районах прошли сборы.")]
    [InlineData("Омские центры обменялись опытом.")]
    [InlineData("Руководители омских НКО встретились с омичами.")]
    [InlineData("Хабаровские общественники и тюменские волонтёры.")]
    [InlineData("В [Хабаровском крае|khab] семь центров.")]
    [InlineData("Министерство [Хабаровского края|khab] объявило конкурс.")]
    [InlineData("Накануне, в [Хабаровске|khabarovsk] прошла встреча.")]
    [InlineData("В [Больших Уках|uki] откроют центр.")]
    [InlineData("В [Черлаке|cherlak] центр уже работает.")]
    [InlineData("Из [Ельца|elets] приехали пятеро.")]
    [InlineData("Опыт [Якутии|yakut] повторят.")]
    [InlineData("Стажировка пройдёт в [Республике Саха (Якутия)|yakut].")]
    [InlineData("Потому что [Якутия|yakut] – уникальный регион.")]
    [InlineData("Правительство [Татарстана|tatar] поддержало форум.")]
    [InlineData("Депутат Думы [ХМАО-Югры|hmao] открыл встречу.")]
    [InlineData("Гости из [ХМАО – Югры|hmao] и [Югры|hmao].")]
    [InlineData("Пять регионов [УрФО|urfo] и весь [Уральский федеральный округ|urfo].")]
    [InlineData("Президент [Российской Федерации|russia] подписал указ.")]
    [InlineData("По всей [России|russia] работают центры.")]
    [InlineData("В [Полтавском районе|poltavsky] назначили руководителя.")]
    [InlineData("Суд города Киева и гости из Киева.")]
    [InlineData("В [Омской области|omobl], в деревне [Киев|kiev], открыли музей.")]
    [InlineData("В [Омской области|omobl] есть свой [Киев|kiev].")]
    // One word for several.
    [InlineData("Центры из [Курганской|kurg], [Челябинской|chel] и [Тюменской областей|tyum] собрались.")]
    [InlineData("В [Хабаровском|khab] и [Приморском краях|prim] прошли сборы.")]
    [InlineData("Курганской, Челябинской и другим командам вручили призы.")]
    // Names of others.
    [InlineData("Депутат от фракции «Единая Россия» выступил.")]
    [InlineData("Газета «Новости Омска» написала об этом.")]
    [InlineData("Агентство Омск-информ сообщило подробности.")]
    [InlineData("Владимир Петров открыл семинар.")]
    [InlineData("Говорили о Владимире Петрове.")]
    [InlineData("Форум во [Владимире|vladimir] собрал двести человек.")]
    [InlineData("Новая Москва растёт.")]
    [InlineData("Конференция прошла в [Москве|moscow].")]
    [InlineData("Клуб «Якутия» выиграл матч.")]
    // Two towns of one name: the region decides, or nobody does.
    [InlineData("В Радужном созданы центры.")]
    [InlineData("В [Радужном|raduzhny-hmao] ([ХМАО|hmao]) созданы центры.")]
    [InlineData("Во [Владимирской области|vladobl], в городе [Радужный|raduzhny-vlad], открыли центр.")]
    [InlineData("Радужное настроение царило в зале.")]
    [InlineData("В Октябрьском районе прошёл субботник.")]
    [InlineData("Жители посёлка [Октябрьский|oktyabrsky] довольны.")]
    // Organizations.
    [InlineData("Программу разработал [Омский центр инноваций социальной сферы|ciss].")]
    [InlineData("Её провели [Омским центром инноваций социальной сферы|ciss] ([ЦИСС|ciss]) весной. [ЦИСС|ciss] доволен.")]
    [InlineData("Проект поддержал [Фонд президентских грантов|fpg].")]
    [InlineData("На средства [Фонда президентских грантов|fpg].")]
    [InlineData("Фонд грантов объявил конкурс.")]
    [InlineData("В [Общественной палате Хабаровского края|palata] прошёл круглый стол.")]
    [InlineData("Член Общественной палаты выступил.")]
    [InlineData("Директор [АНО «Центр информационной поддержки развития Хабаровского края «Гражданские медиа»|media] рассказала об этом.")]
    [InlineData("Сотрудники «[Гражданских медиа|media]» ведут сайт.")]
    [InlineData("Появились гражданские медиа нового поколения.")]
    [InlineData("Специалист [фонда местных сообществ «МЫ ВМЕСТЕ»|vmeste], депутат.")]
    [InlineData("Учредитель фонда «[МЫ ВМЕСТЕ|vmeste]» пояснил.")]
    [InlineData("Мы вместе пришли на семинар.")]
    [InlineData("Заместитель председателя [Курганской городской общественной организацией ветеранов (пенсионеров) войны, труда, Вооруженных Сил и правоохранительных органов|veterans].")]
    [InlineData("Глава [администрации Полтавского района|adm] назначил руководителя.")]
    [InlineData("Надежда есть всегда.")]
    [InlineData("Фонд «Надежда» помог семьям.")]
    [InlineData("В [Омской области|omobl] фонд «[Надежда|nadezhda-om]» помог семьям.")]
    [InlineData("Грант дала [Росмолодёжь|rosmol], а не министерство.")]
    [InlineData("Это наш общий дом, сказал он.")]
    [InlineData("В [Татарстане|tatar] работает [ассоциация «Наш общий дом»|nashdom].")]
    [InlineData("[Исилькульская дружина юных экологов|druzhina] признана лучшей.")]
    // Centers, networks, programs, projects, events.
    [InlineData("Руководитель [Единого ресурсного центра|erc] в [Якутии|yakut] выступила.")]
    [InlineData("В Казани открыли Единый ресурсный центр.")]
    [InlineData("В [Курганской области|kurg] тоже есть Единый ресурсный центр, ЕРЦ.")]
    [InlineData("Стажировка на базе [ЕРЦ Якутии|erc].")]
    [InlineData("В ресурсном центре провели семинар для НКО.")]
    [InlineData("[Исилькульский ресурсный центр|isilkul] объединит усилия.")]
    [InlineData("Состоялась встреча [Уральской сети ресурсных центров|set].")]
    [InlineData("Итоги программы «[Уральская сеть ресурсных центров для развития и поддержки СО НКО|program]».")]
    [InlineData("Второй год действует «[Школа социальных инноваций|school]».")]
    [InlineData("Новая школа социальных инноваций откроется.")]
    [InlineData("Проект «[Эстафета социальных инноваций|estafeta]» завершён.")]
    [InlineData("Прошёл «Семинар для НКО».")]
    [InlineData("Конференция «[Роль НКО и местных сообществ в развитии территорий Челябинской области и Якутии|forum]» завершилась.")]
    // People.
    [InlineData("Постановление подписала [Наталья Гулина|gulina].")]
    [InlineData("Слово дали [Наталье Гулиной|gulina]. – Да, – сказала [Гулина|gulina].")]
    [InlineData("[Наталья Анатольевна Гулина|gulina] открыла центр, а закрыла его [Наталья Анатольевна|gulina].")]
    [InlineData("[Гулина Наталья|gulina] пришла; приз у [Гулиной Н. А|gulina].")]
    [InlineData("Сначала [Наталья Гулина|gulina], потом [Н. Гулина|gulina] и М. Гулина.")]
    [InlineData("Гулина выступила первой.")]
    [InlineData("Наталья Анатольевна выступила первой.")]
    [InlineData("Елена Гулина – однофамилица.")]
    [InlineData("[Наталья Гулина|gulina] и её сестра Мария Гулина.")]
    [InlineData("Призналась [Е. Мазанова|mazanova], заместитель председателя.")]
    [InlineData("Призналась М. Мазанова, заместитель председателя.")]
    [InlineData("Фонд учреждён [Алексеем Андреевым|andreev].")]
    [InlineData("Рассказала [Ольга Вешникова|veshnikova]. «Логично», – отметила [Вешникова|veshnikova].")]
    [InlineData("Выступил Павел Иванов.")]
    [InlineData("Выступил [Павел Иванов|ivanov-om] из [ЦИСС|ciss] ([Омск|omsk]).")]
    public void Finds_what_is_marked_and_nothing_else(string marked)
    {
        var text = MarkedText.Parse(marked).Text;

        Assert.Equal(marked, Names.Mark(text));
    }

    [Fact]
    public void A_stated_territory_decides_between_namesakes() =>
        Assert.Equal("В [Радужном|raduzhny-vlad] созданы центры.", Names.Mark("В Радужном созданы центры.", about: "vladobl"));

    [Fact]
    public void Offsets_count_UTF16_units()
    {
        const string Text = "🎉🎉 В Омске праздник.";

        var mention = Assert.Single(Names.Find(Text));

        Assert.Equal("Омске", Text.Substring(mention.Start, mention.Length));
    }

    [Fact]
    public void The_order_of_the_names_does_not_matter()
    {
        const string Text = "В Омской области фонд «Надежда» и ЦИСС, в Радужном (ХМАО) Павел Иванов из Общественной палаты Хабаровского края.";
        var expected = Names.Mark(Text);

        foreach (var seed in Enumerable.Range(0, 5))
        {
            var shuffled = Names.Entries.ToArray();
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(expected, Names.Mark(Text, inOrder: shuffled));
        }
    }

    [Fact]
    public void The_surer_the_words_the_higher_the_confidence()
    {
        double Of(string text) => Names.Find(text).First(mention => mention.Target.Type == EntryType.Organization).Confidence;

        Assert.True(Of("Омский центр инноваций социальной сферы в Омске.") > Of("Собрались в Омске: ЦИСС и гости."));
        Assert.True(Of("Собрались в Омске: ЦИСС и гости.") > Of("Собрались ЦИСС и гости."));
    }
}
