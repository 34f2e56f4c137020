SELECT "b"."Id", "b"."Title", "b"."TitleFolded"
FROM "Books" AS "b"
ORDER BY "b"."TitleFolded", "b"."Id"
LIMIT @p0