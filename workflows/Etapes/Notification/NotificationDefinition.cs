using FranceTravail.Parcours.Workflows.Parcours;

namespace FranceTravail.Parcours.Workflows.Etapes.Notification;

internal static class NotificationDefinition
{
    public const string Recue = nameof(Recue);

    public static DefinitionEtape Valeur { get; } = new()
    {
        Type = "Parcours.Notification",
        Rang = 82,
        Nom = "Notification de l’orientation",
        Description = "Envoie la décision avec une date certaine, et attend la preuve de sa réception. L’accompagnement n’attend pas.",
        EnClair = _ => "La décision vous est envoyée par écrit.",
        PourLaPersonne = new Dictionary<string, string>
        {
            [NotificationEtape.Enregistrer] = "Suivre l’envoi de votre orientation",
        },
        OuvertPar = Annonces.OrientationDecidee,
        Sorties = [new SortieEtape(Recue, "Réception connue")],
    };
}
