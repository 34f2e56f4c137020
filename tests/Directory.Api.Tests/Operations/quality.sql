-- 1
SELECT "c"."ConfirmedAt", "c"."Id", "c"."Slug", "c"."Quality_Completeness", "c"."Quality_MissingFields", "c"."Quality_Verification", "s"."Id", "s"."Key", "s"."LastSuccessAt"
FROM "Centers" AS "c"
LEFT JOIN "Sources" AS "s" ON "c"."VerifiedById" = "s"."Id"
WHERE "c"."Quality_Completeness" > @p0
ORDER BY "c"."Quality_Completeness" DESC, CASE
    WHEN "c"."ConfirmedAt" IS NULL AND "s"."LastSuccessAt" IS NULL THEN 1
    ELSE 0
END, COALESCE("c"."ConfirmedAt", "s"."LastSuccessAt"), "c"."Id"
LIMIT @p1

-- 2
SELECT "t"."Id", "t"."DeclaredCenters_Comparator", "t"."DeclaredCenters_Text", "t"."DeclaredCenters_Unit", "t"."DeclaredCenters_Value"
FROM "Territories" AS "t"
WHERE "t"."Code" = @key OR "t"."Iso" = @key OR "t"."Id" IN (
    SELECT "t0"."Id"
    FROM "Territories" AS "t0"
    WHERE "t0"."Id" = COALESCE((
        SELECT "t1"."Id"
        FROM "Territories" AS "t1"
        WHERE "t1"."Slug" = @slug
        ORDER BY "t1"."Id"
        LIMIT 1), (
        SELECT "e"."EntityId"
        FROM "EarlierSlugs" AS "e"
        WHERE "e"."EntryType" = @type AND "e"."Slug" = @slug
        ORDER BY "e"."EntityId"
        LIMIT 1), (
        SELECT "t2"."ReplacedById"
        FROM "Tombstones" AS "t2"
        WHERE "t2"."EntryType" = @type AND "t2"."Slug" = @slug AND "t2"."ReplacedById" IS NOT NULL
        ORDER BY "t2"."EntityId"
        LIMIT 1))
)
ORDER BY "t"."Id"
LIMIT 1

-- 3
SELECT COUNT(*)
FROM (
SELECT "c"."Id"
FROM "Centers" AS "c"
LEFT JOIN "Sources" AS "s" ON "c"."VerifiedById" = "s"."Id"
WHERE "c"."ConfirmedAt" IS NULL AND "s"."LastSuccessAt" IS NULL
) AS "counted"

-- 4
SELECT COUNT(*)
FROM (
SELECT "c"."Id"
FROM "Centers" AS "c"
LEFT JOIN "Sources" AS "s" ON "c"."VerifiedById" = "s"."Id"
WHERE "c"."ConfirmedAt" IS NOT NULL OR "s"."LastSuccessAt" IS NOT NULL
) AS "counted"

-- 5
SELECT "c"."ConfirmedAt", "c"."DisplayName", "c"."DisplayNameFolded", "c"."Id", "s"."Id", "s"."LastSuccessAt"
FROM "Centers" AS "c"
LEFT JOIN "Territories" AS "t" ON "c"."TerritoryId" = "t"."Id"
LEFT JOIN "Sources" AS "s" ON "c"."VerifiedById" = "s"."Id"
WHERE EXISTS (
    SELECT 1
    FROM "TerritoryClosures" AS "t0"
    WHERE "t"."Id" IS NOT NULL AND "t"."Id" = "t0"."DescendantId" AND "t0"."AncestorId" = @p0) AND "c"."Status" = 'Active' AND (("c"."ConfirmedAt" IS NULL AND "s"."LastSuccessAt" IS NULL) OR COALESCE("c"."ConfirmedAt", "s"."LastSuccessAt") < @p1)
ORDER BY "c"."DisplayNameFolded", "c"."Id"
LIMIT @p2

-- 6
SELECT COUNT(*)
FROM (
SELECT "c"."Id"
FROM "Centers" AS "c"
LEFT JOIN "Territories" AS "t" ON "c"."TerritoryId" = "t"."Id"
LEFT JOIN "Sources" AS "s" ON "c"."VerifiedById" = "s"."Id"
WHERE EXISTS (
    SELECT 1
    FROM "TerritoryClosures" AS "t0"
    WHERE "t"."Id" IS NOT NULL AND "t"."Id" = "t0"."DescendantId" AND "t0"."AncestorId" = @p0) AND "c"."Status" = 'Active' AND (("c"."ConfirmedAt" IS NULL AND "s"."LastSuccessAt" IS NULL) OR COALESCE("c"."ConfirmedAt", "s"."LastSuccessAt") < @p1)
) AS "counted"

-- 7
SELECT "s"."EntityId", "s"."SourceId", "s"."ExternalId", "s"."RecordUrl", "s"."ChangedAt", "s"."MissingRuns", COALESCE("s"."AsOf", "s0"."AsOf") AS "AsOf", "s0"."Key", "s0"."Priority", "s0"."LastSuccessAt", '{}' AS "Payload"
FROM "SourceRecords" AS "s"
INNER JOIN "Sources" AS "s0" ON "s"."SourceId" = "s0"."Id"
WHERE "s"."Kind" = @kind AND "s"."EntityId" IN (
    SELECT "i"."value"
    FROM json_each(@ids) AS "i"
) AND "s"."RetiredAt" IS NULL

-- 8
SELECT "s"."Id", "s"."Key"
FROM "Sources" AS "s"
WHERE "s"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
)

