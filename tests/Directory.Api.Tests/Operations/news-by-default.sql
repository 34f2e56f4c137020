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
    LIMIT @Value
) AS "n0"
LEFT JOIN "Territories" AS "t" ON "n0"."TerritoryId" = "t"."Id"
ORDER BY "n0"."c", "n0"."PublishedOnEarliest" DESC, "n0"."Id"

