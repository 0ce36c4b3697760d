using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Orientation;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;
using NodaTime.Text;

namespace FranceTravail.Parcours.Workflows.Etapes.RevuePeriodique;

/// <summary>
/// The periodic review of the contract (Code du travail, art. R5411-14: its rhythm is agreed with the person). The follow-up
/// goes on until the review is held, however late.
/// </summary>
internal sealed class RevuePeriodiqueEtape : IEtape
{
    private const string Attendu = "Revue";
    private const string Preparer = "preparer";
    private const string Limite = "limite";
    public const string Tenir = "tenir-revue";
    private const string Motif = "motif";
    private const string Bilan = "bilan";

    private static readonly IReadOnlyList<ChoixChamp> Motifs =
    [
        new("emploi", "Emploi durable"),
        new("formation", "Formation longue"),
        new("demande", "À la demande de la personne"),
        new("retraite", "Retraite"),
    ];

    /// <summary>A review comes. Data: <c>le</c>.</summary>
    private static readonly ModeleCourrier Courrier = new("revue", "annonce de la revue", "le")
    {
        Droit = d => new Dictionary<string, string> { ["articles"] = Article.CiterAuLong(d.Loi.Revue.Actualisation) },
        Apercu = c => new Dictionary<string, string> { ["le"] = LocalDatePattern.Iso.Format(c.Bientot) },
    };

    public DefinitionEtape Definition => RevuePeriodiqueDefinition.Valeur;

    public void Entrer(Visite v)
    {
        var echeance = Echeance(v);
        v.Attendre(Attendu, echeance);
        v.Programmer(Limite, echeance.Fin);
        v.Programmer(Preparer, v.Matin(v.Parametres.Duree(RevuePeriodiqueDefinition.Preparation).Avant(echeance.Jour)));
        v.Preciser($"vers le {Francais.DateCourte(echeance.Jour)}", echeance.Jour);
    }

    public string SurActe(Visite v, TacheParcours tache, Acte acte)
    {
        var saisie = new Saisie(acte);
        var donnees = saisie.Texte(Bilan) is { } texte ? new Dictionary<string, string> { [Bilan] = texte } : [];
        var (code, suite) = acte.Geste switch
        {
            RevuePeriodiqueDefinition.NouveauContrat => ("revue.contrat", "le contrat est à réviser"),
            RevuePeriodiqueDefinition.Sortie => ("revue.sortie", $"fin du parcours — {Francais.Minuscule(Motifs.First(m => m.Code == saisie.Texte(Motif)).Libelle)}"),
            _ => ("revue.poursuite", "le parcours se poursuit"),
        };
        v.Constater(code, $"Revue tenue avec la personne : {suite}.", v.Droit.Revue.Actualisation.Citation, donnees: donnees);
        v.Consigner(d => d with { RevueDepuisLe = v.Aujourdhui });
        Modalite.Convenir(v, saisie);
        v.Preciser(null);
        v.Sortir(acte.Geste);
        return $"La revue est enregistrée : {suite}.";
    }

    public void SurAlarme(Visite v, string objet)
    {
        if (objet == Limite)
        {
            v.Constater("revue.delai", "Échéance dépassée — revue non tenue.", Echeance(v).BaseLegale, TonFait.EcheanceDepassee);
            return;
        }

        var echeance = Echeance(v);
        v.Ecrire("revue", Courrier, new() { ["le"] = LocalDatePattern.Iso.Format(echeance.Jour) });
        v.Ouvrir(new NouvelleTache
        {
            Nature = Tenir,
            Libelle = $"tenir la revue du {Francais.Date(echeance.Jour)}",
            Precision = Precision(v, echeance.Jour),
            Responsable = v.Referent(),
            Echeance = echeance,
            Gestes = Gestes(v),
            Rappels = v.MatinsAvant(echeance.Jour, RevuePeriodiqueReglages.Rappels),
            EscaladeLe = v.Calendrier.FinDuJour(Rythme.EscaladeLente.Terme(echeance.Jour)),
        });
    }

    /// <summary>The hours of the contract; after six months of a social journey on RSA, the joint diagnostic that the law wants (CASF, art. L262-31).</summary>
    private static string? Precision(VueParcours v, LocalDate le) => v.Dossier switch
    {
        { TypeParcours: TypeParcours.Social, ContratEnVigueur: { SigneParConseillerLe: { } parLui, SigneParPersonneLe: { } parElle } } when v.Situation.Rsa && v.Calendrier.Jour(Instant.Max(parLui, parElle)) is var signe && v.DroitDu(signe).Revue is var revue && revue.ParcoursSocial.Duree.Terme(signe) <= le =>
            $"Parcours social depuis {Francais.Duree(revue.ParcoursSocial.Duree)} : diagnostic conjoint avec France Travail, puis réorientation ou révision du contrat ({revue.ParcoursSocial.Articles[0].Citation}). "
                + $"Jusqu’à {Francais.Duree(revue.ParcoursSocialAvecMotif.Duree)} pour l’un de ces motifs : {string.Join(", ", revue.MotifsDouzeMois)}.",
        { ContratEnVigueur: { HeuresParSemaine: > 0 and var heures } } => $"Contrat de {Francais.Heures(heures)} par semaine.",
        _ => null,
    };

    /// <summary>Counted from the signature or the last review, put off past a day on which nobody works.</summary>
    private static Echeance Echeance(VueParcours v)
    {
        var depuis = v.Dossier.RevueDepuisLe ?? v.Aujourdhui;
        var periodicite = v.ParametresDu(depuis).Duree(RevuePeriodiqueDefinition.Periodicite);
        return v.Echeance(
            v.Delai(Limite, () => periodicite.Echeance(depuis, v.Calendrier)),
            $"{Francais.Majuscule(Francais.Duree(periodicite))} depuis le {Francais.Date(depuis)}",
            v.DroitDu(depuis).Revue.Actualisation.Citation);
    }

    private static IReadOnlyList<Geste> Gestes(VueParcours v)
    {
        var bilan = new Champ { Nom = Bilan, Libelle = "Bilan", Type = TypeChamp.Texte };
        return
        [
            new Geste { Code = RevuePeriodiqueDefinition.Poursuite, Libelle = "Poursuivre", Principal = true, Champs = [bilan] },
            new Geste { Code = RevuePeriodiqueDefinition.NouveauContrat, Libelle = "Réviser le contrat", Champs = [Modalite.Champ(v), bilan] },
            new Geste
            {
                Code = RevuePeriodiqueDefinition.Sortie,
                Libelle = "Conclure le parcours",
                Champs = [new Champ { Nom = Motif, Libelle = "Motif", Type = TypeChamp.Choix, Obligatoire = true, Choix = Motifs }, bilan],
            },
        ];
    }
}
