-- 1
SELECT "c"."Id", "c"."Name"
FROM "Centers" AS "c"
WHERE "c"."Id" = @p0
ORDER BY "c"."Id"
LIMIT @p

-- 2
SELECT "e"."Id", "e"."Title"
FROM "Events" AS "e"
WHERE "e"."Slug" = @p0
ORDER BY "e"."Id"
LIMIT @p

