-- 1
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

-- 4
SELECT "t"."Code", "t"."Id", "t"."Name"
FROM "Territories" AS "t"
WHERE "t"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
)

-- 5
SELECT COUNT(*), COUNT(CASE
    WHEN "s"."Status" = 'Active' THEN 1
END)
FROM (
    SELECT "c"."Status", 1 AS "Key"
    FROM "TerritoryClosures" AS "t"
    INNER JOIN "Territories" AS "t0" ON "t"."DescendantId" = "t0"."Id"
    INNER JOIN "Centers" AS "c" ON "t0"."Id" = "c"."TerritoryId"
    WHERE "t"."AncestorId" = @TerritoryId
) AS "s"
GROUP BY "s"."Key"
LIMIT 2

-- 6
SELECT k.value AS "Kind", COUNT(DISTINCT o."Id") AS "Count" FROM "TerritoryClosures" AS t JOIN "Centers" AS o ON o."TerritoryId" = t."DescendantId" CROSS JOIN json_each(o."SupportKinds") AS k WHERE t."AncestorId" = @p0 AND o."Status" = 'Active' GROUP BY k.value


-- 7
SELECT k.value AS "Kind", COUNT(DISTINCT o."Id") AS "Count" FROM "TerritoryClosures" AS t JOIN "Services" AS o ON o."TerritoryId" = t."DescendantId" CROSS JOIN json_each(o."SupportKinds") AS k WHERE t."AncestorId" = @p0 AND o."Status" = 'Active' GROUP BY k.value


-- 8
SELECT "t"."Code", "t"."Id", "t"."Name", "t"."NameFolded"
FROM "Territories" AS "t"
WHERE "t"."ParentId" = @p0 AND NOT EXISTS (
    SELECT 1
    FROM "TerritoryClosures" AS "t0"
    INNER JOIN "Territories" AS "t1" ON "t0"."DescendantId" = "t1"."Id"
    WHERE "t"."Id" = "t0"."AncestorId" AND EXISTS (
        SELECT 1
        FROM "Centers" AS "c"
        WHERE "t1"."Id" = "c"."TerritoryId" AND "c"."Status" = 'Active'))
ORDER BY CASE
    WHEN "t"."Code" IS NULL THEN 1
    ELSE 0
END, "t"."Code", "t"."NameFolded", "t"."Id"
LIMIT @p1

-- 9
SELECT COUNT(*)
FROM (
SELECT "t"."Id"
FROM "Territories" AS "t"
WHERE "t"."ParentId" = @p0 AND NOT EXISTS (
    SELECT 1
    FROM "TerritoryClosures" AS "t0"
    INNER JOIN "Territories" AS "t1" ON "t0"."DescendantId" = "t1"."Id"
    WHERE "t"."Id" = "t0"."AncestorId" AND EXISTS (
        SELECT 1
        FROM "Centers" AS "c"
        WHERE "t1"."Id" = "c"."TerritoryId" AND "c"."Status" = 'Active'))
ORDER BY "t"."Code", "t"."NameFolded"
) AS "counted"

-- 10
SELECT COUNT(*), COUNT(CASE
    WHEN "s"."Status" = 'Active' THEN 1
END)
FROM (
    SELECT "c"."Status", 1 AS "Key"
    FROM "TerritoryClosures" AS "t"
    INNER JOIN "Territories" AS "t0" ON "t"."DescendantId" = "t0"."Id"
    INNER JOIN "Centers" AS "c" ON "t0"."Id" = "c"."TerritoryId"
    WHERE "t"."AncestorId" = @TerritoryId
) AS "s"
GROUP BY "s"."Key"
LIMIT 2

-- 11
SELECT "t"."Code", "t"."Id", "t"."Name", "t"."NameFolded"
FROM "Territories" AS "t"
WHERE "t"."ParentId" = @p0 AND NOT EXISTS (
    SELECT 1
    FROM "TerritoryClosures" AS "t0"
    INNER JOIN "Territories" AS "t1" ON "t0"."DescendantId" = "t1"."Id"
    WHERE "t"."Id" = "t0"."AncestorId" AND EXISTS (
        SELECT 1
        FROM "Centers" AS "c"
        WHERE "t1"."Id" = "c"."TerritoryId" AND "c"."Status" = 'Active'))
ORDER BY CASE
    WHEN "t"."Code" IS NULL THEN 1
    ELSE 0
END, "t"."Code", "t"."NameFolded", "t"."Id"
LIMIT @p1

-- 12
SELECT COUNT(*)
FROM (
SELECT "t"."Id"
FROM "Territories" AS "t"
WHERE "t"."ParentId" = @p0 AND NOT EXISTS (
    SELECT 1
    FROM "TerritoryClosures" AS "t0"
    INNER JOIN "Territories" AS "t1" ON "t0"."DescendantId" = "t1"."Id"
    WHERE "t"."Id" = "t0"."AncestorId" AND EXISTS (
        SELECT 1
        FROM "Centers" AS "c"
        WHERE "t1"."Id" = "c"."TerritoryId" AND "c"."Status" = 'Active'))
ORDER BY "t"."Code", "t"."NameFolded"
) AS "counted"

-- 13
SELECT "t"."Code", "t"."Id", "t"."Name", "t"."NameFolded"
FROM "Territories" AS "t"
WHERE "t"."Id" <> @p0 AND "t"."Kind" IN (
    SELECT "i"."value"
    FROM json_each(@p1) AS "i"
) AND EXISTS (
    SELECT 1
    FROM "TerritoryClosures" AS "t0"
    WHERE "t"."Id" = "t0"."DescendantId" AND "t0"."AncestorId" = @p2) AND NOT EXISTS (
    SELECT 1
    FROM "TerritoryClosures" AS "t1"
    INNER JOIN "Territories" AS "t2" ON "t1"."DescendantId" = "t2"."Id"
    WHERE "t"."Id" = "t1"."AncestorId" AND EXISTS (
        SELECT 1
        FROM "Centers" AS "c"
        WHERE "t2"."Id" = "c"."TerritoryId" AND "c"."Status" = 'Active'))
ORDER BY CASE
    WHEN "t"."Code" IS NULL THEN 1
    ELSE 0
END, "t"."Code", "t"."NameFolded", "t"."Id"
LIMIT @p3

