-- 1
SELECT "n0"."Author", "n0"."Id", "n0"."PhotoCredit", "n0"."PublishedOn", "n0"."PublishedOnEarliest", "n0"."Publisher", "n0"."Summary", "n0"."Title", "t"."Id" IS NULL, "t"."Name"
FROM (
    SELECT "n"."Id", "n"."Author", "n"."PhotoCredit", "n"."PublishedOn", "n"."PublishedOnEarliest", "n"."Publisher", "n"."Summary", "n"."TerritoryId", "n"."Title", CASE
        WHEN "n"."PublishedOnEarliest" IS NULL THEN 1
        ELSE 0
    END AS "c"
    FROM "News" AS "n"
    ORDER BY CASE
        WHEN "n"."PublishedOnEarliest" IS NULL THEN 1
        ELSE 0
    END, "n"."PublishedOnEarliest" DESC, "n"."Id"
    LIMIT @p0
) AS "n0"
LEFT JOIN "Territories" AS "t" ON "n0"."TerritoryId" = "t"."Id"
ORDER BY "n0"."c", "n0"."PublishedOnEarliest" DESC, "n0"."Id"

-- 2
SELECT "n"."Id" AS "Key", "e0"."DateEarliest", "e0"."Id", "e0"."Title"
FROM "News" AS "n"
INNER JOIN (
    SELECT "s"."EventId", "s"."NewsId"
    FROM (
        SELECT "n0"."EventId", "n0"."NewsId", ROW_NUMBER() OVER(PARTITION BY "n0"."NewsId" ORDER BY CASE
            WHEN "e"."DateEarliest" IS NULL THEN 1
            ELSE 0
        END, "e"."DateEarliest", "e"."Id") AS "row"
        FROM "NewsEvents" AS "n0"
        INNER JOIN "News" AS "n1" ON "n0"."NewsId" = "n1"."Id"
        INNER JOIN "Events" AS "e" ON "n0"."EventId" = "e"."Id"
        WHERE "n0"."NewsId" IN (
            SELECT "p0"."value"
            FROM json_each(@p0) AS "p0"
        ) AND NOT EXISTS (
            SELECT 1
            FROM "NewsEvents" AS "n2"
            WHERE "n1"."Id" = "n2"."NewsId" AND "n2"."EventId" = "n0"."EventId" AND "n2"."Id" < "n0"."Id")
    ) AS "s"
    WHERE "s"."row" <= @p1
) AS "s0" ON "n"."Id" = "s0"."NewsId"
INNER JOIN "Events" AS "e0" ON "s0"."EventId" = "e0"."Id"
WHERE "n"."Id" IN (
    SELECT "p"."value"
    FROM json_each(@p0) AS "p"
)
ORDER BY "n"."Id", CASE
    WHEN "e0"."DateEarliest" IS NULL THEN 1
    ELSE 0
END, "e0"."DateEarliest", "e0"."Id"

-- 3
SELECT "n"."Id" AS "Key", "c0"."DisplayName", "c0"."DisplayNameFolded", "c0"."Id"
FROM "News" AS "n"
INNER JOIN (
    SELECT "s"."CenterId", "s"."NewsId"
    FROM (
        SELECT "n0"."CenterId", "n0"."NewsId", ROW_NUMBER() OVER(PARTITION BY "n0"."NewsId" ORDER BY "c"."DisplayNameFolded", "c"."Id") AS "row"
        FROM "NewsCenters" AS "n0"
        INNER JOIN "News" AS "n1" ON "n0"."NewsId" = "n1"."Id"
        INNER JOIN "Centers" AS "c" ON "n0"."CenterId" = "c"."Id"
        WHERE "n0"."NewsId" IN (
            SELECT "p0"."value"
            FROM json_each(@p0) AS "p0"
        ) AND NOT EXISTS (
            SELECT 1
            FROM "NewsCenters" AS "n2"
            WHERE "n1"."Id" = "n2"."NewsId" AND "n2"."CenterId" = "n0"."CenterId" AND "n2"."Id" < "n0"."Id")
    ) AS "s"
    WHERE "s"."row" <= @p1
) AS "s0" ON "n"."Id" = "s0"."NewsId"
INNER JOIN "Centers" AS "c0" ON "s0"."CenterId" = "c0"."Id"
WHERE "n"."Id" IN (
    SELECT "p"."value"
    FROM json_each(@p0) AS "p"
)
ORDER BY "n"."Id", "c0"."DisplayNameFolded", "c0"."Id"

