using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Orientation;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Etapes.Reorientation;

/// <summary>
/// Another organism, asked for by the person or by the organisme référent, given or refused by the authority and never by the référent
/// (Code du travail, art. L5411-5-2 II). The accompaniment goes on meanwhile; once another organism is decided, it is taken up there.
/// </summary>
internal sealed class ReorientationEtape : IEtape
{
    public const string Trancher = "decider-reorientation";
    public const string Demandee = "reorientation.demandee";
    public const string Decision = "reorientation.decision";
    public const string Refusee = "reorientation.refusee";
    public const string Accorder = "accorder";
    public const string Refus = "refuser";
    private const string Attendu = "Décision de réorientation";
    private const string Limite = "limite";
    private const string Organisme = "organisme";
    private const string Parcours = "parcours";
    private const string Raison = "raison";

    public DefinitionEtape Definition => ReorientationDefinition.Valeur;

    /// <summary>Nobody is asked for what nobody could answer.</summary>
    public string? RefuserDOuvrir(VueParcours vue) =>
        Autorite(vue) is ReponseCompetence.Inconnue inconnue ? $"Une autre orientation ne peut pas être demandée ici. {inconnue.Raison}" : null;

    public void Entrer(Visite v)
    {
        var parPersonne = v.Auteur.Role is RoleActeur.Personne;
        OrganismeReferent? souhait = Enum.TryParse<OrganismeReferent>(v.Ouverture.GetValueOrDefault(ReorientationDefinition.Souhait), out var lu) ? lu : null;
        v.Retenir(new ReorientationMemoire { DemandeeLe = v.Aujourdhui, Conseiller = parPersonne ? null : v.Auteur.Id, Souhait = souhait, SouhaitDit = souhait is { } dit ? v.Par(dit) : null });
        var echeance = Echeance(v);
        v.Attendre(Attendu, echeance);
        v.Programmer(Limite, echeance.Fin);
        v.Constater(
            Demandee,
            $"Autre orientation demandée par {(parPersonne ? "la personne" : "l’organisme référent")}{(souhait is { } vers ? $", pour un accompagnement {v.Par(vers)}" : "")}.",
            v.Droit.Orientation.Reorientation.Citation,
            donnees: new Dictionary<string, string> { [ReorientationDefinition.Texte] = v.Ouverture[ReorientationDefinition.Texte] });
        v.Ecrire("recue", ReorientationCourriers.Demandee, ReorientationCourriers.Donnees(parPersonne, echeance.Jour, v.Ouverture[ReorientationDefinition.Texte], Autorite(v)));
        v.Ouvrir(Tache(v, echeance));
    }

    public string? Refuser(VueParcours vue, TacheParcours tache, Acte acte)
    {
        var reponse = Autorite(vue);
        if (DecisionReservee.Refuser(vue, reponse, acte.Acteur, "Cette réorientation") is var refus && (refus is not null || acte.Geste == Refus))
        {
            return refus;
        }

        var organisme = new Saisie(acte).Choix<OrganismeReferent>(Organisme)!.Value;
        return DecisionOrientation.Refuser(vue, organisme)
            ?? (organisme == vue.Dossier.Organisme
                ? $"La personne est déjà accompagnée {vue.Par(vue.Dossier.Organisme!.Value)}. Dans le même organisme, l’accompagnement change par une révision du contrat."
                : null);
    }

    public string SurActe(Visite v, TacheParcours tache, Acte acte)
    {
        var (saisie, autorite) = (new Saisie(acte), (ReponseCompetence.Competente)Autorite(v));
        var baseLegale = DecisionReservee.Base(v, autorite, acte.Acteur, autorite.Articles);
        var raison = saisie.Texte(Raison)!;
        v.Sortir(ReorientationDefinition.Tranchee);
        if (acte.Geste == Refus)
        {
            v.Prononcer(Refusee, "Autre orientation refusée, avec ses raisons.", baseLegale, new Dictionary<string, string> { ["reponse"] = raison });
            v.Ecrire(
                "reponse",
                ReorientationCourriers.Refusee,
                ReorientationCourriers.Refus(autorite.Autorite.Decideur, v.DitRsa, acte.Acteur.Id ?? "", DecisionReservee.Delegation(v, autorite, acte.Acteur)?.Reference, raison, autorite.Articles),
                CanalCourrier.DateCertaine);
            return "Le refus est enregistré, avec ses raisons ; la personne en est avertie.";
        }

        var (parcours, organisme) = (saisie.Choix<TypeParcours>(Parcours)!.Value, saisie.Choix<OrganismeReferent>(Organisme)!.Value);
        new DecisionOrientation
        {
            Code = Decision,
            Phrase = $"Autre orientation : parcours {Libelles.De(parcours)}, accompagnement {v.Par(organisme)}.",
            BaseLegale = baseLegale,
            Autorite = autorite,
            Articles = autorite.Articles,
            Acteur = acte.Acteur,
            Parcours = parcours,
            Organisme = organisme,
            Raison = raison,
            Courrier = ReorientationCourriers.Reorientation,
        }.Rendre(v);
        v.Annoncer(Annonces.ReorientationDecidee);
        return $"Autre orientation décidée : accompagnement {v.Par(organisme)}. La notification part, et un rendez-vous est recherché.";
    }

