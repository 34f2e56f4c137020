#!/usr/bin/env python3
"""Twenty editors write while a registry is imported: bench/drills/editors.py APP_FOLDER CSV_FOLDER WORK_FOLDER [CONNECTION_STRING]

Serves a directory with the benchmark's regions and centers, gives each editor a key, and imports 250,000 organizations in another process. Meanwhile
every editor adds services to a center, one after another; a write that is answered with something to be tried again is tried again with the same
idempotency key. Counts what was answered, and compares the services that are there in the end with those that editors were told of.
"""
import collections, http.client, json, os, pathlib, shutil, subprocess, sys, threading, time

APP, CSV, WORK = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
FEEDS = pathlib.Path(__file__).resolve().parent.parent / "feeds"
EDITORS, PORT = 20, 5399
CREATE = "mutation($input: CreateServiceInput!) { createService(input: $input) { service { id } errors { __typename ... on Error { code } } } }"


def program(*arguments):
    return [str(APP / "CenterDirectory.Api"), *arguments, "--Feeds:Paths:0", str(FEEDS), "--Importers:ArchivePath", "", "--ConnectionStrings:Directory", CONNECTION]


def run(*arguments):
    return subprocess.run(program(*arguments), capture_output=True, text=True, check=True).stdout


def ask(connection, query, variables=None, key=None):
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {key}"} if key else {})
    connection.request("POST", "/graphql", json.dumps({"query": query, "variables": variables}), headers)
    answer = connection.getresponse()
    return answer.status, json.loads(answer.read())


def edit(editor, key, center, ended, told, seen, longest):
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=120)
    number = 0
    while not ended.is_set():
        number += 1
        variables = {"input": {"centerId": center, "service": {"name": {"ru": f"Услуга {editor}-{number}"}, "supportKinds": ["TRAINING"]}, "idempotencyKey": f"{editor}-{number}"}}
        began = time.monotonic()
        while True:
            status, answer = ask(connection, CREATE, variables, key)
            payload = (answer.get("data") or {}).get("createService")
            errors = [error["code"] for error in (payload or {}).get("errors", [])] + [error.get("extensions", {}).get("code", "?") for error in answer.get("errors", [])]
            seen[(status, ",".join(errors) or "made")] += 1
            if payload and payload.get("service"):
                told.add(payload["service"]["id"])
                longest.append(time.monotonic() - began)
                break
            time.sleep(0.5)
        # A key may make sixty writes a minute.
        time.sleep(1.0)


def main():
    run("import", "bench-regions", "--from", str(CSV / "regions.csv"))
    run("import", "bench-centers", "--from", str(CSV / "centers.csv"))
    server = subprocess.Popen(program("--urls", f"http://127.0.0.1:{PORT}", "--Roles", "api", "--Logging:LogLevel:Default", "Error"))
    try:
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
        for _ in range(300):
            try:
                _, answer = ask(connection, "{ centers(first: 20) { nodes { id slug } } }")
                break
            except OSError:
                connection.close()
                time.sleep(0.1)
        centers = answer["data"]["centers"]["nodes"]
        keys = [[word for word in run("keys", "create", "--label", f"editor {place}", "--role", "editor", "--center", center["slug"]).split() if word.startswith("cd_")][0]
                for place, center in enumerate(centers)]
        ended, told, seen, longest = threading.Event(), set(), collections.Counter(), []
        editors = [threading.Thread(target=edit, args=(place, keys[place], center["id"], ended, told, seen, longest)) for place, center in enumerate(centers[:EDITORS])]
        for editor in editors:
            editor.start()
        time.sleep(2)
        began = time.monotonic()
        print(run("import", "bench-organizations", "--from", str(CSV / "organizations.csv")).splitlines()[-2].strip())
        print(f"imported in {time.monotonic() - began:.1f} s beside {EDITORS} editors")
        time.sleep(2)
        ended.set()
        for editor in editors:
            editor.join()
        for (status, outcome), count in sorted(seen.items(), key=str):
            print(f"    {count:6} × {status} {outcome}")
        _, answer = ask(http.client.HTTPConnection("127.0.0.1", PORT), "{ services { totalCount } organizations { totalCount } }")
        print(f"    told of {len(told)} services, {answer['data']['services']['totalCount']} are there, {answer['data']['organizations']['totalCount']} organizations; the slowest write took {max(longest):.1f} s")
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    CONNECTION = sys.argv[4] if len(sys.argv) > 4 else f"Data Source={WORK / 'directory.db'}"
    main()
