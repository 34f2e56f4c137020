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
SELECT "t1"."Id", "t1"."Name", "t0"."Id", "t0"."Name", "t2"."Id", "t2"."Name"
FROM (
    SELECT "t"."Id", "t"."Name", "t"."ParentId"
    FROM "Territories" AS "t"
    WHERE "t"."Code" = @p0 OR "t"."Iso" = @p1 OR "t"."Slug" = @p2 OR "t"."Oktmo" = @p4
    ORDER BY "t"."Id"
    LIMIT @p
) AS "t1"
LEFT JOIN "Territories" AS "t0" ON "t1"."ParentId" = "t0"."Id"
LEFT JOIN "Territories" AS "t2" ON "t0"."ParentId" = "t2"."Id"
ORDER BY "t1"."Id"

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

