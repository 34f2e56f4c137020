"""Kills what serves the directory, one thing after another, under load, and tells what readers saw.

    python3 bench/drills/drill.py APP_FOLDER CSV_FOLDER WORK_FOLDER [DRILL ...]

APP_FOLDER holds the published program (`dotnet publish src/Directory.Api -c Release -o APP_FOLDER`), CSV_FOLDER the files of the common
benchmark (organizations.csv, regions.csv). A throw-away PostgreSQL cluster is made in WORK_FOLDER; everything listens on loopback and ends
with the script. Without names all drills run: api importer postgres full-disk clock. (A file at its page limit is a test: FullDatabaseTests.)

Readers do what a balancer does: they go round the servers that are ready, and take a refused connection to the next one. An answer that breaks
off belongs to a request in flight. Every other answer but 200 (and 503 where that is what the drill wants) is a failure.
"""

import collections
import http.client
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time

APP, CSV, WORK = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
ONLY = sys.argv[4:]
FEEDS = pathlib.Path(__file__).resolve().parent.parent / "feeds"
QUERY = json.dumps({"query": "{ centers(first: 5) { nodes { slug name territory { name } } } revision { number } }"})


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until(check, seconds, what):
    begun = time.monotonic()
    while time.monotonic() - begun < seconds:
        if check():
            return time.monotonic() - begun
        time.sleep(0.05)
    raise SystemExit(f"{what}: not within {seconds} s")


