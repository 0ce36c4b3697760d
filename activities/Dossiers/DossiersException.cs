namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>The case store refused or failed. The message is French, made to be shown as it is.</summary>
public sealed class DossiersException(MotifDossiers motif, string nom, Exception? cause = null) : Exception(Phrase(motif, nom), cause)
{
    public MotifDossiers Motif { get; } = motif;

    /// <summary>Asked again later, the same may succeed.</summary>
    public bool Passagere => Motif is MotifDossiers.Occupee or MotifDossiers.Indisponible or MotifDossiers.DisquePlein;

    private static string Phrase(MotifDossiers motif, string nom) => motif switch
    {
        MotifDossiers.DejaLa => "Cette ligne est déjà dans la base des dossiers ; rien n’a été modifié.",
        MotifDossiers.LienRompu => "Cette ligne se rapporte à un dossier qui n’est pas dans la base ; rien n’a été modifié.",
        MotifDossiers.Immuable => "Ce qui s’est passé ne se réécrit pas ; rien n’a été modifié.",
        MotifDossiers.Occupee => $"La base des dossiers « {nom} » est occupée par un autre programme. Arrêtez-le, ou recommencez dans un moment.",
        MotifDossiers.DisquePlein => $"La base des dossiers « {nom} » ne peut pas être écrite : le disque est plein ou défaillant.",
        MotifDossiers.LectureSeule => $"La base des dossiers « {nom} » ne peut pas être écrite. Vérifiez les droits sur le fichier et sur son dossier.",
        MotifDossiers.Corrompue => $"« {nom} » n’est pas une base de dossiers lisible. Restaurez une sauvegarde ; ce fichier n’a pas été touché.",
        MotifDossiers.Indisponible => $"La base des dossiers « {nom} » ne répond pas. Vérifiez que son serveur est démarré, puis recommencez.",
        MotifDossiers.MotDePasse =>
            $"Le serveur de la base des dossiers « {nom} » veut un mot de passe : il manque, ou n’est pas celui de cet utilisateur. Vérifiez Username et Password dans le réglage Dossiers:PostgreSql.",
        MotifDossiers.AccesRefuse =>
            $"Le serveur de la base des dossiers « {nom} » n’ouvre pas cette base à cet utilisateur, ou pas depuis cette machine. Vérifiez Username dans le réglage Dossiers:PostgreSql, et les accès que le serveur donne.",
        MotifDossiers.Absente => $"La base des dossiers « {nom} » n’existe pas sur ce serveur. Créez-la, ou vérifiez Database dans le réglage Dossiers:PostgreSql.",
        MotifDossiers.Disparue =>
            $"La base des dossiers « {nom} » avec laquelle ce dossier de données travaillait a disparu, ou a été vidée. Remettez-la à sa place, ou restaurez une sauvegarde ; ou, sans les identités, "
            + "rebâtissez-la à partir des historiques : lancez « --role engine », puis « dossiers reconstruire ».",
        MotifDossiers.Remplacee =>
            $"La base des dossiers « {nom} » a été remplacée pendant que le programme tournait : rien n’est plus écrit. Arrêtez-le, remettez la base à sa place, puis relancez.",
        MotifDossiers.AutreBase =>
            $"La base des dossiers « {nom} » n’est pas celle avec laquelle ce dossier de données travaillait. Rendez-lui la sienne ; ou, si celle-ci est une sauvegarde à remettre en service, lancez « --role engine », puis « dossiers rattacher ». Elle n’a pas été touchée.",
        MotifDossiers.BacASable =>
            $"La base des dossiers « {nom} » est celle d’un bac à sable, dont le temps est inventé. Ajoutez --sandbox, ou prenez une autre base ; elle n’a pas été touchée.",
        MotifDossiers.TempsReel =>
            $"La base des dossiers « {nom} » est réelle : un bac à sable y écrirait des échéances d’un temps inventé. Retirez --sandbox, ou prenez une autre base ; elle n’a pas été touchée.",
        MotifDossiers.PlusRecente =>
            $"La base des dossiers « {nom} » vient d’une version plus récente du programme. Mettez le programme à jour ; elle n’a pas été touchée.",
        MotifDossiers.PlusAncienne =>
            $"La base des dossiers « {nom} » vient d’une version trop ancienne du programme. Prenez un autre dossier de données ; elle n’a pas été touchée.",
        _ => throw new ArgumentOutOfRangeException(nameof(motif), motif, null),
    };
}
