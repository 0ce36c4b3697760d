using System.Text.Json;
using FranceTravail.Parcours.Workflows.Serialisation;

namespace FranceTravail.Parcours.Workflows.Parcours.Demandes;

/// <summary>
/// Something that a step asks of the world: a partner call, a letter, a thread of its own. It is the input of an activity and
/// is kept in the state until answered, so that nothing asked is forgotten, even over continue-as-new.
/// </summary>
public sealed record Demande
{
    /// <summary>Idempotency key: <c>dossier/thread@epoch/node#visit/purpose</c>. The same for every attempt.</summary>
    public required string Cle { get; init; }

    public required string DossierId { get; init; }

    /// <summary>Thread that asks.</summary>
    public required string FilId { get; init; }

    /// <summary>Node that asks and gets the answer.</summary>
    public required string NoeudId { get; init; }

    /// <summary>Purpose within the step, stable: <c>convocation-2</c>.</summary>
    public required string Objet { get; init; }

    /// <summary>Activity that answers (<see cref="Service.Activite"/>).</summary>
    public required string Activite { get; init; }

    /// <summary>The step does nothing with a good answer: only a refusal comes back to it.</summary>
    public bool SansSuite { get; init; }

    /// <summary>What is asked, in the record of the service.</summary>
    public required JsonElement Contenu { get; init; }

    public T Lire<T>() => Contenu.Deserialize<T>(ParcoursJson.Options)!;
}
