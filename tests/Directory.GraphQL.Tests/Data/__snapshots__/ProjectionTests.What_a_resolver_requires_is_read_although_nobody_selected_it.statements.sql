SELECT "b"."Id", "b"."Pages"
FROM "Books" AS "b"
ORDER BY "b"."Id"
LIMIT @p0