-- 1
SELECT "c"."Id", "c"."Name"
FROM "Centers" AS "c"
WHERE "c"."Id" = COALESCE((
    SELECT "t"."ReplacedById"
    FROM "Tombstones" AS "t"
    WHERE "t"."ReplacedById" IS NOT NULL AND "t"."EntryType" = @p0 AND "t"."EntityId" = @p1
    ORDER BY "t"."EntityId"
    LIMIT 1), @p2)
ORDER BY "c"."Id"
LIMIT @p

-- 2
SELECT "e"."Id", "e"."Title"
FROM "Events" AS "e"
WHERE "e"."Id" = COALESCE((
    SELECT "e0"."Id"
    FROM "Events" AS "e0"
    WHERE "e0"."Slug" = @p0
    ORDER BY "e0"."Id"
    LIMIT 1), (
    SELECT "e1"."EntityId"
    FROM "EarlierSlugs" AS "e1"
    WHERE "e1"."EntryType" = @p1 AND "e1"."Slug" = @p2
    ORDER BY "e1"."EntityId"
    LIMIT 1), (
    SELECT "t"."ReplacedById"
    FROM "Tombstones" AS "t"
    WHERE "t"."EntryType" = @p3 AND "t"."Slug" = @p4 AND "t"."ReplacedById" IS NOT NULL
    ORDER BY "t"."EntityId"
    LIMIT 1))
ORDER BY "e"."Id"
LIMIT @p

