SELECT "b"."Id", "b"."Measures_Width" IS NULL, "b"."Measures_Height", "b"."Measures_Width"
FROM "Books" AS "b"
ORDER BY "b"."Id"
LIMIT @p0