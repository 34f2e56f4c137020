using System.Text.Json;
using CenterDirectory.Data.Entities;
using CenterDirectory.Importers.Formats.Articles;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Mapping;

/// <summary>The text of a news item, whatever the format it comes in: without the headline above it and what the site put around it.</summary>
internal sealed class ArticleField(CompiledField text, ValueField? title) : CompiledField(text.Field)
{
    private Article? article;

    public override bool IsConstant => false;

    public override string Columns => text.Columns;

    /// <summary>Credit of the picture, if the text told it.</summary>
    public string? PhotoCredit => article?.PhotoCredit;

    /// <summary>Puts it, and the credit of the picture, in place of the fields of a table of news.</summary>
    public static CompiledField[] Bind(CompiledField[] fields, RecordSchema schema)
    {
        const string Text = "text";
        const string Credit = "photoCredit";
        if (schema.Kind != nameof(NewsItem) || Array.Find(fields, field => field.Field.Name == Text) is not { } text)
        {
            return fields;
        }

        var article = new ArticleField(text, fields.OfType<ValueField>().FirstOrDefault(field => field.Field.Name == "title")) { Missing = text.Missing };
        var credit = Array.Find(fields, field => field.Field.Name == Credit);
        var found = new PhotoCreditField(schema.Fields.First(field => field.Name == Credit), credit, article) { Missing = text.Missing };
        var byName = fields.ToDictionary(field => field.Field.Name, StringComparer.Ordinal);
        (byName[Text], byName[Credit]) = (article, found);
        return [.. schema.Fields.Where(field => byName.ContainsKey(field.Name)).Select(field => byName[field.Name])];
    }

    protected override bool EvaluateCore(RowContext row)
    {
        article = text.Evaluate(row) && (text as ValueField)?.Value is { } value ? Article.Of(value, title?.Value) : null;
        return article?.Text is not null;
    }

    protected override void WriteCore(Utf8JsonWriter writer, RowContext row) => writer.WriteStringValue(article!.Text);
}

/// <summary>The credit of a picture: as the source states it, else as the text told it.</summary>
internal sealed class PhotoCreditField(RecordField field, CompiledField? stated, ArticleField article) : CompiledField(field)
{
    public override bool IsConstant => false;

    public override string Columns => stated?.Columns ?? article.Columns;

    protected override bool EvaluateCore(RowContext row) => stated?.Evaluate(row) == true || article.PhotoCredit is not null;

    protected override void WriteCore(Utf8JsonWriter writer, RowContext row)
    {
        if (stated is ValueField { HasValue: true, Value: { } value })
        {
            writer.WriteStringValue(value);
        }
        else
        {
            writer.WriteStringValue(article.PhotoCredit);
        }
    }
}
