-- 1
SELECT "n0"."Description", "n0"."Id", "n0"."Name", "o"."Id" IS NULL, "o"."Name"
FROM (
    SELECT "n"."Id", "n"."CoordinatorId", "n"."Description", "n"."Name"
    FROM "Networks" AS "n"
    WHERE "n"."Slug" = @p0
    ORDER BY "n"."Id"
    LIMIT 1
) AS "n0"
LEFT JOIN "Organizations" AS "o" ON "n0"."CoordinatorId" = "o"."Id"
ORDER BY "n0"."Id"

-- 2
SELECT "n"."Id" AS "Key", "t0"."Code", "t0"."Id", "t0"."Name"
FROM "Networks" AS "n"
INNER JOIN (
    SELECT "s"."NetworkId", "s"."TerritoryId"
    FROM (
        SELECT "n0"."NetworkId", "n0"."TerritoryId", ROW_NUMBER() OVER(PARTITION BY "n0"."NetworkId" ORDER BY CASE
            WHEN "t"."Code" IS NULL THEN 1
            ELSE 0
        END, "t"."Code", "t"."Id") AS "row"
        FROM "NetworkTerritories" AS "n0"
        INNER JOIN "Territories" AS "t" ON "n0"."TerritoryId" = "t"."Id"
        WHERE "n0"."NetworkId" IN (
            SELECT "p0"."value"
            FROM json_each(@p0) AS "p0"
        )
    ) AS "s"
    WHERE "s"."row" <= @p1
) AS "s0" ON "n"."Id" = "s0"."NetworkId"
INNER JOIN "Territories" AS "t0" ON "s0"."TerritoryId" = "t0"."Id"
WHERE "n"."Id" IN (
    SELECT "p"."value"
    FROM json_each(@p0) AS "p"
)
ORDER BY "n"."Id", CASE
    WHEN "t0"."Code" IS NULL THEN 1
    ELSE 0
END, "t0"."Code", "t0"."Id"

-- 3
SELECT "n"."Id", "s0"."Id", "s0"."Role", "s0"."Since", "c0"."DisplayName", "c0"."Id", "c0"."Level", "c0"."Name", "t0"."Id" IS NULL, "t0"."Code", "t0"."Name", "t1"."Id" IS NULL, "t1"."Name"
FROM "Networks" AS "n"
INNER JOIN (
    SELECT "s"."Id", "s"."CenterId", "s"."NetworkId", "s"."Role", "s"."Since"
    FROM (
        SELECT "n0"."Id", "n0"."CenterId", "n0"."NetworkId", "n0"."Role", "n0"."Since", ROW_NUMBER() OVER(PARTITION BY "n0"."NetworkId" ORDER BY CASE
            WHEN "t"."Code" IS NULL THEN 1
            ELSE 0
        END, "t"."Code", "n0"."Id") AS "row"
        FROM "NetworkMembers" AS "n0"
        INNER JOIN "Centers" AS "c" ON "n0"."CenterId" = "c"."Id"
        LEFT JOIN "Territories" AS "t" ON "c"."TerritoryId" = "t"."Id"
        WHERE "n0"."NetworkId" IN (
            SELECT "p0"."value"
            FROM json_each(@p0) AS "p0"
        )
    ) AS "s"
    WHERE "s"."row" <= @p1
) AS "s0" ON "n"."Id" = "s0"."NetworkId"
INNER JOIN "Centers" AS "c0" ON "s0"."CenterId" = "c0"."Id"
LEFT JOIN "Territories" AS "t0" ON "c0"."TerritoryId" = "t0"."Id"
LEFT JOIN "Territories" AS "t1" ON "t0"."ParentId" = "t1"."Id"
WHERE "n"."Id" IN (
    SELECT "p"."value"
    FROM json_each(@p0) AS "p"
)
ORDER BY "n"."Id", CASE
    WHEN "t0"."Code" IS NULL THEN 1
    ELSE 0
END, "t0"."Code", "s0"."Id"

-- 4
SELECT "n"."Id" AS "Key", (
    SELECT COUNT(*)
    FROM "NetworkMembers" AS "n0"
    WHERE "n"."Id" = "n0"."NetworkId") AS "Count"
FROM "Networks" AS "n"
WHERE "n"."Id" IN (
    SELECT "p"."value"
    FROM json_each(@p0) AS "p"
)

-- 5
SELECT "c"."Id" AS "Key", "t0"."Code", "t0"."Id"
FROM "Centers" AS "c"
INNER JOIN (
    SELECT "s"."CenterId", "s"."TerritoryId"
    FROM (
        SELECT "c0"."CenterId", "c0"."TerritoryId", ROW_NUMBER() OVER(PARTITION BY "c0"."CenterId" ORDER BY CASE
            WHEN "t"."Code" IS NULL THEN 1
            ELSE 0
        END, "t"."Code", "t"."Id") AS "row"
        FROM "CenterServiceAreas" AS "c0"
        INNER JOIN "Territories" AS "t" ON "c0"."TerritoryId" = "t"."Id"
        WHERE "c0"."CenterId" IN (
            SELECT "p0"."value"
            FROM json_each(@p0) AS "p0"
        )
    ) AS "s"
    WHERE "s"."row" <= @p1
) AS "s0" ON "c"."Id" = "s0"."CenterId"
INNER JOIN "Territories" AS "t0" ON "s0"."TerritoryId" = "t0"."Id"
WHERE "c"."Id" IN (
    SELECT "p"."value"
    FROM json_each(@p0) AS "p"
)
ORDER BY "c"."Id", CASE
    WHEN "t0"."Code" IS NULL THEN 1
    ELSE 0
END, "t0"."Code", "t0"."Id"

