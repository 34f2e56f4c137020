namespace CenterDirectory.Data.Migrations;

/// <summary>
/// A lock file beside the database, held open while one process migrates. The operating system lets go of it when the process ends,
/// however it ends; the file itself stays, because removing it would let two waiting processes hold two different files.
/// </summary>
internal sealed class MigrationLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly FileStream stream;

    private MigrationLock(FileStream stream) => this.stream = stream;

    /// <summary>Waits until no other process migrates the database.</summary>
    public static async Task<MigrationLock> AcquireAsync(string databaseFile, TimeProvider clock, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return new MigrationLock(new FileStream(databaseFile + ".migration-lock", FileMode.OpenOrCreate, FileAccess.Write, FileShare.None));
            }
            catch (IOException error) when (IsHeldElsewhere(error) && clock.GetElapsedTime(started) < Patience)
            {
                await Task.Delay(Pause, clock, cancellationToken);
            }
        }
    }

    public void Dispose() => stream.Dispose();

    private static bool IsHeldElsewhere(IOException error) => error is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException);
}
