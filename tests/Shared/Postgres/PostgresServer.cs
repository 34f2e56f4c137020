using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace CenterDirectory.Testing;

/// <summary>
/// The PostgreSQL server of this test run: the one that <c>TEST_POSTGRES</c> names, else a throw-away cluster of the server binaries that this
/// machine has. It is started by the first test that asks for it. Without either, tests that need it are skipped and say so.
/// </summary>
internal static class PostgresServer
{
    /// <summary>Environment variable with a connection string without a database, of somebody who may make databases.</summary>
    public const string Variable = "TEST_POSTGRES";

    // The cluster lives as long as the pipe to this process: whoever kills the tests leaves neither a server nor files behind.
    private const string Script =
        """
        set -e
        work=$1 bin=$2 port=$3
        as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
        end() { as "$bin/pg_ctl" -D "$work/cluster" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$work"; }
        trap end EXIT
        trap '' INT TERM
        if [ "$(id -u)" = 0 ]; then chown postgres "$work"; fi
        cd "$work"
        as "$bin/initdb" -D "$work/cluster" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$work/initdb" 2>&1
        as "$bin/pg_ctl" -D "$work/cluster" -l "$work/log" -w -t 60 \
          -o "-h 127.0.0.1 -p $port -k $work -c fsync=off -c full_page_writes=off -c max_connections=200 -c autovacuum=off" start >/dev/null 2>&1
        echo ready
        cat >/dev/null
        """;

    private static readonly Lazy<Task<string?>> Started = new(StartAsync);

    /// <summary>Whether somebody else looks after the server.</summary>
    public static bool IsNamed => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 };

    /// <summary>The connection string without a database; skips the calling test if there is no server.</summary>
    public static async Task<string> RequireAsync()
    {
        var server = await Started.Value;
        Assert.SkipWhen(server is null, $"{Variable} names no PostgreSQL server, and this machine has no server binaries to start one (package postgresql).");
        return server!;
    }

    /// <summary>Runs a statement outside of any test's database.</summary>
    public static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection($"{server};Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string?> StartAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return named;
        }

        return FindBinaries() is { } binaries ? await StartClusterAsync(binaries) : null;
    }

    private static string? FindBinaries()
    {
        const string packaged = "/usr/lib/postgresql";
        var versions = System.IO.Directory.Exists(packaged) ? System.IO.Directory.GetDirectories(packaged) : [];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .Concat(versions.OrderByDescending(folder => double.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0)
                .Select(folder => Path.Combine(folder, "bin")))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));
    }

    private static async Task<string> StartClusterAsync(string binaries)
    {
        var work = Path.Combine(RoomyMemory() ?? Path.GetTempPath(), $"center-directory-postgres-{Guid.NewGuid():n}"[..36]);
        System.IO.Directory.CreateDirectory(work);
        var port = FreePort();
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (string[])["-c", Script, "cluster", work, binaries, port.ToString(CultureInfo.InvariantCulture)])
        {
            start.ArgumentList.Add(argument);
        }

        var cluster = Process.Start(start)!;
        if (await cluster.StandardOutput.ReadLineAsync() != "ready")
        {
            throw new InvalidOperationException($"The throw-away cluster of {binaries} did not start.");
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            cluster.StandardInput.Close();
            cluster.WaitForExit(TimeSpan.FromSeconds(10));
        };
        return $"Host=127.0.0.1;Port={port};Username=postgres";
    }

    /// <summary>A file system in memory, if there is one with room for a few hundred databases: each test has one of its own.</summary>
    private static string? RoomyMemory()
    {
        const string memory = "/dev/shm";
        return System.IO.Directory.Exists(memory) && new DriveInfo(memory).AvailableFreeSpace > 4L << 30 ? memory : null;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
