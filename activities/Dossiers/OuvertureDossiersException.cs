namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>The case store cannot be opened. The message is French, made to be shown as it is.</summary>
public sealed class OuvertureDossiersException(MotifOuverture motif, string fichier, Exception? cause)
    : Exception(MessageFor(motif, fichier), cause)
{
    public MotifOuverture Motif { get; } = motif;

    private static string MessageFor(MotifOuverture motif, string fichier) => motif switch
    {
        MotifOuverture.LectureSeule =>
            $"La base des dossiers « {fichier} » ne peut pas être écrite. Vérifiez les droits sur le fichier et sur son dossier.",
        MotifOuverture.PlusRecente =>
            $"La base des dossiers « {fichier} » vient d'une version plus récente du programme. Mettez le programme à jour ; rien n'a été modifié.",
        MotifOuverture.Corrompue =>
            $"Le fichier « {fichier} » n'est pas une base de dossiers lisible. Restaurez une sauvegarde ; rien n'a été modifié.",
        MotifOuverture.Occupee =>
            $"La base des dossiers « {fichier} » est occupée par un autre programme. Arrêtez-le, puis recommencez.",
        MotifOuverture.DisquePlein =>
            $"La base des dossiers « {fichier} » ne peut pas être écrite : le disque est plein ou défaillant.",
        _ => throw new ArgumentOutOfRangeException(nameof(motif), motif, null),
    };
}
