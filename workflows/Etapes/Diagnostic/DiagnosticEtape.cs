using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Orientation;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Etapes.Diagnostic;

/// <summary>
/// The joint diagnostic, first act of the accompaniment (Code du travail, art. L5411-5-2): recorded by the référent with the
/// person, it leads to the contract, with the kind of accompaniment that both agree on.
/// </summary>
internal sealed class DiagnosticEtape : IEtape
{
    private const string Attendu = "Diagnostic partagé";
    private const string Limite = "limite";
    public const string Point = "diagnostic.partage";
    public const string Etablir = "etablir-diagnostic";
    private const string Partager = "partager";
    private const string Freins = "freins";
    private const string Projet = "projet";
    private const string Synthese = "synthese";

    private static readonly IReadOnlyList<ChoixChamp> Projets =
    [
        new("defini", "Projet défini"),
        new("a-preciser", "Projet à préciser"),
        new("a-construire", "Projet à construire"),
    ];

    public DefinitionEtape Definition => DiagnosticDefinition.Valeur;

    public void Entrer(Visite v)
    {
        var jour = v.Delai(Limite, () => v.Parametres.Duree(DiagnosticDefinition.Delai).Echeance(v.Aujourdhui, v.Calendrier));
        var echeance = v.Echeance(jour, "À consigner à la suite du premier rendez-vous", v.Droit.Orientation.Diagnostic.Citation);
        v.Attendre(Attendu, echeance);
        v.Programmer(Limite, echeance.Fin);
        v.Ouvrir(new NouvelleTache
        {
            Nature = Etablir,
            Libelle = "consigner le diagnostic établi avec la personne",
            Responsable = v.Referent(),
            Echeance = echeance,
            Gestes = [GestePartager(v)],
            Rappels = v.MatinsAvant(jour, DiagnosticReglages.Rappels),
            EscaladeLe = v.Calendrier.FinDuJour(Rythme.Escalade.Echeance(jour, v.Calendrier)),
        });
    }

    public string SurActe(Visite v, TacheParcours tache, Acte acte)
    {
        var saisie = new Saisie(acte);
        var donnees = saisie.Texte(Synthese) is { } texte ? new Dictionary<string, string> { [Synthese] = texte } : [];
        var projet = Projets.First(p => p.Code == saisie.Texte(Projet)).Libelle;
        var freins = saisie.Codes(Freins);
        donnees[Projet] = saisie.Texte(Projet)!;
        donnees[Freins] = string.Join(',', freins);
        v.Constater(
            Point,
            $"Diagnostic partagé — {Francais.Minuscule(projet)} ; freins : {Francais.Enumerer([.. freins.Select(f => Libelles.De(Enum.Parse<Frein>(f)))], "aucun noté")}.",
            v.Droit.Orientation.Diagnostic.Citation,
            donnees: donnees);
        Modalite.Convenir(v, saisie);
        v.Sortir(DiagnosticDefinition.Partage);
        return "Le diagnostic est enregistré et partagé avec la personne.";
    }

    public void SurAlarme(Visite v, string objet) =>
        v.Constater("diagnostic.delai", "Échéance dépassée — diagnostic non consigné.", v.Droit.Orientation.Diagnostic.Citation, TonFait.EcheanceDepassee);

    private static Geste GestePartager(VueParcours v) => new()
    {
        Code = Partager,
        Libelle = "Partager le diagnostic",
        Principal = true,
        Champs =
        [
            new Champ { Nom = Projet, Libelle = "Projet", Type = TypeChamp.Choix, Obligatoire = true, Choix = Projets },
            ChampFreins(v),
            Modalite.Champ(v),
            ChampSynthese,
        ],
    };

    /// <summary>What she said at her registration is not asked of her again.</summary>
    private static Champ ChampFreins(VueParcours v)
    {
        var dits = v.Situation.Freins.Select(f => f.Categorie).Distinct().ToList();
        return new()
        {
            Nom = Freins,
            Libelle = "Freins à lever",
            Type = TypeChamp.ChoixMultiple,
            Choix = Libelles.Choix<Frein>(Libelles.De),
            ParDefaut = dits.Count > 0 ? string.Join(',', dits) : null,
            Aide = dits.Count > 0 ? "Ce qui est coché a été dit à l’inscription : à revoir ensemble." : null,
        };
    }

    private static Champ ChampSynthese => new() { Nom = Synthese, Libelle = "Synthèse", Type = TypeChamp.Texte };
}
