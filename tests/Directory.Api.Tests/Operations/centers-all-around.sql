-- 1
SELECT "c0"."DisplayName", "c0"."Id", "c0"."Slug", "l"."Id", "l"."SignedOn", "l"."Title"
FROM (
    SELECT "c"."Id", "c"."DisplayName", "c"."FoundingActId", "c"."Slug"
    FROM "Centers" AS "c"
    WHERE "c"."Slug" IN (
        SELECT "i"."value"
        FROM json_each(@p0) AS "i"
    )
    ORDER BY "c"."Slug", "c"."Id"
    LIMIT @p1
) AS "c0"
LEFT JOIN "LegalActs" AS "l" ON "c0"."FoundingActId" = "l"."Id"
ORDER BY "c0"."Slug", "c0"."Id"

-- 2
SELECT "c"."Id", "s"."DisplayNameFolded", "s"."Id", "s"."Name", "s"."Price_AmountMinor", "s"."Price_Currency"
FROM "Centers" AS "c"
CROSS JOIN "Services" AS "s"
WHERE "c"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
) AND "s"."Id" IN (
    SELECT "s0"."Id"
    FROM "Services" AS "s0"
    WHERE "c"."Id" = "s0"."CenterId"
    ORDER BY "s0"."DisplayNameFolded", "s0"."Id"
    LIMIT @p1
)
ORDER BY "c"."Id", "s"."DisplayNameFolded", "s"."Id"

-- 3
SELECT "c"."Id", "e"."DateEarliest", "e"."Id", "e"."Title", "p"."Id", "p"."Name"
FROM "Centers" AS "c"
CROSS JOIN "Events" AS "e"
LEFT JOIN "Projects" AS "p" ON "e"."ProjectId" = "p"."Id"
WHERE "c"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
) AND "e"."Id" IN (
    SELECT "e0"."EventId"
    FROM "EventCenters" AS "e0"
    WHERE "c"."Id" = "e0"."CenterId"
    ORDER BY CASE
        WHEN "e0"."EventDateEarliest" IS NULL THEN 1
        ELSE 0
    END, "e0"."EventDateEarliest", "e0"."EventId"
    LIMIT @p1
)
ORDER BY "c"."Id", CASE
    WHEN "e"."DateEarliest" IS NULL THEN 1
    ELSE 0
END, "e"."DateEarliest", "e"."Id"

-- 4
SELECT "c"."Id", "n"."Id", "n"."PublishedOnEarliest", "n"."Title"
FROM "Centers" AS "c"
CROSS JOIN "News" AS "n"
WHERE "c"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
) AND "n"."Id" IN (
    SELECT "n0"."Id"
    FROM "CenterNews" AS "c0"
    INNER JOIN "News" AS "n0" ON "c0"."NewsId" = "n0"."Id"
    WHERE "c"."Id" = "c0"."CenterId"
    ORDER BY CASE
        WHEN "n0"."PublishedOnEarliest" IS NULL THEN 1
        ELSE 0
    END, "n0"."PublishedOnEarliest" DESC, "n0"."Id"
    LIMIT @p1
)
ORDER BY "c"."Id", CASE
    WHEN "n"."PublishedOnEarliest" IS NULL THEN 1
    ELSE 0
END, "n"."PublishedOnEarliest" DESC, "n"."Id"

-- 5
SELECT "c"."Id", "p"."Id", "p"."Position", "p"."Role", "p1"."Id", "p1"."Name"
FROM "Centers" AS "c"
CROSS JOIN "PersonRoles" AS "p"
LEFT JOIN "People" AS "p1" ON "p"."PersonId" = "p1"."Id"
WHERE "c"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
) AND "p"."Id" IN (
    SELECT "p0"."Id"
    FROM "PersonRoles" AS "p0"
    WHERE "c"."Id" = "p0"."CenterId"
    ORDER BY "p0"."Id"
    LIMIT @p1
)
ORDER BY "c"."Id", "p"."Id"

-- 6
SELECT "c"."Id", "c0"."Id", "c0"."SupportKinds", "c2"."DisplayName"
FROM "Centers" AS "c"
CROSS JOIN "CenterPartners" AS "c0"
INNER JOIN "Centers" AS "c2" ON "c0"."CenterId" = "c2"."Id"
WHERE "c"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
) AND "c0"."Id" IN (
    SELECT "c1"."Id"
    FROM "CenterPartners" AS "c1"
    WHERE "c"."Id" = "c1"."SideId"
    ORDER BY "c1"."Id"
    LIMIT @p1
)
ORDER BY "c"."Id", "c0"."Id"

-- 7
SELECT "c"."Id", "c0"."Id", "c0"."Text", "o"."Name"
FROM "Centers" AS "c"
CROSS JOIN "CenterMembers" AS "c0"
INNER JOIN "Organizations" AS "o" ON "c0"."OrganizationId" = "o"."Id"
WHERE "c"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
) AND "c0"."Id" IN (
    SELECT "c1"."Id"
    FROM "CenterMembers" AS "c1"
    WHERE "c"."Id" = "c1"."CenterId"
    ORDER BY "c1"."Id"
    LIMIT @p1
)
ORDER BY "c"."Id", "c0"."Id"

-- 8
SELECT "c"."Id", "p"."DisplayNameFolded", "p"."Id", "p"."Name", "o"."Id", "o"."ShortName"
FROM "Centers" AS "c"
CROSS JOIN "Programs" AS "p"
LEFT JOIN "Organizations" AS "o" ON "p"."OperatorId" = "o"."Id"
WHERE "c"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
) AND "p"."Id" IN (
    SELECT "p1"."Id"
    FROM "ProgramCenters" AS "p0"
    INNER JOIN "Programs" AS "p1" ON "p0"."ProgramId" = "p1"."Id"
    WHERE "c"."Id" = "p0"."CenterId" AND NOT EXISTS (
        SELECT 1
        FROM "ProgramCenters" AS "p2"
        WHERE "p1"."Id" = "p2"."ProgramId" AND "p2"."CenterId" = "p0"."CenterId" AND "p2"."Id" < "p0"."Id")
    ORDER BY "p1"."DisplayNameFolded", "p1"."Id"
    LIMIT @p1
)
ORDER BY "c"."Id", "p"."DisplayNameFolded", "p"."Id"

-- 9
SELECT "c"."Id", "p"."DisplayNameFolded", "p"."Id", "p"."Name"
FROM "Centers" AS "c"
CROSS JOIN "Practices" AS "p"
WHERE "c"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
) AND "p"."Id" IN (
    SELECT "p1"."Id"
    FROM "PracticeCenters" AS "p0"
    INNER JOIN "Practices" AS "p1" ON "p0"."PracticeId" = "p1"."Id"
    WHERE "c"."Id" = "p0"."CenterId" AND NOT EXISTS (
        SELECT 1
        FROM "PracticeCenters" AS "p2"
        WHERE "p1"."Id" = "p2"."PracticeId" AND "p2"."CenterId" = "p0"."CenterId" AND "p2"."Id" < "p0"."Id")
    ORDER BY "p1"."DisplayNameFolded", "p1"."Id"
    LIMIT @p1
)
ORDER BY "c"."Id", "p"."DisplayNameFolded", "p"."Id"

