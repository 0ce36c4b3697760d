using FranceTravail.Parcours.Workflows.Dossiers;

namespace FranceTravail.Parcours.Workflows.Droit.Orientation;

/// <summary>
/// The questions of the national logigramme, in its order (arrêté of 21 November 2024): recent work, projection into a job, training,
/// difficulties. What a set of answers proposes is the reading of this product, the same everywhere, with no points: an aid by which a
/// person decides. Making the criteria more precise takes a joint arrêté.
/// </summary>
public sealed record LogigrammeOrientation
{
    /// <summary>Years since the last job that still count as recent.</summary>
    public int AnneesRecentes { get; init; } = 2;

    /// <summary>Strong difficulties from which they are several.</summary>
    public int PlusieursFreins { get; init; } = 2;

    /// <summary>In order; the first that fits is the proposal, and the last always fits.</summary>
    public IReadOnlyList<LigneLogigramme> Lignes { get; init; } =
    [
        new("plusieurs difficultés fortes empêchent pour un temps la recherche d’emploi", r => r.Freins is NiveauFreins.PlusieursForts, TypeParcours.Social),
        new("une difficulté forte, sans projet d’emploi pour l’instant", r => r is { Freins: NiveauFreins.Fort, SeProjette: not true }, TypeParcours.Social),
        new("une difficulté forte à lever en même temps que la recherche d’emploi", r => r.Freins is NiveauFreins.Fort, TypeParcours.SocioProfessionnel),
        new("un emploi récent et un projet d’emploi", r => r is { EmploiRecent: true, SeProjette: true }, TypeParcours.Professionnel),
        new("un emploi récent ou un projet d’emploi, une formation, et aucune difficulté qui freine",
            r => r is { Formee: true, Freins: NiveauFreins.SansImpact } && (r.EmploiRecent is true || r.SeProjette is true), TypeParcours.Professionnel),
        new("des difficultés à lever en même temps que la recherche d’emploi", r => r.Freins is NiveauFreins.Moyen, TypeParcours.SocioProfessionnel),
        new("un projet d’emploi à construire", _ => true, TypeParcours.SocioProfessionnel),
    ];

    internal int MoisRecents => AnneesRecentes * 12;

    public LigneLogigramme Trouver(ReponsesLogigramme reponses) => Lignes.First(l => l.Si(reponses));
}
