using System.Text;
using CenterDirectory.Importers.Resolving.Trials;

namespace CenterDirectory.Importers.Tests.Resolving.Trials;

/// <summary>Whoever has labelled pairs should not have to read how their columns must be called.</summary>
public sealed class PairFileTests
{
    [Theory]
    [InlineData(".csv", "verdict,name1,ogrn1,name2,ogrn2\nsame,Дом,1,Сад,2\n")]
    [InlineData(".csv", "is_same;a_name;a_ogrn;b_name;b_ogrn\n1;Дом;1;Сад;2\n")]
    [InlineData(".tsv", "Name A\tОГРН A\tName B\tОГРН B\tmatch\nДом\t1\tСад\t2\tTrue\n")]
    [InlineData(".csv", "Название 1;ОГРН 1;Название 2;ОГРН 2;Вердикт\nДом;1;Сад;2;да\n")]
    [InlineData(".csv", "left_full_name,left_ogrn,right_full_name,right_ogrn,label\nДом,1,Сад,2,match\n")]
    [InlineData(".json", """[{"a":{"name":"Дом","ogrn":1},"b":{"name":"Сад","ogrn":"2"},"same":true}]""")]
    [InlineData(".ndjson", """{"first":{"name":"Дом","ogrn":"1"},"second":{"name":"Сад","ogrn":"2","inn":null},"expected":"same"}""")]
    public async Task Columns_are_told_by_their_names(string extension, string text)
    {
        var pair = Assert.Single(await ReadAsync(extension, text));

        Assert.True(pair.IsSame);
        Assert.Equal("""{"name":"Дом","ogrn":"1"}""", Text(pair.A));
        Assert.Equal("""{"name":"Сад","ogrn":"2"}""", Text(pair.B));
    }

    [Theory]
    [InlineData("different", false)]
    [InlineData("not the same", false)]
    [InlineData("0", false)]
    [InlineData("нет", false)]
    [InlineData("-", false)]
    [InlineData("SAME", true)]
    [InlineData("одна и та же", true)]
    [InlineData("+", true)]
    public async Task Verdicts_are_words_or_signs(string verdict, bool isSame) =>
        Assert.Equal(isSame, Assert.Single(await ReadAsync(".csv", $"verdict;name1;name2\n{verdict};а;б\n")).IsSame);

    [Fact]
    public async Task Places_and_contacts_are_fields_of_the_record()
    {
        var pair = Assert.Single(await ReadAsync(".csv", "same;name1;short_name1;region1;city1;phone1;email1;site1;name2\nyes;Дом;Д;55;Омск;+7 3812 1;a@b.ru;b.ru;Сад\n"));

        Assert.Equal(
            """{"name":"Дом","shortName":"Д","territory":"55","address":{"locality":"Омск"},"contacts":[{"kind":"Phone","value":"+7 3812 1"},{"kind":"Email","value":"a@b.ru"}],"website":"b.ru"}""",
            Text(pair.A));
    }

    [Theory]
    [InlineData("verdict;name1;name2\nmaybe;а;б\n", "maybe")]
    [InlineData("verdict;name;other\nsame;а;б\n", "two records")]
    [InlineData("verdict;name1;name2\n", "no pairs")]
    public async Task A_file_that_cannot_be_understood_is_refused_with_the_reason(string text, string reason)
    {
        var refusal = await Assert.ThrowsAsync<PairFileException>(() => ReadAsync(".csv", text));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    private static string Text(ReadOnlyMemory<byte> payload) => Encoding.UTF8.GetString(payload.Span);

    private static async Task<IReadOnlyList<LabelledPair>> ReadAsync(string extension, string text)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + extension);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        try
        {
            return await PairFile.ReadAsync(path, TestContext.Current.CancellationToken);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
