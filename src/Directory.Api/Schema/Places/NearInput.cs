using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Places;

/// <summary>A circle; results are sorted by distance unless `order` is given.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="RadiusKm">Radius in kilometres, at most 500.</param>
[InputType]
internal sealed record NearInput(double Latitude, double Longitude, double RadiusKm);

/// <summary>A point, WGS 84.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
[InputType]
internal sealed record GeoPointInput(double Latitude, double Longitude);
