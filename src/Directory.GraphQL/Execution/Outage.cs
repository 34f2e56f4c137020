using System.Data.Common;

namespace CenterDirectory.GraphQL.Execution;

/// <summary>A database that cannot be reached at the moment: nobody's mistake, and over by itself.</summary>
public static class Outage
{
    /// <summary>What a client is told.</summary>
    public const string Message = "The database cannot be reached at the moment; try again in a few seconds.";

    /// <summary>Seconds after which a client may try again.</summary>
    public const int RetryAfterSeconds = 5;

    /// <summary>Whether an exception, or what it wraps, says that the database is away and may be back soon.</summary>
    public static bool Is(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is DbException { IsTransient: true } or TimeoutException)
            {
                return true;
            }
        }

        return false;
    }
}
