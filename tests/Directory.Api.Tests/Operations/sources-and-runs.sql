-- 1
SELECT "s0"."ConsecutiveFailures", "s0"."Format", "s0"."Id", "s0"."Key", "s0"."LastSuccessAt", "s0"."Licence", "s0"."Priority", "s0"."Publisher", "s0"."RecordCount", "s0"."Title", "t"."Id" IS NULL, "t"."Name"
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
LIMIT 1

-- 3
SELECT "r0"."CommittedAt", "r0"."Number", "i"."Id" IS NULL, "s"."Key"
FROM (
    SELECT "r"."Number", "r"."CommittedAt", "r"."RunId"
    FROM "Revisions" AS "r"
    ORDER BY "r"."Number" DESC
    LIMIT 1
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
FROM "ImportRuns" AS "i"
WHERE "i"."Warnings" > @p0

-- 6
SELECT "s"."Id", "i1"."Added", "i1"."Changed", "i1"."Errors", "i1"."FinishedAt", "i1"."Id", "i1"."Read", "i1"."ReasonEn", "i1"."ReasonRu", "i1"."Retired", "i1"."StartedAt", "i1"."Status", "i1"."Unchanged", "i1"."Warnings", "r"."Number" IS NULL, "r"."ChangeCount", "r"."CommittedAt", "r"."Number"
FROM "Sources" AS "s"
INNER JOIN (
    SELECT "i0"."Id", "i0"."Added", "i0"."Changed", "i0"."Errors", "i0"."FinishedAt", "i0"."Read", "i0"."ReasonEn", "i0"."ReasonRu", "i0"."Retired", "i0"."SourceId", "i0"."StartedAt", "i0"."Status", "i0"."Unchanged", "i0"."Warnings"
    FROM (
        SELECT "i"."Id", "i"."Added", "i"."Changed", "i"."Errors", "i"."FinishedAt", "i"."Read", "i"."ReasonEn", "i"."ReasonRu", "i"."Retired", "i"."SourceId", "i"."StartedAt", "i"."Status", "i"."Unchanged", "i"."Warnings", ROW_NUMBER() OVER(PARTITION BY "i"."SourceId" ORDER BY "i"."StartedAt" DESC, "i"."Id") AS "row"
        FROM "ImportRuns" AS "i"
        WHERE "i"."SourceId" IN (
            SELECT "p0"."value"
            FROM json_each(@p0) AS "p0"
        )
    ) AS "i0"
    WHERE "i0"."row" <= @p1
) AS "i1" ON "s"."Id" = "i1"."SourceId"
LEFT JOIN "Revisions" AS "r" ON "i1"."Id" = "r"."RunId"
WHERE "s"."Id" IN (
    SELECT "p"."value"
    FROM json_each(@p0) AS "p"
)
ORDER BY "s"."Id", "i1"."StartedAt" DESC, "i1"."Id"

-- 7
SELECT "i"."Id" AS "Key", "i2"."Code", "i2"."Field", "i2"."Id", "i2"."MessageEn", "i2"."MessageRu", "i2"."Row", "i2"."Severity"
FROM "ImportRuns" AS "i"
INNER JOIN (
    SELECT "i1"."Id", "i1"."Code", "i1"."Field", "i1"."MessageEn", "i1"."MessageRu", "i1"."Row", "i1"."RunId", "i1"."Severity"
    FROM (
        SELECT "i0"."Id", "i0"."Code", "i0"."Field", "i0"."MessageEn", "i0"."MessageRu", "i0"."Row", "i0"."RunId", "i0"."Severity", ROW_NUMBER() OVER(PARTITION BY "i0"."RunId" ORDER BY "i0"."Id") AS "row0"
        FROM "ImportIssues" AS "i0"
        WHERE "i0"."RunId" IN (
            SELECT "p0"."value"
            FROM json_each(@p0) AS "p0"
        )
    ) AS "i1"
    WHERE "i1"."row0" <= @p1
) AS "i2" ON "i"."Id" = "i2"."RunId"
WHERE "i"."Id" IN (
    SELECT "p"."value"
    FROM json_each(@p0) AS "p"
)
ORDER BY "i"."Id", "i2"."Id"

-- 8
SELECT "i"."Id" AS "Key", (
    SELECT COUNT(*)
    FROM "ImportIssues" AS "i0"
    WHERE "i"."Id" = "i0"."RunId") AS "Count"
FROM "ImportRuns" AS "i"
WHERE "i"."Id" IN (
    SELECT "p"."value"
    FROM json_each(@p0) AS "p"
)

