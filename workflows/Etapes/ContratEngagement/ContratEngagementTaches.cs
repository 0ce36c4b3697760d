using System.Globalization;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Droit.Contrat;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Etapes.ContratEngagement;

/// <summary>The tasks of the step.</summary>
internal static class ContratEngagementTaches
{
    public const string Proposer = "proposer-contrat";
    public const string SignerPersonne = "signer-contrat";
    public const string SignerConseiller = "signer-contrat-referent";

    public const string Proposition = "proposer";
    public const string Signature = "signer";
    public const string Modification = "demander-modification";
    public const string Reprise = "reprendre";

    public const string PrefixeHeures = "heures-";
    public const string Motif = "motif-heures";
    public const string DemandePersonne = "demande-personne";
    public const string Engagements = "engagements";
    public const string Objectif = "objectif";
    public const string Raison = "raison";

    private static IReadOnlyList<ChoixChamp> Motifs(ReglesContrat droit) =>
    [
        new(nameof(MotifHeures.SituationIndividuelle), "Situation individuelle, au vu du diagnostic"),
        new(nameof(MotifHeures.Sante), "État de santé"),
        new(nameof(MotifHeures.Handicap), "Handicap"),
        new(nameof(MotifHeures.Invalidite), "Invalidité"),
        new(nameof(MotifHeures.ParentIsole), $"Parent isolé sans garde d’un enfant de moins de {Francais.EnLettres(droit.AgeEnfantSansGarde)} ans"),
    ];

    public static NouvelleTache ARediger(VueParcours v, Echeance echeance, string? precision) => new()
    {
        Nature = Proposer,
        Libelle = "proposer le contrat d’engagement",
        Precision = precision,
        Responsable = v.Referent(),
        Echeance = echeance,
        Gestes = [new Geste { Code = Proposition, Libelle = "Proposer le contrat", Principal = true, Champs = ChampsContrat(v) }],
        Rappels = Rappels(v, echeance),
        EscaladeLe = Escalade(v, echeance),
    };

    public static NouvelleTache PourLaPersonne(VueParcours v, Echeance echeance, ContratProjete contrat) => new()
    {
        Nature = SignerPersonne,
        Libelle = "Signer votre contrat",
        Precision = Resume(contrat),
        Responsable = Responsable.Personne(v.DossierId),
        Echeance = echeance,
        Gestes =
        [
            new Geste { Code = Signature, Libelle = "Signer", Principal = true },
            new Geste { Code = Modification, Libelle = "Demander une modification", Champs = [new Champ { Nom = Raison, Libelle = "Ce que vous souhaitez changer", Type = TypeChamp.Texte }] },
        ],
        ObjetId = contrat.ContratId,
        Rappels = Rappels(v, echeance),
        EscaladeLe = NodaTime.Instant.Max(echeance.Fin, v.Calendrier.FinDuJour(Rythme.Escalade.Terme(v.Aujourdhui))),
    };

    public static NouvelleTache PourLeConseiller(VueParcours v, Echeance echeance, ContratProjete contrat) => new()
    {
        Nature = SignerConseiller,
        Libelle = "signer le contrat d’engagement",
        Precision = Resume(contrat),
        Responsable = v.Referent(),
        Echeance = echeance,
        Gestes =
        [
            new Geste { Code = Signature, Libelle = "Signer", Principal = true },
            new Geste { Code = Reprise, Libelle = "Reprendre la proposition" },
        ],
        ObjetId = contrat.ContratId,
        Rappels = Rappels(v, echeance),
        EscaladeLe = Escalade(v, echeance),
    };

    /// <summary>« 3 actions, 15 h par semaine ».</summary>
    public static string Resume(ContratProjete contrat)
    {
        var actions = contrat.Lignes.Count(l => l.Cote == CoteContrat.Personne && l.Nature != CatalogueActions.Assiduite.Code);
        var heures = contrat.HeuresParSemaine == 0 ? "sans heures hebdomadaires" : $"{Francais.Heures(contrat.HeuresParSemaine)} par semaine";
        return $"{Francais.Majuscule(Francais.EnLettresFeminin(actions))} action{(actions > 1 ? "s" : "")}, {heures}.";
    }

    private static List<Champ> ChampsContrat(VueParcours v)
    {
        var droit = v.Droit.Contrat;
        var heures = v.Parametres.Heures(ContratEngagementDefinition.Heures).ToString(CultureInfo.InvariantCulture);
        return
        [
            .. CatalogueActions.Activites.Select((action, rang) => new Champ
            {
                Nom = PrefixeHeures + action.Code,
                Libelle = action.Libelle,
                Type = TypeChamp.Heures,
                Min = "0",
                Max = droit.PlafondHebdomadaire.ToString(CultureInfo.InvariantCulture),
                ParDefaut = rang == 0 ? heures : null,
                Aide = rang == 0 ? $"Heures par semaine. Le total se situe entre {Francais.Heures(droit.PlancherHebdomadaire)} et {Francais.Heures(droit.PlafondHebdomadaire)}, sauf motif." : null,
            }),
            new Champ { Nom = Motif, Libelle = $"Motif, en dessous de {droit.PlancherHebdomadaire:0} heures", Type = TypeChamp.Choix, Choix = Motifs(droit) },
            new Champ { Nom = DemandePersonne, Libelle = "La personne demande un plan sans heures hebdomadaires, pour des difficultés avérées", Type = TypeChamp.Case },
            new Champ { Nom = Engagements, Libelle = "Engagements de l’organisme", Type = TypeChamp.ChoixMultiple, Choix = CatalogueActions.Organisme },
            new Champ { Nom = Objectif, Libelle = "Objectif, dans les mots de la personne", Type = TypeChamp.Texte, Obligatoire = true },
        ];
    }

    private static IReadOnlyList<NodaTime.Instant> Rappels(VueParcours v, Echeance echeance) =>
        v.MatinsAvant(echeance.Jour, v.Parametres.Entiers(ContratEngagementDefinition.Rappels));

    private static NodaTime.Instant Escalade(VueParcours v, Echeance echeance) =>
        NodaTime.Instant.Max(v.Calendrier.FinDuJour(Rythme.Escalade.Terme(echeance.Jour)), v.Calendrier.FinDuJour(Rythme.Escalade.Terme(v.Aujourdhui)));
}
