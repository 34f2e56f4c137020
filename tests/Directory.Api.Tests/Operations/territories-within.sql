-- 1
SELECT "t"."Code", "t"."Id", "t"."Iso", "t"."Kind", "t"."Name", "t"."Oktmo", "t"."TimeZone"
FROM "Territories" AS "t"
WHERE EXISTS (
    SELECT 1
    FROM "TerritoryClosures" AS "t0"
    INNER JOIN "Territories" AS "t1" ON "t0"."AncestorId" = "t1"."Id"
    WHERE "t"."Id" = "t0"."DescendantId" AND ("t1"."Code" = @p0 OR "t1"."Iso" = @p0 OR "t1"."Slug" = @p0 OR CAST("t1"."Oktmo" AS TEXT) = @p0))
ORDER BY CASE
    WHEN "t"."Code" IS NULL THEN 1
    ELSE 0
END, "t"."Code", "t"."Id"
LIMIT @p1

-- 2
SELECT COUNT(*)
FROM (
SELECT "t"."Id"
FROM "Territories" AS "t"
WHERE EXISTS (
    SELECT 1
    FROM "TerritoryClosures" AS "t0"
    INNER JOIN "Territories" AS "t1" ON "t0"."AncestorId" = "t1"."Id"
    WHERE "t"."Id" = "t0"."DescendantId" AND ("t1"."Code" = @p0 OR "t1"."Iso" = @p0 OR "t1"."Slug" = @p0 OR CAST("t1"."Oktmo" AS TEXT) = @p0))
) AS "counted"

-- 3
SELECT "t"."Code", "t"."Id", "t"."Kind", "t"."Name"
FROM "Territories" AS "t"
WHERE EXISTS (
    SELECT 1
    FROM "TerritoryClosures" AS "t0"
    INNER JOIN "Territories" AS "t1" ON "t0"."DescendantId" = "t1"."Id"
    WHERE "t"."Id" = "t0"."AncestorId" AND ("t1"."Code" = @p0 OR "t1"."Iso" = @p0 OR "t1"."Slug" = @p0 OR CAST("t1"."Oktmo" AS TEXT) = @p0))
ORDER BY CASE
    WHEN "t"."Code" IS NULL THEN 1
    ELSE 0
END, "t"."Code", "t"."Id"
LIMIT @p1

-- 4
SELECT "c"."DisplayName", "c"."DisplayNameFolded", "c"."Id"
FROM "Centers" AS "c"
LEFT JOIN "Territories" AS "t" ON "c"."TerritoryId" = "t"."Id"
WHERE "c"."Name" IS NULL AND EXISTS (
    SELECT 1
    FROM "TerritoryClosures" AS "t0"
    INNER JOIN "Territories" AS "t1" ON "t0"."AncestorId" = "t1"."Id"
    WHERE "t"."Id" IS NOT NULL AND "t"."Id" = "t0"."DescendantId" AND ("t1"."Code" = @p0 OR "t1"."Iso" = @p0 OR "t1"."Slug" = @p0 OR CAST("t1"."Oktmo" AS TEXT) = @p0))
ORDER BY "c"."DisplayNameFolded", "c"."Id"
LIMIT @p1

-- 5
SELECT "c"."DisplayName", "c"."DisplayNameFolded", "c"."Id"
FROM "Centers" AS "c"
WHERE EXISTS (
    SELECT 1
    FROM "CenterServiceAreas" AS "c0"
    INNER JOIN "Territories" AS "t" ON "c0"."TerritoryId" = "t"."Id"
    WHERE "c"."Id" = "c0"."CenterId" AND EXISTS (
        SELECT 1
        FROM "TerritoryClosures" AS "t0"
        INNER JOIN "Territories" AS "t1" ON "t0"."DescendantId" = "t1"."Id"
        WHERE "t"."Id" = "t0"."AncestorId" AND ("t1"."Code" = @p0 OR "t1"."Iso" = @p0 OR "t1"."Slug" = @p0 OR CAST("t1"."Oktmo" AS TEXT) = @p0)))
ORDER BY "c"."DisplayNameFolded", "c"."Id"
LIMIT @p1

-- 6
SELECT "t4"."Id", "t4"."Name", "t3"."Id", "t3"."Name", "t5"."Id", "t5"."Name"
FROM (
    SELECT "t"."Id", "t"."Name", "t"."ParentId"
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
    ) OR "t"."Oktmo" = @p8
    ORDER BY "t"."Id"
    LIMIT @p
) AS "t4"
LEFT JOIN "Territories" AS "t3" ON "t4"."ParentId" = "t3"."Id"
LEFT JOIN "Territories" AS "t5" ON "t3"."ParentId" = "t5"."Id"
ORDER BY "t4"."Id"

-- 7
SELECT "t"."Id", "c"."DisplayName", "c"."DisplayNameFolded", "c"."Id"
FROM "Territories" AS "t"
CROSS JOIN "Centers" AS "c"
WHERE "t"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
) AND "c"."Id" IN (
    SELECT "c0"."Id"
    FROM "TerritoryClosures" AS "t0"
    INNER JOIN "Territories" AS "t1" ON "t0"."DescendantId" = "t1"."Id"
    INNER JOIN "Centers" AS "c0" ON "t1"."Id" = "c0"."TerritoryId"
    WHERE "t"."Id" = "t0"."AncestorId"
    ORDER BY "c0"."DisplayNameFolded", "c0"."Id"
    LIMIT @p1
)
ORDER BY "t"."Id", "c"."DisplayNameFolded", "c"."Id"

