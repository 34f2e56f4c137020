-- 1
SELECT "t3"."ConfirmedAt", "t3"."Id", "t3"."Name", "s"."Id", "s"."LastSuccessAt"
FROM (
    SELECT "t"."Id", "t"."ConfirmedAt", "t"."Name", "t"."VerifiedById"
    FROM "Territories" AS "t"
    WHERE "t"."Code" = @p0 OR "t"."Iso" = @p1 OR "t"."Id" IN (
        SELECT "t0"."Id"
        FROM "Territories" AS "t0"
        WHERE "t0"."Id" = COALESCE((
            SELECT "t1"."Id"
            FROM "Territories" AS "t1"
            WHERE "t1"."Slug" = @p2
            ORDER BY "t1"."Id"
            LIMIT 1), (
            SELECT "e"."EntityId"
            FROM "EarlierSlugs" AS "e"
            WHERE "e"."EntryType" = @p3 AND "e"."Slug" = @p4
            ORDER BY "e"."EntityId"
            LIMIT 1), (
            SELECT "t2"."ReplacedById"
            FROM "Tombstones" AS "t2"
            WHERE "t2"."EntryType" = @p5 AND "t2"."Slug" = @p6 AND "t2"."ReplacedById" IS NOT NULL
            ORDER BY "t2"."EntityId"
            LIMIT 1))
    )
    ORDER BY "t"."Id"
    LIMIT @p
) AS "t3"
LEFT JOIN "Sources" AS "s" ON "t3"."VerifiedById" = "s"."Id"
ORDER BY "t3"."Id"

-- 2
SELECT "s"."EntityId", "s"."SourceId", "s"."ExternalId", "s"."RecordUrl", "s"."ChangedAt", "s"."MissingRuns", COALESCE("s"."AsOf", "s0"."AsOf") AS "AsOf", "s0"."Key", "s0"."Priority", "s0"."LastSuccessAt", '{}' AS "Payload"
FROM "SourceRecords" AS "s"
INNER JOIN "Sources" AS "s0" ON "s"."SourceId" = "s0"."Id"
WHERE "s"."Kind" = @kind AND "s"."EntityId" IN (
    SELECT "i"."value"
    FROM json_each(@ids) AS "i"
) AND "s"."RetiredAt" IS NULL

-- 3
SELECT "s"."Id", "s"."Key", "s"."Priority"
FROM "Sources" AS "s"
WHERE "s"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
)

-- 4
SELECT "s"."EntityId", "s"."SourceId", "s"."ExternalId", "s"."RecordUrl", "s"."ChangedAt", "s"."MissingRuns", COALESCE("s"."AsOf", "s0"."AsOf") AS "AsOf", "s0"."Key", "s0"."Priority", "s0"."LastSuccessAt", "s"."Payload"
FROM "SourceRecords" AS "s"
INNER JOIN "Sources" AS "s0" ON "s"."SourceId" = "s0"."Id"
WHERE "s"."Kind" = @kind AND "s"."EntityId" IN (
    SELECT "i"."value"
    FROM json_each(@ids) AS "i"
) AND "s"."RetiredAt" IS NULL

-- 5
SELECT "s"."Id", "s"."Key"
FROM "Sources" AS "s"
WHERE "s"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
)

-- 6
SELECT "t"."Id", "t"."Code", "t"."Iso", "t"."Slug", "t"."Oktmo", "t"."DisplayNameFolded"
FROM "Territories" AS "t"
WHERE "t"."Code" IN (
    SELECT "k"."value"
    FROM json_each(@keys) AS "k"
) OR "t"."Iso" IN (
    SELECT "k0"."value"
    FROM json_each(@keys) AS "k0"
) OR "t"."Slug" IN (
    SELECT "k1"."value"
    FROM json_each(@keys) AS "k1"
) OR "t"."Oktmo" IN (
    SELECT "c"."value"
    FROM json_each(@codes) AS "c"
) OR "t"."DisplayNameFolded" IN (
    SELECT "n"."value"
    FROM json_each(@names) AS "n"
)

-- 7
SELECT @Name AS "Kind", "t"."Id", "t"."DisplayName" AS "Name", "t"."NameEn"
FROM "Territories" AS "t"
WHERE "t"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@ids) AS "i"
)

-- 8
SELECT "s"."Id", "s"."Key"
FROM "Sources" AS "s"
WHERE "s"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
)

