using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace CenterDirectory.Data.Migrations;

/// <summary>
/// Writes one table of a migration in as many lines as a reviewer wants to read: columns by kind, links with their foreign key
/// and index. Names of keys and indexes are those that EF gives by convention.
/// </summary>
internal sealed class TableDraft
{
    private readonly MigrationBuilder builder;
    private readonly CreateTableOperation table;

    public TableDraft(MigrationBuilder builder, string name)
    {
        this.builder = builder;
        table = new CreateTableOperation { Name = name };
        builder.Operations.Add(table);
    }

    /// <summary>A number given by the database.</summary>
    public TableDraft Id()
    {
        Add(typeof(long), "Id", isNullable: false);
        builder.MarkIdentity(table.Columns[^1]);
        return Key("Id");
    }

    public TableDraft Key(params string[] columns)
    {
        table.PrimaryKey = new AddPrimaryKeyOperation { Name = $"PK_{table.Name}", Table = table.Name, Columns = columns };
        return this;
    }

    /// <summary>What every entry of the directory has.</summary>
    public TableDraft Entry() => Id().Text("Slug", "DisplayName", "DisplayNameFolded").Instant("CreatedAt", "UpdatedAt").OptionalInstant("VerifiedAt")
        .Index(isUnique: true, "Slug").Index("DisplayNameFolded", "Id");

    public TableDraft Text(params string[] names) => Add(typeof(string), isNullable: false, names);

    public TableDraft OptionalText(params string[] names) => Add(typeof(string), isNullable: true, names);

    public TableDraft List(params string[] names) => Add(typeof(string), isNullable: false, names, builder.ListType());

    /// <summary>A vague date and the bounds beside it.</summary>
    public TableDraft OptionalFuzzyDate(string name) => OptionalText(name).OptionalDay(name + "Earliest", name + "Latest");

    public TableDraft OptionalDay(params string[] names) => Add(typeof(DateOnly), isNullable: true, names);

    public TableDraft Day(params string[] names) => Add(typeof(DateOnly), isNullable: false, names);

    public TableDraft Instant(params string[] names) => Add(typeof(DateTime), isNullable: false, names);

    public TableDraft OptionalInstant(params string[] names) => Add(typeof(DateTime), isNullable: true, names);

    public TableDraft Whole(params string[] names) => Add(typeof(int), isNullable: false, names);

    public TableDraft OptionalWhole(params string[] names) => Add(typeof(int), isNullable: true, names);

    public TableDraft Long(params string[] names) => Add(typeof(long), isNullable: false, names);

    public TableDraft OptionalLong(params string[] names) => Add(typeof(long), isNullable: true, names);

    public TableDraft OptionalReal(params string[] names) => Add(typeof(double), isNullable: true, names);

    public TableDraft Flag(params string[] names) => Add(typeof(bool), isNullable: false, names);

    public TableDraft OptionalFlag(params string[] names) => Add(typeof(bool), isNullable: true, names);

    public TableDraft Bytes(string name) => Add(typeof(byte[]), isNullable: false, [name]);

    public TableDraft OptionalBytes(string name) => Add(typeof(byte[]), isNullable: true, [name]);

    public TableDraft Real(params string[] names) => Add(typeof(double), isNullable: false, names);

    public TableDraft Quantity(string name) => Real($"{name}_Value").Text($"{name}_Comparator").OptionalText($"{name}_Unit", $"{name}_Text");

    public TableDraft OptionalMoney(string name) => OptionalLong($"{name}_AmountMinor").OptionalText($"{name}_Currency");

    public TableDraft OptionalQuantity(string name) => OptionalReal($"{name}_Value").OptionalText($"{name}_Comparator", $"{name}_Unit", $"{name}_Text");

    public TableDraft OptionalPoint(string name) => OptionalReal($"{name}_Latitude", $"{name}_Longitude").OptionalText($"{name}_Accuracy");

    /// <summary>A link whose row stays when the target goes.</summary>
    public TableDraft OptionalLink(string column, string target, bool isUnique = false)
    {
        OptionalLong(column).Reference(column, target, "Id", ReferentialAction.SetNull);
        return Index(isUnique, column);
    }

    /// <summary>A link whose row goes with the target.</summary>
    public TableDraft Link(string column, string target, bool isIndexed = true)
    {
        Long(column).Reference(column, target, "Id", ReferentialAction.Cascade);
        return isIndexed ? Index(column) : this;
    }

    /// <summary>A link to one of several kinds: the row goes with the one that it has.</summary>
    public TableDraft LinkThatTakesAlong(string column, string target) =>
        OptionalLong(column).Reference(column, target, "Id", ReferentialAction.Cascade).Index(column);

    public TableDraft Index(params string[] columns) => Index(isUnique: false, columns);

    public TableDraft Index(bool isUnique, params string[] columns)
    {
        builder.CreateIndex($"IX_{table.Name}_{string.Join('_', columns)}", table.Name, columns, unique: isUnique);
        return this;
    }

    public TableDraft Reference(string column, string target, string targetKey, ReferentialAction onDelete)
    {
        table.ForeignKeys.Add(new AddForeignKeyOperation
        {
            Name = $"FK_{table.Name}_{target}_{column}",
            Table = table.Name,
            Columns = [column],
            PrincipalTable = target,
            PrincipalColumns = [targetKey],
            OnDelete = onDelete,
        });
        return this;
    }

    private TableDraft Add(Type type, bool isNullable, string[] names, string? columnType = null)
    {
        foreach (var name in names)
        {
            Add(type, name, isNullable, columnType);
        }

        return this;
    }

    private void Add(Type type, string name, bool isNullable, string? columnType = null) =>
        table.Columns.Add(new AddColumnOperation
        {
            Table = table.Name,
            Name = name,
            ClrType = type,
            ColumnType = columnType,
            IsNullable = isNullable,
        });
}
