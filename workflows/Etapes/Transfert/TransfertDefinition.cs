using FranceTravail.Parcours.Workflows.Parcours;

namespace FranceTravail.Parcours.Workflows.Etapes.Transfert;

internal static class TransfertDefinition
{
    public const string Tranche = nameof(Tranche);

    public static DefinitionEtape Valeur { get; } = new()
    {
        Type = "Parcours.Transfert",
        Rang = 86,
        Nom = "Transfert du dossier",
        Description = "Après un déménagement, transmet le dossier à qui accompagne dans le nouveau lieu ; rien n’est clos, et les délais continuent.",
        EnClair = _ => "Votre dossier vous suit là où vous vivez.",
        PourLaPersonne = new Dictionary<string, string>
        {
            [TransfertEtape.Transmettre] = "Transmettre votre dossier à votre nouveau lieu d’accompagnement",
            [TransfertEtape.Accueillir] = "Prendre contact avec vous après votre changement de commune",
        },
        OuvertPar = Annonces.CommuneChangee,
        Entraine = [Annonces.OrientationAReprendre],
        Sorties = [new SortieEtape(Tranche, "Suite donnée")],
    };
}
