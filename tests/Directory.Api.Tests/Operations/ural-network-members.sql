-- 1
SELECT "n1"."Description", "n1"."Id", "n1"."Name", "o"."Id", "o"."Name"
FROM (
    SELECT "n"."Id", "n"."CoordinatorId", "n"."Description", "n"."Name"
    FROM "Networks" AS "n"
    WHERE "n"."Id" = COALESCE((
        SELECT "n0"."Id"
        FROM "Networks" AS "n0"
        WHERE "n0"."Slug" = @p0
        ORDER BY "n0"."Id"
        LIMIT 1), (
        SELECT "e"."EntityId"
        FROM "EarlierSlugs" AS "e"
        WHERE "e"."EntryType" = @p1 AND "e"."Slug" = @p2
        ORDER BY "e"."EntityId"
        LIMIT 1), (
        SELECT "t"."ReplacedById"
        FROM "Tombstones" AS "t"
        WHERE "t"."EntryType" = @p3 AND "t"."Slug" = @p4 AND "t"."ReplacedById" IS NOT NULL
        ORDER BY "t"."EntityId"
        LIMIT 1))
    ORDER BY "n"."Id"
    LIMIT @p
) AS "n1"
LEFT JOIN "Organizations" AS "o" ON "n1"."CoordinatorId" = "o"."Id"
ORDER BY "n1"."Id"

-- 2
SELECT "n"."Id", "t"."Code", "t"."Id", "t"."Name"
FROM "Networks" AS "n"
CROSS JOIN "Territories" AS "t"
WHERE "n"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
) AND "t"."Id" IN (
    SELECT "t0"."Id"
    FROM "NetworkTerritories" AS "n0"
    INNER JOIN "Territories" AS "t0" ON "n0"."TerritoryId" = "t0"."Id"
    WHERE "n"."Id" = "n0"."NetworkId"
    ORDER BY CASE
        WHEN "t0"."Code" IS NULL THEN 1
        ELSE 0
    END, "t0"."Code", "t0"."Id"
    LIMIT @p1
)
ORDER BY "n"."Id", CASE
    WHEN "t"."Code" IS NULL THEN 1
    ELSE 0
END, "t"."Code", "t"."Id"

-- 3
SELECT "n"."Id", "n0"."Id", "n0"."Role", "n0"."Since", "c0"."DisplayName", "c0"."Id", "c0"."Level", "c0"."Name", "t0"."Id", "t0"."Code", "t0"."Name", "t1"."Id", "t1"."Name"
FROM "Networks" AS "n"
CROSS JOIN "NetworkMembers" AS "n0"
INNER JOIN "Centers" AS "c0" ON "n0"."CenterId" = "c0"."Id"
LEFT JOIN "Territories" AS "t0" ON "c0"."TerritoryId" = "t0"."Id"
LEFT JOIN "Territories" AS "t1" ON "t0"."ParentId" = "t1"."Id"
WHERE "n"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
) AND "n0"."Id" IN (
    SELECT "n1"."Id"
    FROM "NetworkMembers" AS "n1"
    INNER JOIN "Centers" AS "c" ON "n1"."CenterId" = "c"."Id"
    LEFT JOIN "Territories" AS "t" ON "c"."TerritoryId" = "t"."Id"
    WHERE "n"."Id" = "n1"."NetworkId"
    ORDER BY CASE
        WHEN "t"."Code" IS NULL THEN 1
        ELSE 0
    END, "t"."Code", "n1"."Id"
    LIMIT @p1
)
ORDER BY "n"."Id", CASE
    WHEN "t0"."Code" IS NULL THEN 1
    ELSE 0
END, "t0"."Code", "n0"."Id"

-- 4
SELECT "n"."Id", (
    SELECT COUNT(*)
    FROM "NetworkMembers" AS "n0"
    WHERE "n"."Id" = "n0"."NetworkId")
FROM "Networks" AS "n"
WHERE "n"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
)

-- 5
SELECT "c"."Id", "t"."Code", "t"."Id"
FROM "Centers" AS "c"
CROSS JOIN "Territories" AS "t"
WHERE "c"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
) AND "t"."Id" IN (
    SELECT "t0"."Id"
    FROM "CenterServiceAreas" AS "c0"
    INNER JOIN "Territories" AS "t0" ON "c0"."TerritoryId" = "t0"."Id"
    WHERE "c"."Id" = "c0"."CenterId"
    ORDER BY CASE
        WHEN "t0"."Code" IS NULL THEN 1
        ELSE 0
    END, "t0"."Code", "t0"."Id"
    LIMIT @p1
)
ORDER BY "c"."Id", CASE
    WHEN "t"."Code" IS NULL THEN 1
    ELSE 0
END, "t"."Code", "t"."Id"

