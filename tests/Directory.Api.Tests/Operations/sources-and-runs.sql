-- 1
SELECT "s0"."ConsecutiveFailures", "s0"."Format", "s0"."Id", "s0"."Key", "s0"."LastSuccessAt", "s0"."Licence", "s0"."Priority", "s0"."Publisher", "s0"."RecordCount", "s0"."Title", "t"."Id", "t"."Name"
FROM (
    SELECT "s"."Id", "s"."ConsecutiveFailures", "s"."Format", "s"."Key", "s"."LastSuccessAt", "s"."Licence", "s"."Priority", "s"."Publisher", "s"."RecordCount", "s"."TerritoryId", "s"."Title"
    FROM "Sources" AS "s"
    ORDER BY "s"."Key", "s"."Id"
    LIMIT @p0
) AS "s0"
LEFT JOIN "Territories" AS "t" ON "s0"."TerritoryId" = "t"."Id"
ORDER BY "s0"."Key", "s0"."Id"

-- 2
SELECT "s"."Id", "s"."Publisher", "s"."Url"
FROM "Sources" AS "s"
WHERE "s"."Key" = @p0
ORDER BY "s"."Id"
LIMIT @p

-- 3
SELECT "r0"."CommittedAt", "r0"."Number", "i"."Id", "s"."Key"
FROM (
    SELECT "r"."Number", "r"."CommittedAt", "r"."RunId"
    FROM "Revisions" AS "r"
    ORDER BY "r"."Number" DESC
    LIMIT @p
) AS "r0"
LEFT JOIN "ImportRuns" AS "i" ON "r0"."RunId" = "i"."Id"
LEFT JOIN "Sources" AS "s" ON "i"."SourceId" = "s"."Id"
ORDER BY "r0"."Number" DESC

-- 4
SELECT "i0"."Id", "i0"."StartedAt", "i0"."Warnings", "s"."Key"
FROM (
    SELECT "i"."Id", "i"."SourceId", "i"."StartedAt", "i"."Warnings"
    FROM "ImportRuns" AS "i"
    WHERE "i"."Warnings" > @p0
    ORDER BY "i"."StartedAt" DESC, "i"."Id"
    LIMIT @p1
) AS "i0"
INNER JOIN "Sources" AS "s" ON "i0"."SourceId" = "s"."Id"
ORDER BY "i0"."StartedAt" DESC, "i0"."Id"

-- 5
SELECT COUNT(*)
FROM (
SELECT "i"."Id"
FROM "ImportRuns" AS "i"
WHERE "i"."Warnings" > @p0
) AS "counted"

-- 6
SELECT "s"."Id", "i0"."Added", "i0"."Changed", "i0"."Errors", "i0"."FinishedAt", "i0"."Id", "i0"."Read", "i0"."ReasonEn", "i0"."ReasonRu", "i0"."Retired", "i0"."StartedAt", "i0"."Status", "i0"."Unchanged", "i0"."Warnings", "r"."Number", "r"."ChangeCount", "r"."CommittedAt"
FROM "Sources" AS "s"
CROSS JOIN "ImportRuns" AS "i0"
LEFT JOIN "Revisions" AS "r" ON "i0"."Id" = "r"."RunId"
WHERE "s"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
) AND "i0"."Id" IN (
    SELECT "i1"."Id"
    FROM "ImportRuns" AS "i1"
    WHERE "s"."Id" = "i1"."SourceId"
    ORDER BY "i1"."StartedAt" DESC, "i1"."Id"
    LIMIT @p1
)
ORDER BY "s"."Id", "i0"."StartedAt" DESC, "i0"."Id"

-- 7
SELECT "i"."Id", "i1"."Code", "i1"."Field", "i1"."Id", "i1"."MessageEn", "i1"."MessageRu", "i1"."Row", "i1"."Severity"
FROM "ImportRuns" AS "i"
CROSS JOIN "ImportIssues" AS "i1"
WHERE "i"."Id" IN (
    SELECT "i0"."value"
    FROM json_each(@p0) AS "i0"
) AND "i1"."Id" IN (
    SELECT "i2"."Id"
    FROM "ImportIssues" AS "i2"
    WHERE "i"."Id" = "i2"."RunId"
    ORDER BY "i2"."Id"
    LIMIT @p1
)
ORDER BY "i"."Id", "i1"."Id"

-- 8
SELECT "i"."Id", (
    SELECT COUNT(*)
    FROM "ImportIssues" AS "i1"
    WHERE "i"."Id" = "i1"."RunId")
FROM "ImportRuns" AS "i"
WHERE "i"."Id" IN (
    SELECT "i0"."value"
    FROM json_each(@p0) AS "i0"
)