    /// <summary>In another place the authority is another.</summary>
    public void SurAnnonce(Visite v, string annonce)
    {
        if (annonce == Annonces.DossierTransfere)
        {
            SurSituation(v);
        }
    }

    /// <summary>Whose decision it is follows from the right to the RSA: what was asked of one authority is asked of the other.</summary>
    public void SurSituation(Visite v)
    {
        v.Annuler(Trancher);
        v.Ouvrir(Tache(v, Echeance(v)));
    }

    public void SurAlarme(Visite v, string objet) =>
        v.Constater("reorientation.delai", "Échéance dépassée — autre orientation demandée, sans décision.", ton: TonFait.EcheanceDepassee);

    private static ReponseCompetence Autorite(VueParcours v) => v.Competence(NatureActe.Reorientation, p => p);

    /// <summary>A duty of the service towards the person: never put off.</summary>
    private static Echeance Echeance(VueParcours v)
    {
        var demandee = v.Memoire<ReorientationMemoire>().DemandeeLe;
        return v.Echeance(
            v.Delai(Limite, () => v.ParametresDu(demandee).Duree(ReorientationDefinition.Delai).Terme(demandee)), $"Autre orientation demandée le {Francais.Date(demandee)}");
    }

    private static NouvelleTache Tache(VueParcours v, Echeance echeance)
    {
        var memoire = v.Memoire<ReorientationMemoire>();
        var actuel = v.Dossier is { TypeParcours: { } type, Organisme: { } organisme } ? $"Aujourd’hui : parcours {Libelles.De(type)}, accompagnement {v.Par(organisme)}." : "";
        return new()
        {
            Nature = Trancher,
            Libelle = "décider d’une autre orientation",
            Precision = $"Demandée le {Francais.Date(memoire.DemandeeLe)} par {(memoire.Conseiller is null ? "la personne" : "l’organisme référent")}{(memoire.SouhaitDit is { } souhait ? $", pour un accompagnement {souhait}" : "")}. {actuel}".TrimEnd(),
            Responsable = DecisionReservee.File(v, Autorite(v)) with { Ecartes = new(Referent: true, memoire.Conseiller) },
            Echeance = echeance,
            Gestes =
            [
                new Geste
                {
                    Code = Accorder,
                    Libelle = "Décider une autre orientation",
                    Principal = true,
                    Champs =
                    [
                        new Champ
                        {
                            Nom = Organisme,
                            Libelle = "Organisme référent",
                            Type = TypeChamp.Choix,
                            Obligatoire = true,
                            ParDefaut = memoire.Souhait is { } voulu && voulu != v.Dossier.Organisme && v.Par(voulu) == memoire.SouhaitDit ? voulu.ToString() : null,
                            Choix = Libelles.Organismes(v.Executif(v.Commune), sauf: v.Dossier.Organisme),
                        },
                        new Champ { Nom = Parcours, Libelle = "Parcours", Type = TypeChamp.Choix, Obligatoire = true, ParDefaut = v.Dossier.TypeParcours?.ToString(), Choix = Libelles.Choix<TypeParcours>(Libelles.De) },
                        Pourquoi,
                    ],
                },
                new Geste { Code = Refus, Libelle = "Refuser", Champs = [Pourquoi] },
            ],
            Rappels = v.MatinsAvant(echeance.Jour, ReorientationReglages.Rappels),
            EscaladeLe = echeance.Fin,
        };
    }

    private static Champ Pourquoi => new()
    {
        Nom = Raison,
        Libelle = "Pourquoi",
        Aide = "Écrivez à la personne, en une ou deux phrases : sa lettre les reprend.",
        Type = TypeChamp.Texte,
        Obligatoire = true,
    };
}
