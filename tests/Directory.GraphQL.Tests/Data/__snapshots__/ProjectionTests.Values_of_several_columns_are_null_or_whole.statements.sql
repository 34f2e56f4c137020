SELECT "b"."Id", "b"."Measures_Width", "b"."Measures_Height"
FROM "Books" AS "b"
ORDER BY "b"."Id"
LIMIT @p0