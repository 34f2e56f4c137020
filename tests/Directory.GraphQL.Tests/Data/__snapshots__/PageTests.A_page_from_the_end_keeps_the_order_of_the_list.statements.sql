SELECT "b"."Id", "b"."TitleFolded"
FROM "Books" AS "b"
ORDER BY "b"."TitleFolded" DESC, "b"."Id" DESC
LIMIT @p0