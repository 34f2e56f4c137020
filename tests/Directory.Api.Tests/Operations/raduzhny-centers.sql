-- 1
SELECT "c0"."ActivityAreas", "c0"."Audiences", "c0"."DisplayName", "c0"."DisplayNameFolded", "c0"."Goals", "c0"."HostUnit", "c0"."Id", "c0"."Level", "c0"."Name", "c0"."Slug", "c0"."Specializations", "c0"."Status", "c0"."SupportKinds", "c0"."TerritoryText", "l"."Id" IS NULL, "l"."Kind", "l"."Number", "l"."SignedBy", "l"."SignedOn", "l"."Title", "l"."Url", "o"."Id" IS NULL, "o"."Name", "o0"."Id" IS NULL, "o0"."Name", "t"."Id" IS NULL, "t"."Name"
FROM (
    SELECT "c"."Id", "c"."ActivityAreas", "c"."Audiences", "c"."DisplayName", "c"."DisplayNameFolded", "c"."FoundingActId", "c"."Goals", "c"."HostUnit", "c"."Level", "c"."Name", "c"."OperatorId", "c"."Slug", "c"."Specializations", "c"."Status", "c"."SupportKinds", "c"."TerritoryId", "c"."TerritoryText"
    FROM "Centers" AS "c"
    WHERE instr("fold"("c"."TerritoryText"), @Value) > 0
    ORDER BY "c"."DisplayNameFolded", "c"."Id"
    LIMIT @Value1
) AS "c0"
LEFT JOIN "LegalActs" AS "l" ON "c0"."FoundingActId" = "l"."Id"
LEFT JOIN "Organizations" AS "o" ON "l"."IssuerId" = "o"."Id"
LEFT JOIN "Organizations" AS "o0" ON "c0"."OperatorId" = "o0"."Id"
LEFT JOIN "Territories" AS "t" ON "c0"."TerritoryId" = "t"."Id"
ORDER BY "c0"."DisplayNameFolded", "c0"."Id"

-- 2
SELECT COUNT(*)
FROM "Centers" AS "c"
WHERE instr("fold"("c"."TerritoryText"), @Value) > 0

-- 3
SELECT "c"."Id" AS "Key", "s1"."Audiences", "s1"."Description", "s1"."DisplayNameFolded", "s1"."Eligibility", "s1"."Fee", "s1"."Id", "s1"."Name", "s1"."Status", "s1"."SupportKinds"
FROM "Centers" AS "c"
INNER JOIN (
    SELECT "s0"."Id", "s0"."Audiences", "s0"."CenterId", "s0"."Description", "s0"."DisplayNameFolded", "s0"."Eligibility", "s0"."Fee", "s0"."Name", "s0"."Status", "s0"."SupportKinds"
    FROM (
        SELECT "s"."Id", "s"."Audiences", "s"."CenterId", "s"."Description", "s"."DisplayNameFolded", "s"."Eligibility", "s"."Fee", "s"."Name", "s"."Status", "s"."SupportKinds", ROW_NUMBER() OVER(PARTITION BY "s"."CenterId" ORDER BY "s"."DisplayNameFolded", "s"."Id") AS "row"
        FROM "Services" AS "s"
        WHERE "s"."CenterId" IN (@p01, @p02)
    ) AS "s0"
    WHERE "s0"."row" <= @p1
) AS "s1" ON "c"."Id" = "s1"."CenterId"
WHERE "c"."Id" IN (@p01, @p02)
ORDER BY "c"."Id", "s1"."DisplayNameFolded", "s1"."Id"

