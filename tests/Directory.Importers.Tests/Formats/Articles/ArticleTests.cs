using CenterDirectory.Importers.Formats.Articles;

namespace CenterDirectory.Importers.Tests.Formats.Articles;

public sealed class ArticleTests
{
    private const string Body = "Ресурсный центр открылся в марте и помогает всем организациям района.\nПриём по вторникам и четвергам, запись по телефону.\nПервыми пришли ветераны и волонтёры, за ними потянулись и другие.";

    [Theory]
    [InlineData("Центр открыт", "Центр открыт\n{0}")]
    [InlineData("Центр открыт", "RSS\nПечать\n«Центр открыт»\n18 декабря, 2018\n{0}")]
    [InlineData("Центр открыт", "02.04.2019 10:15\n{0}\nСмотрите также:\nДругая новость\nИ ещё одна")]
    [InlineData("Центр открыт", "{0}\nПоделиться\nВКонтакте\nTelegram")]
    [InlineData("Центр открыт", "{0}\nВход\nВойти под профилем ВКонтакте\nГолосовать могут только зарегистрированные пользователи.\nвойти зарегистрироваться")]
    [InlineData("Центр открыт", "Мы используем файлы cookie, чтобы сайт работал лучше.\n{0}")]
    [InlineData("Центр открыт", "{0}\nТеги: НКО, центр\nПросмотров: 125\nКомментарии (0)")]
    [InlineData("Центр открыт", "<div class=\"breadcrumbs\"><a>Главная</a></div><p>{0}</p><div class='share'><div>ВК</div>Поделитесь</div>")]
    [InlineData("Центр открыт", "<form><input>Пароль</form><p>{0}</p><ul><li><a>Раз</a><li><a>Два</a><li><a>Три</a></ul>")]
    [InlineData("Центр открыт", "<aside><p>Другие новости</p></aside><p>{0}</p><!-- счётчик --><script>track()</script>")]
    public void What_the_site_put_around_an_article_goes(string title, string text) =>
        Assert.Equal(Body, Article.Of(text.Replace("{0}", text.StartsWith('<') ? Body.Replace("\n", "</p><p>") : Body, StringComparison.Ordinal), title).Text);

    [Theory]
    [InlineData("Поделиться опытом смогли все.")]
    [InlineData("Рейтинг регионов показал, кто помогает лучше.")]
    [InlineData("По теме круглого стола высказались восемь человек, и каждый предложил своё.")]
    [InlineData("Новости района читает вся область.")]
    [InlineData("Фотография в музее рассказала о многом.")]
    [InlineData("Экспозицию собрали по документам из архива.")]
    [InlineData("– Комментарии излишни, – сказал он.")]
    public void Prose_that_begins_like_boilerplate_stays(string line) => Assert.Equal(Body + "\n" + line, Article.Of(Body + "\n" + line, "Центр открыт").Text);

    [Theory]
    [InlineData("Фото: Анна Иванова", "Анна Иванова")]
    [InlineData("Фонд «Вместе» / Из личного архива", "Фонд «Вместе» / Из личного архива")]
    public void The_credit_of_the_picture_is_no_text(string line, string credit)
    {
        var article = Article.Of(line + "\n" + Body, "Центр открыт");

        Assert.Equal(credit, article.PhotoCredit);
        Assert.Equal(Body, article.Text);
    }

    [Fact]
    public void What_a_funder_demands_stays_behind_all_boilerplate()
    {
        const string Line = "Проект реализуется с использованием гранта Президента Российской Федерации.";

        Assert.Equal(Body + "\n" + Line, Article.Of($"{Body}\nСмотрите также\nДругое\n{Line}\nИ это", "Центр открыт").Text);
    }

    [Fact]
    public void A_paragraph_is_said_once() => Assert.Equal(Body, Article.Of($"{Body}\n{Body.Split('\n')[0]}", "Центр открыт").Text);

    [Fact]
    public void A_block_that_is_never_closed_does_not_swallow_the_article() =>
        Assert.Equal("Да\n" + Body, Article.Of($"<div class='social'>Да<p>{Body.Replace("\n", "</p><p>", StringComparison.Ordinal)}</p>", "Центр открыт").Text);

    [Fact]
    public void Nothing_but_boilerplate_is_no_text() => Assert.Null(Article.Of("RSS\nПечать\nВойти", "Центр открыт").Text);
}
