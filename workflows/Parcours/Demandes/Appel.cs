namespace FranceTravail.Parcours.Workflows.Parcours.Demandes;

/// <summary>A <see cref="Demande"/> as the activity that answers it reads it.</summary>
/// <typeparam name="T">Record of what is asked.</typeparam>
public sealed record Appel<T>
{
    /// <summary>Idempotency key, sent to the partner as <c>Idempotency-Key</c>.</summary>
    public required string Cle { get; init; }

    public required string DossierId { get; init; }

    public required T Contenu { get; init; }
}