class Cluster:
    """A PostgreSQL server of its own."""

    def __init__(self, folder):
        found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"))
        self.bin = found[-1].parent if found else pathlib.Path(shutil.which("initdb") or sys.exit("PostgreSQL is not installed")).parent
        self.folder, self.port = folder, free_port()
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        self.run("initdb", "-D", folder / "data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        self.start()
        self.run("psql", "-h", "127.0.0.1", "-p", self.port, "-U", "postgres", "-c", "CREATE DATABASE directory")

    @property
    def connection(self):
        return f"Host=127.0.0.1;Port={self.port};Username=postgres;Database=directory"

    def run(self, name, *arguments):
        command = [str(self.bin / name), *map(str, arguments)]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        done = subprocess.run(command, cwd="/", capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"{name}: {done.stderr}{done.stdout}")
        return done.stdout

    def start(self):
        self.run("pg_ctl", "-D", self.folder / "data", "-l", self.folder / "log", "-w", "-o", f"-h 127.0.0.1 -p {self.port} -k {self.folder} -c max_connections=200", "start")

    def stop(self, mode="fast"):
        self.run("pg_ctl", "-D", self.folder / "data", "-m", mode, "-w", "stop")

    def ask(self, sql):
        return self.run("psql", "-h", "127.0.0.1", "-p", self.port, "-U", "postgres", "-d", "directory", "-tAc", sql).strip()


class Node:
    """A process of the program."""

    def __init__(self, name, connection, *arguments, wrap=()):
        self.name, self.port = name, free_port()
        self.log = open(WORK / f"{name}.log", "ab")
        self.command = [
            *wrap, "dotnet", str(APP / "CenterDirectory.Api.dll"), f"--urls=http://127.0.0.1:{self.port}", f"--ConnectionStrings:Directory={connection}",
            f"--Importers:ArchivePath={WORK / 'archive'}", f"--Dumps:Path={WORK / 'dumps'}", *arguments]
        self.start()

    def start(self):
        self.process = subprocess.Popen(self.command, stdout=self.log, stderr=self.log, start_new_session=True)

    def kill(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
            try:
                self.process.wait(40)
            except subprocess.TimeoutExpired:
                self.kill()

    def work(self):
        """Ticks of processor time so far."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return int(fields[11]) + int(fields[12])

    def get(self, path, timeout=5):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read(), dict(answer.getheaders())
        except OSError:
            return 0, b"", {}
        finally:
            connection.close()

    def is_ready(self):
        return self.get("/health/ready")[0] == 200


class Load:
    """Readers that ask all the time."""

    def __init__(self, nodes, readers=8):
        self.nodes, self.seen, self.ended = nodes, collections.Counter(), threading.Event()
        self.lock, self.slowest, self.gap, self.last = threading.Lock(), 0.0, 0.0, time.monotonic()
        self.failures = []
        self.threads = [threading.Thread(target=self.read, args=(number,), daemon=True) for number in range(readers)]
        for thread in self.threads:
            thread.start()

    def read(self, number):
        connections = {}
        turn = number
        while not self.ended.is_set():
            turn += 1
            self.note(*self.ask(connections, turn))

    def ask(self, connections, turn):
        begun = time.monotonic()
        for attempt in range(len(self.nodes)):
            node = self.nodes[(turn + attempt) % len(self.nodes)]
            connection = connections.setdefault(node.port, http.client.HTTPConnection("127.0.0.1", node.port, timeout=15))
            is_sent = False
            try:
                connection.connect() if connection.sock is None else None
                is_sent = True
                connection.request("POST", "/graphql", QUERY, {"Content-Type": "application/json"})
                answer = connection.getresponse()
                body = answer.read()
                good = answer.status == 200 and b'"nodes"' in body
                if answer.status == 503 and attempt + 1 < len(self.nodes):
                    continue
                return ("200" if good else str(answer.status) + ("" if answer.status != 200 else " with errors")), time.monotonic() - begun, body if not good else b""
            except (OSError, http.client.HTTPException):
                connection.close()
                connections.pop(node.port, None)
                if is_sent:
                    return "broken off", time.monotonic() - begun, b""
        return "503" if any(node.process.poll() is None for node in self.nodes) else "refused", time.monotonic() - begun, b""

    def note(self, outcome, seconds, body):
        with self.lock:
            self.seen[outcome] += 1
            self.slowest = max(self.slowest, seconds)
            if outcome == "200":
                now = time.monotonic()
                self.gap, self.last = max(self.gap, now - self.last), now
            elif outcome != "broken off" and len(self.failures) < 3 and body:
                self.failures.append(body[:300].decode("utf-8", "replace"))
        if outcome not in ("200", "broken off"):
            time.sleep(0.02)

    def end(self):
        self.ended.set()
        for thread in self.threads:
            thread.join(20)
        told = ", ".join(f"{count} × {outcome}" for outcome, count in self.seen.most_common())
        print(f"    readers: {told}; slowest {self.slowest:.2f} s; longest time without an answer {self.gap:.2f} s")
        for failure in self.failures:
            print(f"    e.g. {failure}")
        return self.seen


def command(connection, *arguments):
    return subprocess.run(
        ["dotnet", str(APP / "CenterDirectory.Api.dll"), *arguments, f"--ConnectionStrings:Directory={connection}", f"--Importers:ArchivePath={WORK / 'archive'}"],
        capture_output=True, text=True)


def organizations(rows):
    """The first rows of the registry of the benchmark."""
    file = WORK / f"organizations-{rows}.csv"
    if not file.exists():
        with open(CSV / "organizations.csv", encoding="utf-8") as source, open(file, "w", encoding="utf-8") as target:
            for number, line in enumerate(source):
                if number > rows:
                    break
                target.write(line)
    return file


def manifest(folder, rows, cron):
    """A source that is due all the time, and changes with each run."""
    folder.mkdir(parents=True, exist_ok=True)
    text = (FEEDS / "bench-organizations.yaml").read_text(encoding="utf-8") if (FEEDS / "bench-organizations.yaml").exists() else next(
        file.read_text(encoding="utf-8") for file in FEEDS.glob("*.yaml") if "key: bench-organizations" in file.read_text(encoding="utf-8"))
    shutil.copy(organizations(rows), folder / "organizations.csv")
    text = text.replace("enabled: false # imported by bench/load.sh", f'schedule: {{ cron: "{cron}", zone: UTC }}')
    (folder / "organizations.yaml").write_text(text, encoding="utf-8")


def change(file, turn):
    """Another release of the registry: every name is another."""
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text(lines[0] + "".join(line.replace("«", f"«{'АБ'[turn]} ", 1) for line in lines[1:]), encoding="utf-8")


def drill_cluster():
    """Three servers and two importers on PostgreSQL: each is killed in turn, then the database goes away."""
    cluster = Cluster(WORK / "postgres")
    feeds = WORK / "cluster-feeds"
    manifest(feeds, 20_000, "0/20 * * * * ?")
    common = [f"--Feeds:Paths:0={feeds}", "--Importers:Jitter=00:00:00"]
    try:
        begun = time.monotonic()
        first = command(cluster.connection, "import", "bench-regions", "--from", str(CSV / "regions.csv"), "--Feeds:Paths:0", str(FEEDS))
        print(first.stdout[-300:] if first.returncode else f"regions imported in {time.monotonic() - begun:.1f} s")
        nodes = [Node(f"api{number}", cluster.connection, "--Roles=api", *common) for number in range(3)]
        importers = [Node(f"importer{number}", cluster.connection, "--Roles=importers", *common) for number in range(2)]
        for node in nodes:
            wait_until(node.is_ready, 60, node.name)
        if not ONLY or "api" in ONLY:
            api_drill(nodes)
        if not ONLY or "importer" in ONLY:
            importer_drill(cluster, nodes, importers)
        if not ONLY or "postgres" in ONLY:
            postgres_drill(cluster, nodes)
        for node in [*nodes, *importers]:
            node.stop()
    finally:
        cluster.stop("immediate")


def api_drill(nodes):
    for node in nodes:
        print(f"== {node.name} is killed under load")
        load = Load(nodes)
        time.sleep(2)
        node.kill()
        time.sleep(2)
        begun = time.monotonic()
        node.start()
        wait_until(node.is_ready, 60, node.name)
        print(f"    ready again {time.monotonic() - begun:.2f} s after its start")
        time.sleep(2)
        load.end()


def busiest(nodes):
    before = {node: node.work() for node in nodes}
    time.sleep(0.5)
    return max(nodes, key=lambda node: node.work() - before[node])


def importer_drill(cluster, nodes, importers):
    for turn in range(2):
        print("== the importer that imports is killed")
        load = Load(nodes)
        running = "SELECT COUNT(*) FROM \"ImportRuns\" WHERE \"Status\" = 'Running'"
        before = int(cluster.ask('SELECT COALESCE(MAX("Id"), 0) FROM "ImportRuns"'))
        change(WORK / "cluster-feeds" / "organizations.csv", turn)
        wait_until(lambda: cluster.ask(running) != "0", 120, "an import")
        node = busiest(importers)
        node.kill()
        killed = time.monotonic()
        done = f"SELECT COUNT(*) FROM \"ImportRuns\" WHERE \"Id\" > {before} AND \"Status\" IN ('Applied', 'Unchanged')"
        wait_until(lambda: cluster.ask(done) != "0" and cluster.ask(running) == "0", 240, "an import by the other node")
        print(f"    imported {time.monotonic() - killed:.1f} s after the kill")
        node.start()
        load.end()
        of_source = "FROM \"SourceRecords\" WHERE \"Kind\" = 'Organization'"
        records, twice = cluster.ask(f"SELECT COUNT(*) {of_source}"), cluster.ask(f'SELECT COUNT(*) - COUNT(DISTINCT "ExternalId") {of_source}')
        entries = cluster.ask('SELECT COUNT(*) FROM "Organizations"')
        print(f"    records {records}, doubled {twice}, organizations {entries}, runs left open {cluster.ask(running)}")


def postgres_drill(cluster, nodes):
    print("== PostgreSQL is away for 20 s")
    load = Load(nodes)
    time.sleep(2)
    cluster.stop("immediate")
    gone = time.monotonic()
    unready = wait_until(lambda: all(not node.is_ready() for node in nodes), 20, "readiness false")
    status, body, headers = nodes[0].get("/centers")
    print(f"    not ready after {unready:.2f} s; a page answers {status}, Retry-After {headers.get('Retry-After')}; {nodes[0].get('/health/ready')[1][:160].decode()}")
    time.sleep(max(0, 20 - (time.monotonic() - gone)))
    cluster.start()
    begun = time.monotonic()
    wait_until(lambda: all(node.is_ready() for node in nodes), 60, "readiness")
    print(f"    all ready {time.monotonic() - begun:.2f} s after its return")
    time.sleep(3)
    load.end()


def sqlite_node(folder, *arguments, wrap=()):
    folder.mkdir(parents=True, exist_ok=True)
    connection = f"Data Source={folder / 'directory.db'}"
    print(command(connection, "import", "bench-regions", "--from", str(CSV / "regions.csv"), "--Feeds:Paths:0", str(FEEDS)).stdout[-1:].strip())
    node = Node(folder.name, connection, "--Roles=api", f"--Feeds:Paths:0={FEEDS}", *arguments, wrap=wrap)
    wait_until(node.is_ready, 60, node.name)
    return connection, node


def full_drill(name, folder):
    """An import that finds no more room fails as a whole; readers go on."""
    print(f"== {name}")
    connection, node = sqlite_node(folder)
    load = Load([node], readers=4)
    failed = command(connection, "import", "bench-organizations", "--from", str(organizations(50_000)), "--Feeds:Paths:0", str(FEEDS))
    lines = [line for line in (failed.stdout + failed.stderr).splitlines() if line.strip()]
    print(f"    exit code {failed.returncode}: {lines[0][:200] if lines else ''}")
    print(f"    ready: {node.is_ready()}")
    load.end()
    node.stop()
    check = subprocess.run(["sqlite3", str(folder / "directory.db"), "PRAGMA integrity_check; SELECT COUNT(*) FROM Organizations; SELECT COUNT(*) FROM SourceRecords WHERE Kind = 'Organization'"],
                           capture_output=True, text=True)
    print(f"    integrity, organizations, records: {' '.join(check.stdout.split())}{check.stderr.strip()}")


def fill_tmpfs(folder):
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", str(folder)], check=True)


def drill_full_disk():
    folder = WORK / "full-disk"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        fill_tmpfs(folder)
    except subprocess.CalledProcessError:
        print("== full disk: no tmpfs can be mounted here; not tried")
        return
    try:
        full_drill("the disk is full", folder)
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)


def drill_clock():
    wrap = shutil.which("faketime")
    if wrap is None:
        print("== clock jumps: faketime is not installed; not tried")
        return
    for jump in ("+3d", "-3d"):
        print(f"== the clock jumps by {jump}")
        folder = WORK / f"clock{jump}"
        shutil.rmtree(folder, ignore_errors=True)
        connection, node = sqlite_node(folder)
        node.stop()
        node = Node(f"{folder.name}-jumped", connection, "--Roles=api", f"--Feeds:Paths:0={FEEDS}", wrap=(wrap, "-f", jump))
        wait_until(node.is_ready, 60, node.name)
        load = Load([node], readers=4)
        time.sleep(3)
        load.end()
        node.stop()


if __name__ == "__main__":
    WORK.mkdir(parents=True, exist_ok=True)
    if not ONLY or {"api", "importer", "postgres"} & set(ONLY):
        drill_cluster()
    if not ONLY or "full-disk" in ONLY:
        drill_full_disk()
    if not ONLY or "clock" in ONLY:
        drill_clock()
