-- 1
SELECT "o"."Id", "o"."Name"
FROM "Organizations" AS "o"
WHERE "o"."Ogrn" = @p0
ORDER BY "o"."Id"
LIMIT @p

-- 2
SELECT "o"."Awards", "o"."Contacts", "o"."Id", "o"."Inn", "o"."Kind", "o"."Name", "o"."RegisteredOn", "o"."RegistryNumbers", "o"."Status", "o"."LegalForm_Label", "o"."LegalForm_Okopf"
FROM "Organizations" AS "o"
WHERE "o"."Ogrn" = @p0
ORDER BY "o"."Id"
LIMIT @p

-- 3
SELECT "o1"."Id", "o1"."Name", "o0"."Id", "o0"."Name"
FROM (
    SELECT "o"."Id", "o"."Name", "o"."ParentId"
    FROM "Organizations" AS "o"
    WHERE "o"."Inn" = @p0
    ORDER BY "o"."Id"
    LIMIT @p
) AS "o1"
LEFT JOIN "Organizations" AS "o0" ON "o1"."ParentId" = "o0"."Id"
ORDER BY "o1"."Id"

-- 4
SELECT "o"."Id", "o"."Name"
FROM "Organizations" AS "o"
WHERE "o"."Ogrn" = @p0
ORDER BY "o"."Id"
LIMIT @p

