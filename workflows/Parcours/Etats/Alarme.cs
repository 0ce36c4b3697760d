using NodaTime;

namespace FranceTravail.Parcours.Workflows.Parcours.Etats;

/// <summary>A moment at which a step, or a task, must do something by itself.</summary>
public sealed record Alarme
{
    public required string FilId { get; init; }

    public required string NoeudId { get; init; }

    /// <summary>Purpose within the step, unique among its alarms; for a task, reminder or escalation.</summary>
    public required string Objet { get; init; }

    public required Instant Le { get; init; }

    /// <summary>Task that it reminds of or escalates; null for the step's own alarms.</summary>
    public string? TacheId { get; init; }

    internal static string Cle(string filId, string noeudId, string objet) => $"{filId}/{noeudId}/{objet}";

    internal static string Prefixe(string filId, string noeudId) => $"{filId}/{noeudId}/";

    internal static Alarme De(string cle, Instant le)
    {
        var parties = cle.Split('/', 3);
        return new Alarme { FilId = parties[0], NoeudId = parties[1], Objet = parties[2], Le = le };
    }
}
