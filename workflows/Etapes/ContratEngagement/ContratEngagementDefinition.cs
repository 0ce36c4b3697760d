namespace FranceTravail.Parcours.Workflows.Etapes.ContratEngagement;

internal static class ContratEngagementDefinition
{
    public const string DelaiSignature = nameof(DelaiSignature);
    public const string Heures = nameof(Heures);
    public const string Rappels = nameof(Rappels);
    public const string Signe = nameof(Signe);

    public static DefinitionEtape Valeur { get; } = new()
    {
        Type = "Parcours.ContratEngagement",
        Rang = 50,
        Nom = "Contrat d’engagement",
        Description = "Élaboré avec la personne, signé des deux côtés, avec les engagements de chacun.",
        EnClair = _ => "Vous et votre référent vous engagez, chacun pour sa part.",
        PourLaPersonne = new Dictionary<string, string>
        {
            [ContratEngagementTaches.Proposer] = "Vous proposer un contrat d’engagement",
            [ContratEngagementTaches.SignerConseiller] = "Signer votre contrat d’engagement",
            [ReferentADesigner.Nature] = "Vous présenter votre référent",
        },
        Apporte = Acquis.Contrat,
        Suppose = [Acquis.Orientation, Acquis.Diagnostic],
        Entrees =
        [
            new EntreeEtape
            {
                Nom = DelaiSignature,
                Libelle = "Délai de signature",
                Description = "Depuis la réception de la notification d’orientation. Fixé par la loi.",
                Type = TypeEntree.Duree,
                Reglage = ContratEngagementReglages.Signature,
            },
            new EntreeEtape
            {
                Nom = Heures,
                Libelle = "Heures proposées par semaine",
                Description = "Point de départ de la discussion ; le contrat fixe le nombre d’heures, qui peut être réduit.",
                Type = TypeEntree.Heures,
                Reglage = ContratEngagementReglages.Heures,
            },
            new EntreeEtape
            {
                Nom = Rappels,
                Libelle = "Rappels, en jours avant l’échéance",
                Description = "Un rappel par nombre de la liste.",
                Type = TypeEntree.ListeNombres,
                Reglage = _ => ContratEngagementReglages.Rappels,
            },
        ],
        Sorties = [new SortieEtape(Signe, "Signé")],
    };
}
