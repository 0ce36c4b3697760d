namespace FranceTravail.Parcours.Host.Espaces.Accompagnement;

/// <summary>The morning of a counsellor: what waits, and who comes today.</summary>
internal sealed record Journee(IReadOnlyList<GroupeBoite> Groupes, IReadOnlyList<RendezVousDuJour> RendezVous, PremiersRendezVous Premiers);
