SELECT "b0"."Id", "b0"."Pages", "l"."Name"
FROM (
    SELECT "b"."Id", "b"."LibraryId", "b"."Pages"
    FROM "Books" AS "b"
    WHERE "b"."Title" = @p0
    ORDER BY "b"."Id"
    LIMIT @p
) AS "b0"
INNER JOIN "Libraries" AS "l" ON "b0"."LibraryId" = "l"."Id"
ORDER BY "b0"."Id"

SELECT "b"."Id"
FROM "Books" AS "b"
WHERE "b"."Title" = @p0
ORDER BY "b"."Id"
LIMIT @p