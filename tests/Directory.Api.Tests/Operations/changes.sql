-- 1
SELECT "c0"."EntityId", "c0"."Fields", "c0"."Id", "c0"."Kind", "c0"."Type", "r"."Number", "i0"."Id", "s"."Key"
FROM (
    SELECT "c"."Id", "c"."EntityId", "c"."Fields", "c"."Kind", "c"."RevisionNumber", "c"."Type"
    FROM "Changes" AS "c"
    WHERE "c"."Type" IN (
        SELECT "i"."value"
        FROM json_each(@p0) AS "i"
    )
    ORDER BY "c"."Id"
    LIMIT @p1
) AS "c0"
INNER JOIN "Revisions" AS "r" ON "c0"."RevisionNumber" = "r"."Number"
LEFT JOIN "ImportRuns" AS "i0" ON "r"."RunId" = "i0"."Id"
LEFT JOIN "Sources" AS "s" ON "i0"."SourceId" = "s"."Id"
ORDER BY "c0"."Id"

-- 2
SELECT "r"."Number"
FROM "Revisions" AS "r"
ORDER BY "r"."Number" DESC
LIMIT @p

-- 3
SELECT "r"."Number"
FROM "Revisions" AS "r"
ORDER BY "r"."Number" DESC
LIMIT @p

-- 4
SELECT "r"."Number", "c"."EntityId", "c"."Id", "c"."Type"
FROM "Revisions" AS "r"
CROSS JOIN "Changes" AS "c"
WHERE "r"."Number" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
) AND "c"."Id" IN (
    SELECT "c0"."Id"
    FROM "Changes" AS "c0"
    WHERE "r"."Number" = "c0"."RevisionNumber" AND "c0"."Type" IN (
        SELECT "i0"."value"
        FROM json_each(@p1) AS "i0"
    )
    ORDER BY "c0"."Id"
    LIMIT @p2
)
ORDER BY "r"."Number", "c"."Id"

-- 5
SELECT "c"."DisplayName", "c"."Id", "c"."Slug"
FROM "Centers" AS "c"
WHERE "c"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
)

-- 6
SELECT "c"."DisplayName", "c"."Id"
FROM "Centers" AS "c"
WHERE "c"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
)

