namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>What the preparation of the case store has to say.</summary>
internal enum AnnonceDossiers
{
    Attente,
    Reprise,
    Creation,
    MiseANiveau,
    Prete,
}
