using System.Linq.Expressions;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Places;

/// <summary>
/// What lies in a circle, nearest first. A box around the circle is what the index is asked, the straight line through the earth decides; see
/// <see cref="GeoVector"/>.
/// </summary>
internal static class Nearness
{
    private const double LargestRadius = 500;

    public static IQueryable<Center> Near(this IQueryable<Center> centers, NearInput? circle) =>
        Near(centers, circle, center => center.LocationX, center => center.LocationY, center => center.LocationZ);

    /// <summary>A service is where its center is.</summary>
    public static IQueryable<Service> Near(this IQueryable<Service> services, NearInput? circle) =>
        Near(services, circle, service => service.Center!.LocationX, service => service.Center!.LocationY, service => service.Center!.LocationZ);

    public static IQueryable<Organization> Near(this IQueryable<Organization> organizations, NearInput? circle) =>
        Near(organizations, circle, organization => organization.LocationX, organization => organization.LocationY, organization => organization.LocationZ);

    public static IQueryable<Event> Near(this IQueryable<Event> events, NearInput? circle) =>
        Near(events, circle, item => item.LocationX, item => item.LocationY, item => item.LocationZ);

    private static IQueryable<T> Near<T>(
        IQueryable<T> items, NearInput? circle,
        Expression<Func<T, double?>> itemX, Expression<Func<T, double?>> itemY, Expression<Func<T, double?>> itemZ)
    {
        if (circle is null)
        {
            return items;
        }

        Check(circle.Latitude, circle.Longitude);
        if (circle.RadiusKm is not (> 0 and <= LargestRadius))
        {
            throw new GraphQLException($"`radiusKm` must be above 0 and at most {LargestRadius}.");
        }

        var (x, y, z) = GeoVector.Of(circle.Latitude, circle.Longitude);
        var square = GeoVector.SquareOf(circle.RadiusKm);
        var half = Math.Sqrt(square);
        var (west, east, south, north, below, above) = (x - half, x + half, y - half, y + half, z - half, z + half);
        Expression<Func<double, double, double, bool>> isInside = (px, py, pz) =>
            px >= west && px <= east && py >= south && py <= north && pz >= below && pz <= above
            && ((px - x) * (px - x)) + ((py - y) * (py - y)) + ((pz - z) * (pz - z)) <= square;
        Expression<Func<double, double, double, double>> squareOf = (px, py, pz) =>
            ((px - x) * (px - x)) + ((py - y) * (py - y)) + ((pz - z) * (pz - z));
        return items.Where(Compose<T, bool>(isInside, itemX, itemY, itemZ)).OrderBy(Compose<T, double>(squareOf, itemX, itemY, itemZ));
    }

    /// <exception cref="GraphQLException">There is no such point.</exception>
    public static void Check(double latitude, double longitude)
    {
        if (latitude is not (>= -90 and <= 90) || longitude is not (>= -180 and <= 180))
        {
            throw new GraphQLException("`latitude` is between -90 and 90, `longitude` between -180 and 180.");
        }
    }

    /// <summary>A function of three numbers as a function of an item that has them.</summary>
    private static Expression<Func<T, TResult>> Compose<T, TResult>(LambdaExpression function, params LambdaExpression[] numbers)
    {
        var item = Expression.Parameter(typeof(T), "item");
        var values = numbers.Select(number => new Replacement(number.Parameters[0], item).Visit(number.Body))
            .Select(number => Expression.Property(number, nameof(Nullable<>.Value))).ToList();
        var body = function.Parameters.Zip(values).Aggregate(function.Body, (whole, pair) => new Replacement(pair.First, pair.Second).Visit(whole));
        return Expression.Lambda<Func<T, TResult>>(body, item);
    }

    private sealed class Replacement(Expression part, Expression by) : ExpressionVisitor
    {
        public override Expression Visit(Expression? node) => node == part ? by : base.Visit(node)!;
    }
}

/// <summary>What a point on the map has besides its columns.</summary>
[ObjectType<GeoPoint>]
internal static class GeoPointType
{
    /// <summary>Great-circle distance in kilometres.</summary>
    /// <param name="point">The point.</param>
    /// <param name="from">Where to measure from.</param>
    public static double GetDistanceKm([Parent] GeoPoint point, GeoPointInput from)
    {
        Nearness.Check(from.Latitude, from.Longitude);
        return GeoVector.Distance(GeoVector.Of(point.Latitude, point.Longitude), GeoVector.Of(from.Latitude, from.Longitude));
    }
}
