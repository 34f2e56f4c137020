using System.Globalization;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace CenterDirectory.Data.Migrations;

/// <summary>Where the two databases differ; everything else is left to EF's own choice of column types.</summary>
internal static class MigrationDialect
{
    private const string Sqlite = "Microsoft.EntityFrameworkCore.Sqlite";

    /// <summary>Type of a primitive collection: JSON text or an array of texts.</summary>
    public static string ListType(this MigrationBuilder builder) => builder.IsOnSqlite() ? "TEXT" : "text[]";

    /// <summary>Numbers the rows of a table; on SQLite without ever giving a freed number again, as tombstones rely on.</summary>
    public static void MarkIdentity(this MigrationBuilder builder, Annotatable column)
    {
        if (builder.IsOnSqlite())
        {
            column.AddAnnotation("Sqlite:Autoincrement", true);
        }
        else
        {
            column.AddAnnotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);
        }
    }

    /// <summary>Gives PostgreSQL the function that every SQLite connection brings along, see <see cref="SearchText.Fold"/>.</summary>
    public static void CreateFold(this MigrationBuilder builder)
    {
        if (builder.IsOnSqlite())
        {
            return;
        }

        builder.Sql(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            CREATE FUNCTION {SearchText.FunctionName}(input text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
                SELECT btrim(regexp_replace(translate(lower(normalize(input, NFC)), 'ё' || U&'\0301\0300', 'е'), '[^[:alnum:]]+', ' ', 'g'))
            $$;
            """));
    }

    /// <summary>
    /// An index for an order whose unknown values come last, as GraphQL sorts: the rank is written as EF writes it, or no database sees
    /// that it is the same. EF has no expressions in indexes, so the model does not know of it.
    /// </summary>
    public static void CreateRankedIndex(this MigrationBuilder builder, string table, string column, bool isDescending) => builder.Sql(
        $"""
        CREATE INDEX "RX_{table}_{column}" ON "{table}"
        ((CASE WHEN "{column}" IS NULL THEN 1 ELSE 0 END), "{column}"{(isDescending ? " DESC" : "")}, "Id")
        """);

    /// <summary>Adds a link whose row stays when the target goes to a table that is there already.</summary>
    public static void AddOptionalLink(this MigrationBuilder builder, string table, string column, string target)
    {
        if (builder.IsOnSqlite())
        {
            // EF would copy the whole table for a foreign key; SQLite takes one with its column.
            builder.Sql($"""ALTER TABLE "{table}" ADD COLUMN "{column}" INTEGER NULL CONSTRAINT "FK_{table}_{target}_{column}" REFERENCES "{target}" ("Id") ON DELETE SET NULL""");
        }
        else
        {
            builder.AddColumn<long>(column, table, nullable: true);
            builder.AddForeignKey($"FK_{table}_{target}_{column}", table, column, target, principalColumn: "Id", onDelete: ReferentialAction.SetNull);
        }

        builder.CreateIndex($"IX_{table}_{column}", table, column);
    }

    /// <summary>A number that the database computes out of other columns: SQLite adds only such as are computed when read, but keeps them in indexes.</summary>
    public static void AddComputed(this MigrationBuilder builder, string table, string column, string sql) => builder.Sql(builder.IsOnSqlite()
        ? $"""ALTER TABLE "{table}" ADD COLUMN "{column}" REAL GENERATED ALWAYS AS ({sql}) VIRTUAL"""
        : $"""ALTER TABLE "{table}" ADD COLUMN "{column}" double precision GENERATED ALWAYS AS ({sql}) STORED""");

    /// <summary>A trigger for each row: on PostgreSQL its body is a function.</summary>
    public static void CreateTrigger(this MigrationBuilder builder, string name, string moment, string table, string body)
    {
        if (builder.IsOnSqlite())
        {
            builder.Sql($"""CREATE TRIGGER "{name}" {moment} ON "{table}" BEGIN {body} END""");
            return;
        }

        builder.Sql(
            $"""
            CREATE FUNCTION "{name}"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} RETURN NULL; END $$;
            CREATE TRIGGER "{name}" {moment} ON "{table}" FOR EACH ROW EXECUTE FUNCTION "{name}"();
            """);
    }

    public static bool IsOnSqlite(this MigrationBuilder builder) => builder.ActiveProvider == Sqlite;
}
