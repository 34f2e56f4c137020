SELECT "b"."Id", "b"."Isbn"
FROM "Books" AS "b"
WHERE (@p0 AND "b"."Isbn" = @p1) OR (@p2 AND EXISTS (
    SELECT 1
    FROM "Authors" AS "a"
    WHERE "a"."Id" = "b"."Id"))
ORDER BY "b"."Id"
LIMIT 1

SELECT "b"."Id"
FROM "Books" AS "b"
WHERE (@p0 AND "b"."Isbn" IS NULL) OR (@p2 AND EXISTS (
    SELECT 1
    FROM "Authors" AS "a"
    WHERE "a"."Id" = "b"."Id"))
ORDER BY "b"."Id"
LIMIT 1

SELECT "b"."Id"
FROM "Books" AS "b"
WHERE (@p0 AND "b"."Isbn" IS NULL) OR (@p2 AND EXISTS (
    SELECT 1
    FROM "Authors" AS "a"
    WHERE "a"."Id" = "b"."Id"))
ORDER BY "b"."Id"
LIMIT 1