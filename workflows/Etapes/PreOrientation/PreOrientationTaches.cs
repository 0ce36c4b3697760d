using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Etapes.PreOrientation;

/// <summary>The tasks of the step, as the counsellor sees them.</summary>
internal static class PreOrientationTaches
{
    public const string Decider = "decider-orientation";
    public const string Retenir = "retenir";
    public const string Choisir = "choisir";
    public const string ParcoursChoisi = "parcours";
    public const string OrganismeChoisi = "organisme";
    public const string Raison = "raison";
    public const string DroitOuvert = "droit-ouvert";
    public const string ConnuLe = "connu-le";
    public const string DelaiPasse = "delai-passe";

    /// <summary>To decide, by the agents of whoever is competent: the proposal with what explains it, confirmed in one gesture.</summary>
    public static NouvelleTache Decision(VueParcours v, Echeance echeance)
    {
        var proposition = PropositionOrientation.De(v);
        var relais = v.Memoire<PreOrientationMemoire>().Relais ? $"France Travail oriente à la place {AutoriteOrientation.DeLAutoriteRsa(v)}. " : "";
        return new()
        {
            Nature = Decider,
            Libelle = "décider de l’orientation",
            Precision = string.Join('\n', [$"{relais}Proposition : {proposition.Resume(v)}.", .. proposition.Motifs]),
            Responsable = DecisionReservee.File(v, AutoriteOrientation.De(v)),
            Echeance = echeance,
            Gestes =
            [
                new Geste { Code = Retenir, Libelle = "Confirmer la proposition", Principal = true, EnLot = proposition.Claire },
                new Geste
                {
                    Code = Choisir,
                    Libelle = "Décider autrement",
                    Champs =
                    [
                        new Champ { Nom = ParcoursChoisi, Libelle = "Parcours", Type = TypeChamp.Choix, Obligatoire = true, ParDefaut = proposition.Parcours.ToString(), Choix = Libelles.Choix<TypeParcours>(Libelles.De) },
                        new Champ { Nom = OrganismeChoisi, Libelle = "Organisme référent", Type = TypeChamp.Choix, Obligatoire = true, ParDefaut = proposition.Organisme.ToString(), Choix = Libelles.Organismes(v.Executif(v.Commune)) },
                        RaisonEcrite,
                    ],
                },
                .. DelaisOrientation.AttendLeDroit(v) ? [ConnaitreLeDroit(v)] : Array.Empty<Geste>(),
            ],
            Rappels = v.MatinsAvant(echeance.Jour, PreOrientationReglages.Rappels),
            EscaladeLe = echeance.Fin,
        };
    }

    /// <summary>Whether a proposal is the one that the task was opened with: to confirm is to confirm what was seen.</summary>
    public static bool EstCelleQuiEstMontree(TacheParcours tache, PropositionOrientation proposition)
    {
        var montree = tache.Gestes.Single(g => g.Code == Choisir).Champs.ToDictionary(c => c.Nom, c => c.ParDefaut);
        return montree[ParcoursChoisi] == proposition.Parcours.ToString() && montree[OrganismeChoisi] == proposition.Organisme.ToString();
    }

    private static Champ RaisonEcrite => new()
    {
        Nom = Raison,
        Libelle = "Pourquoi",
        Aide = "Écrivez à la personne, en une ou deux phrases : sa lettre les reprend.",
        Type = TypeChamp.Texte,
        Obligatoire = true,
    };

    private static Geste ConnaitreLeDroit(VueParcours v) => new()
    {
        Code = DroitOuvert,
        Libelle = v.Situation.DroitRsaConnuLe is null ? "Noter l’ouverture du droit au RSA" : "Corriger la date d’ouverture du droit",
        Champs =
        [
            new Champ
            {
                Nom = ConnuLe,
                Libelle = "Information reçue le",
                Aide = "Jour où les services ont été informés que le droit est ouvert, ou transféré : le délai de la loi part de ce jour.",
                Type = TypeChamp.Date,
                Obligatoire = true,
            },
            new Champ { Nom = DelaiPasse, Libelle = "Le délai est passé depuis ce jour : France Travail oriente", Type = TypeChamp.Case },
        ],
    };
}
