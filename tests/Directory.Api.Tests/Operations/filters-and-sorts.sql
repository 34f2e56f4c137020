-- 1
SELECT "c"."DisplayName", "c"."DisplayNameFolded", "c"."Id", "c"."SupportKinds"
FROM "Centers" AS "c"
WHERE @p0 IN (
    SELECT "s"."value"
    FROM json_each("c"."SupportKinds") AS "s"
)
ORDER BY "c"."DisplayNameFolded" DESC, "c"."Id"
LIMIT @p1

-- 2
SELECT COUNT(*)
FROM (
SELECT "c"."Id"
FROM "Centers" AS "c"
WHERE @p0 IN (
    SELECT "s"."value"
    FROM json_each("c"."SupportKinds") AS "s"
)
) AS "counted"

-- 3
SELECT "o"."DisplayNameFolded", "o"."Id", "o"."Name"
FROM "Organizations" AS "o"
WHERE instr("o"."NameFolded", @p0) > 0
ORDER BY "o"."DisplayNameFolded", "o"."Id"
LIMIT @p1

-- 4
SELECT COUNT(*)
FROM (
SELECT "e"."Id"
FROM "Events" AS "e"
) AS "counted"

-- 5
SELECT "c"."DisplayName", "c"."Id", "c"."DeclaredMembers_Comparator", "c"."DeclaredMembers_Text", "c"."DeclaredMembers_Unit", "c"."DeclaredMembers_Value"
FROM "Centers" AS "c"
WHERE "c"."DeclaredMembers_Value" >= @p0
ORDER BY "c"."DeclaredMembers_Value" DESC, "c"."Id"
LIMIT @p1

-- 6
SELECT "c"."DisplayName", "c"."DisplayNameFolded", "c"."Id"
FROM "Centers" AS "c"
WHERE EXISTS (
    SELECT 1
    FROM "Services" AS "s"
    WHERE "c"."Id" = "s"."CenterId" AND @p0 IN (
        SELECT "s0"."value"
        FROM json_each("s"."SupportKinds") AS "s0"
    ))
ORDER BY "c"."DisplayNameFolded", "c"."Id"
LIMIT @p1

-- 7
SELECT "c"."DisplayName", "c"."DisplayNameFolded", "c"."Id"
FROM "Centers" AS "c"
WHERE "c"."Slug" = @p0 OR instr("fold"("c"."HostUnit"), @p1) > 0
ORDER BY "c"."DisplayNameFolded", "c"."Id"
LIMIT @p2

-- 8
SELECT "c"."DisplayName", "c"."DisplayNameFolded", "c"."Id"
FROM "Centers" AS "c"
WHERE NOT EXISTS (
    SELECT 1
    FROM "Services" AS "s"
    WHERE "c"."Id" = "s"."CenterId" AND "s"."Fee" = @p0) AND EXISTS (
    SELECT 1
    FROM "Services" AS "s0"
    WHERE "c"."Id" = "s0"."CenterId")
ORDER BY "c"."DisplayNameFolded", "c"."Id"
LIMIT @p1

-- 9
SELECT "c"."DisplayName", "c"."DisplayNameFolded", "c"."Id", "c"."TerritoryText"
FROM "Centers" AS "c"
LEFT JOIN "Territories" AS "t" ON "c"."TerritoryId" = "t"."Id"
WHERE "t"."Kind" <> @p0 OR "t"."Kind" IS NULL
ORDER BY "c"."DisplayNameFolded", "c"."Id"
LIMIT @p1

