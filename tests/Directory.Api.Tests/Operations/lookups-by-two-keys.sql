-- 1
SELECT "c"."Id", "c"."Name"
FROM "Centers" AS "c"
WHERE "c"."Id" = @p0
ORDER BY "c"."Id"
LIMIT @p

-- 2
SELECT "e"."Id", "e"."Title"
FROM "Events" AS "e"
WHERE "e"."Slug" = @p0 OR "e"."Id" = (
    SELECT "e0"."EntityId"
    FROM "EarlierSlugs" AS "e0"
    WHERE "e0"."EntryType" = @p1 AND "e0"."Slug" = @p2
    LIMIT 1)
ORDER BY "e"."Id"
LIMIT @p

