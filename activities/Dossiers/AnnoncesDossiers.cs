namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>What the preparation of the case store says, in French.</summary>
internal static class AnnoncesDossiers
{
    public static string Phrase(this AnnonceDossiers annonce, string nom) => annonce switch
    {
        AnnonceDossiers.Attente => $"La base des dossiers « {nom} » est en cours de préparation par un autre processus : celui-ci attend son tour.",
        AnnonceDossiers.Reprise => $"Le démarrage précédent a été interrompu pendant la préparation de la base des dossiers « {nom} » : elle est reprise.",
        AnnonceDossiers.Creation => $"La base des dossiers « {nom} » est créée.",
        AnnonceDossiers.MiseANiveau => $"La base des dossiers « {nom} » est mise au niveau de cette version du programme.",
        AnnonceDossiers.Prete => "La base des dossiers est prête.",
        _ => throw new ArgumentOutOfRangeException(nameof(annonce), annonce, null),
    };
}
