using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Donnees;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Taches;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using NodaTime;
using NodaTime.Text;

namespace FranceTravail.Parcours.Workflows.Tests.Competence.QuiPeutAgir;

/// <summary>Has everybody try everything that a journey offers where it stands, through the interpreter of the product.</summary>
internal sealed class Essais(ParcoursEnMemoire p, Lieu lieu, Personne personne, List<Case> cases)
{
    private readonly Interpreteur interpreteur = new(new ContexteParcours(
        new() { DossierId = "dossier-0001", Territoire = "pas-de-calais", Commune = lieu.Commune, ModeleId = "national", ModeleVersion = 1, Situation = personne.Situation },
        Traversee.Modele, CatalogueEtapes.National, c => CalendriersCommunes.Nationaux.De(c), lieu.Competences));

    private readonly HashSet<(string, string, Moment)> deja = [];

    /// <summary>Each gesture of each open task, the opening of a request and new data, by each column; once for each moment.</summary>
    public void Essayer(bool relais = false)
    {
        foreach (var tache in p.Etat.Taches.Values)
        {
            foreach (var geste in tache.Gestes)
            {
                Essayer(tache.Nature, geste.Code, p.Acte(tache, geste.Code, [.. geste.Champs.Select(c => (c.Nom, Valeur(c))).Where(v => v.Item2 is not null).Select(v => (v.Nom, v.Item2!))]), tache.Escaladee, relais || (tache.Nature == "decider-orientation" && p.Codes.Contains("pre-orientation.relais")));
            }
        }

        Essayer(LoiEnClair.OuvrirDemande, "demande", new Acte { Cle = "cle", OuvreFil = "demande", Acteur = Acteur.Systeme, Valeurs = new Dictionary<string, string> { ["objet"] = "question", ["texte"] = "texte-0000001" } }, false, relais);
        if (p.Noeud is "premier-rdv" or "diagnostic" or "contrat" or "revue" && p.Etat.Fils.Values.All(f => f.Type != "reorientation"))
        {
            Essayer(LoiEnClair.DemanderReorientation, "reorientation", new Acte { Cle = "cle", OuvreFil = "reorientation", Acteur = Acteur.Systeme, Valeurs = new Dictionary<string, string> { ["texte"] = "texte-0000001" } }, false, relais);
        }

        Essayer(LoiEnClair.DireDesDonnees, "donnees", Banc.Donnees.Changees("donnees-essai", DonneePersonne.Telephone), false, relais);
    }

    private void Essayer(string acte, string geste, Acte envoi, bool remontee, bool relais)
    {
        var moment = new Moment(p.Etat.Dossier.Organisme, p.Etat.Dossier.ReferentId is not null, remontee, relais);
        foreach (var qui in deja.Add((acte, geste, moment)) ? Colonne.Toutes : [])
        {
            if (qui.Acteur(lieu, p.Etat) is { } acteur)
            {
                var refus = interpreteur.Refuser(p.Etat, envoi with { Acteur = acteur }, new(p.Maintenant, p.Monde));

                // Too late for anybody: who may is tried on the task of the days before.
                if (refus?.StartsWith("L’heure du rendez-vous est passée", StringComparison.Ordinal) is not true)
                {
                    cases.Add(new(acte, geste, lieu, personne, moment, qui, refus));
                }
            }
        }
    }

    /// <summary>A value that the form takes, so that nothing but who acts can be refused.</summary>
    private string? Valeur(Champ champ) => champ switch
    {
        { ParDefaut: { } defaut } => defaut,
        { Obligatoire: false } => null,
        { Type: TypeChamp.Texte } => "texte-0000001",
        { Type: TypeChamp.Heures or TypeChamp.Nombre } => champ.Min ?? "1",
        { Type: TypeChamp.Date } => champ.Nom == "connu-le" ? Iso(p.Aujourdhui) : champ.Nom == "jour" ? Iso(Ouvre(p.Aujourdhui.PlusDays(1))) : champ.Min ?? Iso(p.Aujourdhui),
        { Type: TypeChamp.Heure } => "10:00",
        { Type: TypeChamp.Case } => "oui",
        _ => champ.Choix[0].Code,
    };

    private LocalDate Ouvre(LocalDate jour)
    {
        while (CalendriersCommunes.Nationaux.De(lieu.Commune).FermeLe(jour) is not null)
        {
            jour = jour.PlusDays(1);
        }

        return jour;
    }

    private static string Iso(LocalDate jour) => LocalDatePattern.Iso.Format(jour);
}
