#!/usr/bin/env python3
"""What a query costs as the directory grows: bench/growth.py APP_FOLDER NAME=DATABASE_FILE…

Serves each database (loaded by bench/load.sh) in turn of rounds, without remembered answers, and asks the same four questions one after another on one
connection: the first page of all organizations, a page near their end by cursor, one of them by its id, twenty centers with their services and
events. Prints the median time of each in microseconds, and how much that is beside the first database named.
"""
import http.client, json, os, random, statistics, subprocess, sys, time

ROUNDS, ASKED = 5, 400
FIRST = "query($after: String) { organizations(first: 20, after: $after, order: [{ name: ASC }]) { pageInfo { endCursor } nodes { id name } } }"
LAST = "{ organizations(last: 60, order: [{ name: ASC }]) { pageInfo { startCursor } nodes { id } } }"
NODE = "query($id: ID!) { node(id: $id) { ... on Organization { name ogrn territory { name } } } }"
NESTED = (
    "query($from: DateTime!) { centers(first: 20) { nodes { name services(first: 5) { nodes { name } }"
    " events(first: 3, where: { startsAt: { gte: $from } }, order: [{ startsAt: ASC }]) { nodes { title } } } } }")


class Server:
    def __init__(self, app, name, database, port):
        self.name, self.port = name, port
        self.process = subprocess.Popen(
            [os.path.join(app, "CenterDirectory.Api"), "--urls", f"http://127.0.0.1:{port}", "--Roles", "api", "--Feeds:Paths:0", "",
             "--Logging:LogLevel:Default", "Warning", "--GraphQL:Limits:CachedAnswersMebibytes", "0", "--ConnectionStrings:Directory", f"Data Source={database}"],
            stdout=subprocess.DEVNULL)
        self.connection = None

    def ready(self):
        for _ in range(600):
            try:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
                self.connection.request("GET", "/health/ready")
                answer = self.connection.getresponse()
                answer.read()
                if answer.status == 200:
                    return
            except OSError:
                pass
            time.sleep(0.1)
        raise SystemExit(f"{self.name} does not start")

    def ask(self, query, **variables):
        self.connection.request("POST", "/graphql", json.dumps({"query": query, "variables": variables}), {"Content-Type": "application/json"})
        answer = json.loads(self.connection.getresponse().read())
        if "errors" in answer:
            raise SystemExit(f"{self.name}: {answer['errors']}")
        return answer["data"]

    def prepare(self, seed):
        choice = random.Random(seed)
        end = self.ask(LAST)["organizations"]
        ids = [node["id"] for node in end["nodes"]]
        after = end["pageInfo"]["startCursor"]
        self.questions = {
            "first page": lambda: self.ask(FIRST),
            "page near the end": lambda: self.ask(FIRST, after=after),
            "node": lambda: self.ask(NODE, id=choice.choice(ids)),
            "nested page": lambda: self.ask(NESTED, **{"from": "2026-06-01T00:00:00Z"}),
        }
        for question in self.questions.values():
            for _ in range(ASKED):
                question()

    def measure(self, name):
        # A connection on which nobody has spoken for two minutes is closed by the server.
        self.connection.close()
        question, times = self.questions[name], []
        question()
        for _ in range(ASKED):
            began = time.perf_counter_ns()
            question()
            times.append((time.perf_counter_ns() - began) / 1000)
        return statistics.median(times)


def main():
    app, databases = sys.argv[1], [argument.split("=", 1) for argument in sys.argv[2:]]
    servers = [Server(app, name, os.path.abspath(file), 5310 + place) for place, (name, file) in enumerate(databases)]
    try:
        for place, server in enumerate(servers):
            server.ready()
            server.prepare(place)
        print("µs, median of", ROUNDS, "rounds".ljust(12), *(server.name.rjust(22) for server in servers))
        for question in servers[0].questions:
            rounds = [[server.measure(question) for server in servers] for _ in range(ROUNDS)]
            medians = [statistics.median(times) for times in zip(*rounds)]
            print(question.ljust(30), *(f"{time:12.0f}  ({time / medians[0]:.2f} ×)".rjust(22) for time in medians))
    finally:
        for server in servers:
            server.process.terminate()


main()
