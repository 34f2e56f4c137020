#!/usr/bin/env python3
"""What readers feel of an import: bench/reads.py APP_FOLDER CSV_FOLDER WORK_FOLDER

Loads a directory without organizations, serves it without remembered answers, and asks it a page of centers with their services and one entry by its id,
fifty times a second over two connections: first while nothing else goes on, then while another process imports 250,000 organizations. Prints both
distributions in milliseconds, and what the import makes of the 99th percentile. An answer that is not 200 is counted.
"""
import http.client, json, os, subprocess, sys, threading, time

RATE, CONNECTIONS, QUIET = 50, 2, 20
PORT = 5330
NESTED = "{ centers(first: 20) { nodes { name territory { name } services(first: 5) { nodes { name } } } } }"
NODE = "query($id: ID!) { node(id: $id) { ... on Center { name level } } }"


class Reader(threading.Thread):
    def __init__(self, bodies, phase):
        super().__init__()
        self.bodies, self.times, self.failures, self.ended, self.phase = bodies, [], 0, False, phase

    def run(self):
        connection, turn, due = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60), 0, time.perf_counter() + self.phase
        while not self.ended:
            time.sleep(max(0, due - time.perf_counter()))
            began = time.perf_counter()
            connection.request("POST", "/graphql", self.bodies[turn % 2], {"Content-Type": "application/json"})
            answer = connection.getresponse()
            told = json.loads(answer.read())
            # From when it was due: who waits for the answer before this one waits too.
            self.times.append((time.perf_counter() - due) * 1000)
            self.failures += answer.status != 200 or "errors" in told
            turn, due = turn + 1, max(due + CONNECTIONS / RATE, began)
        connection.close()


def post(query, **variables):
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
    connection.request("POST", "/graphql", json.dumps({"query": query, "variables": variables}), {"Content-Type": "application/json"})
    return json.loads(connection.getresponse().read())["data"]


def while_(bodies, act):
    readers = [Reader(bodies, place / RATE) for place in range(CONNECTIONS)]
    for reader in readers:
        reader.start()
    act()
    for reader in readers:
        reader.ended = True
    for reader in readers:
        reader.join()
    return sorted(sum((reader.times for reader in readers), [])), sum(reader.failures for reader in readers)


def tell(name, times, failures):
    at = lambda share: times[min(len(times) - 1, int(len(times) * share))]
    print(f"{name:16} {len(times):6} answers, {failures} failed   p50 {at(0.5):7.2f}   p90 {at(0.9):7.2f}   p99 {at(0.99):7.2f}   longest {times[-1]:7.2f}", flush=True)
    return at(0.99)


def main():
    app, csv, work = (os.path.abspath(folder) for folder in sys.argv[1:4])
    feeds = os.path.join(os.path.dirname(os.path.abspath(__file__)), "feeds")
    os.makedirs(work, exist_ok=True)
    database = os.path.join(work, "reads.db")
    for leftover in ("", "-wal", "-shm"):
        if os.path.exists(database + leftover):
            os.remove(database + leftover)
    program = [os.path.join(app, "CenterDirectory.Api")]
    settings = ["--Feeds:Paths:0", feeds, "--ConnectionStrings:Directory", f"Data Source={database}"]

    def load(source, file):
        subprocess.run([*program, "import", source, "--from", os.path.join(csv, file), *settings], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    for part in ("regions", "centers", "services"):
        load(f"bench-{part}", f"{part}.csv")
    server = subprocess.Popen(
        [*program, "--urls", f"http://127.0.0.1:{PORT}", "--Roles", "api", "--Logging:LogLevel:Default", "Warning", "--GraphQL:Limits:CachedAnswersMebibytes", "0", *settings],
        stdout=subprocess.DEVNULL)
    try:
        for _ in range(600):
            try:
                centers = post("{ centers(first: 1) { nodes { id } } }")
                break
            except OSError:
                time.sleep(0.1)
        bodies = [json.dumps({"query": NESTED}), json.dumps({"query": NODE, "variables": {"id": centers["centers"]["nodes"][0]["id"]}})]
        while_(bodies, lambda: time.sleep(QUIET))
        quiet = tell("quiet", *while_(bodies, lambda: time.sleep(QUIET)))
        busy = tell("during import", *while_(bodies, lambda: load("bench-organizations", "organizations.csv")))
        print(f"99th percentile {busy / quiet:.1f} ×")
    finally:
        server.terminate()


main()
