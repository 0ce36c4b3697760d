using System.ComponentModel.DataAnnotations;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>Which store this is: one row, made with it. A data folder remembers it, so that another store in its place is noticed.</summary>
public sealed class IdentiteBase
{
    [Key]
    public required string Id { get; init; }

    public required Instant CreeeLe { get; init; }

    /// <summary>Whether time is virtual for those who serve it: decided by the first of them, for good. Null before.</summary>
    public bool? BacASable { get; set; }

    /// <summary>Why a process of this time may not serve the store; null when it may.</summary>
    public DossiersException? Refus(bool bacASable, string nom) =>
        BacASable is { } deja && deja != bacASable ? new(deja ? MotifDossiers.BacASable : MotifDossiers.TempsReel, nom) : null;

    /// <summary>Id of the namespace that holds the histories; null before they were first seen together.</summary>
    public string? Moteur { get; set; }

    /// <summary>When both were last seen together, in real time; the engine keeps the same moment.</summary>
    public Instant? Repere { get; set; }

    /// <summary>The moment that the engine kept until then: it still does when the last one did not reach it.</summary>
    public Instant? ReperePrecedent { get; set; }
}
