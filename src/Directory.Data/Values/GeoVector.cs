namespace CenterDirectory.Data.Values;

/// <summary>
/// Points of the earth as vectors of length one. Of two of them the straight line between is the longer the longer the way over the ground is, and
/// takes sums and products alone, which every database and C# compute to the same number; neither the antimeridian nor a pole is a special case.
/// The database computes them once for each row; sines are no matter of queries.
/// </summary>
internal static class GeoVector
{
    /// <summary>Kilometres of the mean radius of the earth.</summary>
    public const double EarthRadius = 6371.0088;

    public const string X = "cos(radians(\"Location_Latitude\")) * cos(radians(\"Location_Longitude\"))";
    public const string Y = "cos(radians(\"Location_Latitude\")) * sin(radians(\"Location_Longitude\"))";
    public const string Z = "sin(radians(\"Location_Latitude\"))";

    /// <summary>Rows that have a point.</summary>
    public const string IsKnown = "\"LocationX\" IS NOT NULL";

    /// <summary>The columns.</summary>
    public static readonly string[] Columns = ["LocationX", "LocationY", "LocationZ"];

    /// <summary>The vector of a point in degrees.</summary>
    public static (double X, double Y, double Z) Of(double latitude, double longitude)
    {
        var (sinLatitude, cosLatitude) = Math.SinCos(double.DegreesToRadians(latitude));
        var (sinLongitude, cosLongitude) = Math.SinCos(double.DegreesToRadians(longitude));
        return (cosLatitude * cosLongitude, cosLatitude * sinLongitude, sinLatitude);
    }

    /// <summary>Square of the straight line between two points that are so far apart over the ground.</summary>
    public static double SquareOf(double kilometres)
    {
        var line = 2 * Math.Sin(kilometres / EarthRadius / 2);
        return line * line;
    }

    /// <summary>Kilometres over the ground between two points.</summary>
    public static double Distance((double X, double Y, double Z) one, (double X, double Y, double Z) other)
    {
        var (x, y, z) = (one.X - other.X, one.Y - other.Y, one.Z - other.Z);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt((x * x) + (y * y) + (z * z)) / 2));
    }
}
