namespace CenterDirectory.Data.Postgres;

/// <summary>Functions that statements for both databases use.</summary>
internal static class PostgresFunctions
{
    /// <summary>
    /// <c>texts_of</c> makes a list column of a JSON list; <c>julianday</c> is what SQLite calls by that name, for days.
    /// </summary>
    public const string Create =
        """
        CREATE FUNCTION texts_of(list text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
            SELECT ARRAY(SELECT value FROM json_array_elements_text(CAST(list AS json)) WITH ORDINALITY AS item(value, place) ORDER BY place)
        $$;
        CREATE FUNCTION julianday(day date) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
            SELECT (day - DATE '1900-01-01') + 2415020.5::double precision
        $$;
        """;
}

/// <summary>The tables of the index of search.</summary>
internal static class PostgresSearchTables
{
    public const string Create =
        """
        CREATE TABLE "SearchTerms" ("Position" bigint NOT NULL CONSTRAINT "PK_SearchTerms" PRIMARY KEY, "Terms" tsvector NOT NULL);
        CREATE INDEX "RX_SearchTerms_Terms" ON "SearchTerms" USING gin ("Terms");
        """;
}

/// <summary>
/// Triggers that note which mentions come and go, for an import that listens: it has made a temporary table of that name. SQLite has triggers that are
/// temporary themselves; here making one would keep other writers of the table waiting.
/// </summary>
internal static class PostgresMentionMoves
{
    public static readonly string Create =
        """
        CREATE FUNCTION note_mention_move() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF to_regclass('pg_temp.mention_moves') IS NULL THEN
                RETURN NULL;
            END IF;
            IF TG_TABLE_NAME = 'Mentions' THEN
                INSERT INTO pg_temp.mention_moves VALUES ('Mention', 0, CASE TG_OP WHEN 'INSERT' THEN NEW."NewsId" ELSE OLD."NewsId" END, 1);
            ELSIF TG_TABLE_NAME = 'CenterNews' AND TG_OP = 'INSERT' THEN
                INSERT INTO pg_temp.mention_moves VALUES ('Center', NEW."CenterId", NEW."NewsId", 1);
            ELSIF TG_TABLE_NAME = 'CenterNews' THEN
                INSERT INTO pg_temp.mention_moves VALUES ('Center', OLD."CenterId", OLD."NewsId", -1);
            ELSIF TG_OP = 'INSERT' THEN
                INSERT INTO pg_temp.mention_moves VALUES ('Organization', NEW."OrganizationId", NEW."NewsId", 1);
            ELSE
                INSERT INTO pg_temp.mention_moves VALUES ('Organization', OLD."OrganizationId", OLD."NewsId", -1);
            END IF;
            RETURN NULL;
        END $$;

        """ + string.Join('\n', new[] { "Mentions", "CenterNews", "OrganizationNews" }.Select(table =>
            $"""CREATE TRIGGER "{table}_Noted" AFTER INSERT OR DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION note_mention_move();"""));
}
