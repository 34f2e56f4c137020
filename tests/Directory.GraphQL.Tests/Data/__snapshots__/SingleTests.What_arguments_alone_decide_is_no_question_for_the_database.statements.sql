SELECT "b"."Id", "b"."Isbn"
FROM "Books" AS "b"
WHERE "b"."Isbn" = @p1
ORDER BY "b"."Id"
LIMIT @p

SELECT "b"."Id"
FROM "Books" AS "b"
WHERE 0
ORDER BY "b"."Id"
LIMIT @p

SELECT "b"."Id"
FROM "Books" AS "b"
WHERE EXISTS (
    SELECT 1
    FROM "Authors" AS "a"
    WHERE "a"."Id" = "b"."Id")
ORDER BY "b"."Id"
LIMIT @p