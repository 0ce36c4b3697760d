using System.Text.Json.Nodes;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Histoires;

/// <summary>The state of a stream where its oldest run that is left begins: all that is still known of what came before.</summary>
public sealed record DepartFlux(JsonObject Etat, Instant Le);
