using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;
using static FranceTravail.Parcours.Workflows.Etapes.PremierRendezVous.PremierRendezVousTaches;

namespace FranceTravail.Parcours.Workflows.Etapes.PremierRendezVous;

/// <summary>What the person can say of an absence by her own means, for some time after it. She is believed: no contract is at stake.</summary>
internal static class Explications
{
    /// <summary>Purpose of the alarm after which nothing is asked of her any more.</summary>
    public const string Fin = "fin-explication";

    public static void Demander(Visite v, RendezVousProjete absence)
    {
        Cesser(v);
        v.Retenir(v.Memoire<PremierRendezVousMemoire>() with { AExpliquer = absence });
        var jour = v.Local(absence.Debut).Date;
        var echeance = v.Echeance(PremierRendezVousReglages.Explication.Echeance(v.Aujourdhui, v.Calendrier), $"Rendez-vous du {Francais.Date(jour)}");
        v.Programmer(Fin, echeance.Fin);
        v.Ouvrir(new NouvelleTache
        {
            Nature = Expliquer,
            Libelle = $"Dire ce qui a empêché le rendez-vous du {Francais.Date(jour)}",
            Precision = "Rien ne vous est reproché. Si vous avez eu un empêchement, dites-le ici : l’absence est alors excusée.",
            Responsable = Responsable.Personne(v.DossierId),
            Echeance = echeance,
            Gestes = [new Geste { Code = Dire, Libelle = "Dire mon empêchement", Champs = [ChampMotif(obligatoire: true)] }],
            ObjetId = absence.RendezVousId,
        });
    }

    public static string Recevoir(Visite v, TacheParcours tache, Saisie saisie)
    {
        var absence = v.Memoire<PremierRendezVousMemoire>().AExpliquer!;
        var jour = Francais.Date(v.Local(absence.Debut).Date);
        v.Projeter(absence with { Statut = StatutRendezVous.Excuse });
        v.Constater("premier-rendez-vous.explique", $"La personne dit ce qui l’a empêchée de venir le {jour} — {IssueRendezVous.MotifDit(tache, saisie)} : l’absence est excusée.");
        Cesser(v);
        return "C’est noté : votre absence est excusée.";
    }

    /// <summary>Nothing is asked of her any more.</summary>
    public static void Cesser(Visite v)
    {
        v.Annuler(Expliquer);
        v.Deprogrammer(Fin);
        v.Retenir(v.Memoire<PremierRendezVousMemoire>() with { AExpliquer = null });
    }
}
