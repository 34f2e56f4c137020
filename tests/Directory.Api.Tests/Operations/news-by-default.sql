-- 1
SELECT "n0"."Author", "n0"."Id", "n0"."PhotoCredit", "n0"."PublishedOn", "n0"."PublishedOnEarliest", "n0"."Publisher", "n0"."Summary", "n0"."Title", "t"."Id", "t"."Name"
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
SELECT "n"."Id", "e"."DateEarliest", "e"."Id", "e"."Title"
FROM "News" AS "n"
CROSS JOIN "Events" AS "e"
WHERE "n"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
) AND "e"."Id" IN (
    SELECT "e0"."Id"
    FROM "NewsEvents" AS "n0"
    INNER JOIN "News" AS "n1" ON "n0"."NewsId" = "n1"."Id"
    INNER JOIN "Events" AS "e0" ON "n0"."EventId" = "e0"."Id"
    WHERE "n"."Id" = "n0"."NewsId" AND NOT EXISTS (
        SELECT 1
        FROM "NewsEvents" AS "n2"
        WHERE "n1"."Id" = "n2"."NewsId" AND "n2"."EventId" = "n0"."EventId" AND "n2"."Id" < "n0"."Id")
    ORDER BY CASE
        WHEN "e0"."DateEarliest" IS NULL THEN 1
        ELSE 0
    END, "e0"."DateEarliest", "e0"."Id"
    LIMIT @p1
)
ORDER BY "n"."Id", CASE
    WHEN "e"."DateEarliest" IS NULL THEN 1
    ELSE 0
END, "e"."DateEarliest", "e"."Id"

-- 3
SELECT "n"."Id", "c"."DisplayName", "c"."DisplayNameFolded", "c"."Id"
FROM "News" AS "n"
CROSS JOIN "Centers" AS "c"
WHERE "n"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
) AND "c"."Id" IN (
    SELECT "c1"."Id"
    FROM "CenterNews" AS "c0"
    INNER JOIN "Centers" AS "c1" ON "c0"."CenterId" = "c1"."Id"
    WHERE "n"."Id" = "c0"."NewsId"
    ORDER BY "c1"."DisplayNameFolded", "c1"."Id"
    LIMIT @p1
)
ORDER BY "n"."Id", "c"."DisplayNameFolded", "c"."Id"

