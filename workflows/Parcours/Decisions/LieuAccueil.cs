using FranceTravail.Parcours.Workflows.Dossiers;

namespace FranceTravail.Parcours.Workflows.Parcours.Decisions;

/// <summary>A place where an organism receives, as it is proposed to a counsellor who fixes an appointment.</summary>
/// <param name="Id">Stable code.</param>
/// <param name="Nom">« Agence de Lens ».</param>
/// <param name="Adresse">In one line.</param>
/// <param name="Telephone">Where it is reached.</param>
/// <param name="Visio">Address of its video room; null where it has none.</param>
public sealed record LieuAccueil(string Id, string Nom, string Adresse, string Telephone, string? Visio)
{
    /// <summary>An appointment there, by a channel.</summary>
    public LieuRendezVous Par(CanalRendezVous canal) =>
        new() { Canal = canal, Nom = Nom, Adresse = Adresse, Telephone = Telephone, Lien = canal is CanalRendezVous.Visio ? Visio : null };
}
