using FranceTravail.Parcours.Workflows.Dossiers;

namespace FranceTravail.Parcours.Activities.Partenaires.Agenda;

/// <summary>Where and how a booked slot takes place, as the agenda says it.</summary>
internal sealed record LieuAgenda
{
    /// <summary><c>sur-place</c> when it is not said, <c>telephone</c>, <c>visio</c>.</summary>
    public string? Canal { get; init; }

    public string? Nom { get; init; }

    public string? Adresse { get; init; }

    public string? Telephone { get; init; }

    public string? Visio { get; init; }

    /// <summary>The same for a journey; null when something is missing that a person needs to get there.</summary>
    public LieuRendezVous? Complet()
    {
        CanalRendezVous? canal = Canal switch
        {
            null or "sur-place" => CanalRendezVous.SurPlace,
            "telephone" => CanalRendezVous.Telephone,
            "visio" when Uri.TryCreate(Visio, UriKind.Absolute, out var salle) && salle.Scheme == Uri.UriSchemeHttps => CanalRendezVous.Visio,
            _ => null,
        };
        return canal is not { } dit || new[] { Nom, Adresse, Telephone }.Any(string.IsNullOrWhiteSpace)
            ? null
            : new() { Canal = dit, Nom = Nom!, Adresse = Adresse!, Telephone = Telephone!, Lien = dit is CanalRendezVous.Visio ? Visio : null };
    }
}
