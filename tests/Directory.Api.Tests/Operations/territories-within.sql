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
FROM "Territories" AS "t"
WHERE EXISTS (
    SELECT 1
    FROM "TerritoryClosures" AS "t0"
    INNER JOIN "Territories" AS "t1" ON "t0"."AncestorId" = "t1"."Id"
    WHERE "t"."Id" = "t0"."DescendantId" AND ("t1"."Code" = @p0 OR "t1"."Iso" = @p0 OR "t1"."Slug" = @p0 OR CAST("t1"."Oktmo" AS TEXT) = @p0))

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
SELECT "t1"."Id", "t1"."Name", "t0"."Id" IS NULL, "t0"."Name", "t2"."Id" IS NULL, "t2"."Name"
FROM (
    SELECT "t"."Id", "t"."Name", "t"."ParentId"
    FROM "Territories" AS "t"
    WHERE "t"."Code" = @p0 OR "t"."Iso" = @p1 OR "t"."Slug" = @p2 OR (@p3 AND "t"."Oktmo" = @p4)
    ORDER BY "t"."Id"
    LIMIT 1
) AS "t1"
LEFT JOIN "Territories" AS "t0" ON "t1"."ParentId" = "t0"."Id"
LEFT JOIN "Territories" AS "t2" ON "t0"."ParentId" = "t2"."Id"
ORDER BY "t1"."Id"

-- 7
SELECT "t"."Id" AS "Key", "s0"."DisplayName", "s0"."DisplayNameFolded", "s0"."Id"
FROM "Territories" AS "t"
INNER JOIN (
    SELECT "s"."Id", "s"."DisplayName", "s"."DisplayNameFolded", "s"."AncestorId"
    FROM (
        SELECT "c"."Id", "c"."DisplayName", "c"."DisplayNameFolded", "t0"."AncestorId", ROW_NUMBER() OVER(PARTITION BY "t0"."AncestorId" ORDER BY "c"."DisplayNameFolded", "c"."Id") AS "row"
        FROM "TerritoryClosures" AS "t0"
        INNER JOIN "Territories" AS "t1" ON "t0"."DescendantId" = "t1"."Id"
        INNER JOIN "Centers" AS "c" ON "t1"."Id" = "c"."TerritoryId"
        WHERE "t0"."AncestorId" IN (
            SELECT "p0"."value"
            FROM json_each(@p0) AS "p0"
        )
    ) AS "s"
    WHERE "s"."row" <= @p1
) AS "s0" ON "t"."Id" = "s0"."AncestorId"
WHERE "t"."Id" IN (
    SELECT "p"."value"
    FROM json_each(@p0) AS "p"
)
ORDER BY "t"."Id", "s0"."DisplayNameFolded", "s0"."Id"

