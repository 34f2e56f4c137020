using CenterDirectory.Data.Entities.Links;
using CenterDirectory.GraphQL.Data;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Mentions;

/// <summary>Mentions stand as the text has them.</summary>
[ObjectType<Mention>, DefaultOrder(nameof(Mention.Start))]
internal static class MentionType;
