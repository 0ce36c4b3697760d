using System.ComponentModel.DataAnnotations;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>How often something that people look at has changed: a dossier, an inbox. Raised in the transaction of the change.</summary>
public sealed class VersionSujet
{
    /// <summary>As <see cref="Sujets"/> names it.</summary>
    [Key]
    public required string Sujet { get; init; }

    /// <summary>Greater after each change; the steps mean nothing.</summary>
    public required long Numero { get; set; }
}
