using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;
using NodaTime.Text;

namespace FranceTravail.Parcours.Workflows.Etapes.PreOrientation;

/// <summary>The tasks of the step, as the counsellor sees them.</summary>
internal static class PreOrientationTaches
{
    public const string Decider = "decider-orientation";
    public const string Reception = "enregistrer-reception";
    public const string Retenir = "retenir";
    public const string Choisir = "choisir";
    public const string ParcoursChoisi = "parcours";
    public const string OrganismeChoisi = "organisme";
    public const string Raison = "raison";
    public const string RecueLe = "recue-le";

    public static NouvelleTache Decision(VueParcours v, TypeParcours parcours, OrganismeReferent organisme, string precision, Echeance echeance) => new()
    {
        Nature = Decider,
        Libelle = "décider de l’orientation",
        Precision = precision,
        Responsable = v.Referent(),
        Echeance = echeance,
        Gestes =
        [
            new Geste { Code = Retenir, Libelle = "Retenir la proposition", Principal = true },
            new Geste
            {
                Code = Choisir,
                Libelle = "Choisir un autre parcours",
                Champs =
                [
                    new Champ { Nom = ParcoursChoisi, Libelle = "Parcours", Type = TypeChamp.Choix, Obligatoire = true, ParDefaut = parcours.ToString(), Choix = Libelles.Choix<TypeParcours>(Libelles.De) },
                    new Champ { Nom = OrganismeChoisi, Libelle = "Organisme référent", Type = TypeChamp.Choix, Obligatoire = true, ParDefaut = organisme.ToString(), Choix = Libelles.Choix<OrganismeReferent>(Libelles.De) },
                    new Champ { Nom = Raison, Libelle = "Raison du choix", Type = TypeChamp.Texte },
                ],
            },
        ],
        Rappels = v.MatinsAvant(echeance.Jour, v.Rythme.Rappels.Orientation),
        EscaladeLe = echeance.Fin,
    };

    public static NouvelleTache PreuveReception(VueParcours v, LocalDate decideeLe)
    {
        var jour = v.Rythme.RecherchePreuve.Echeance(v.Aujourdhui, v.Calendrier);
        return new()
        {
            Nature = Reception,
            Libelle = "enregistrer la réception de la notification d’orientation",
            Precision = "Le mois laissé pour signer le contrat court à partir de cette date.",
            Responsable = v.Referent(),
            Echeance = v.Echeance(jour, "Preuve de réception attendue", v.Droit.Orientation.Notification.Citation),
            Gestes =
            [
                new Geste
                {
                    Code = "recue",
                    Libelle = "Enregistrer",
                    Principal = true,
                    Champs =
                    [
                        new Champ { Nom = RecueLe, Libelle = "Reçue le", Type = TypeChamp.Date, Obligatoire = true, Min = LocalDatePattern.Iso.Format(decideeLe) },
                    ],
                },
            ],
            Rappels = v.MatinsAvant(jour, v.Rythme.Rappels.PreuveReception),
            EscaladeLe = v.Calendrier.FinDuJour(jour),
        };
    }
}
