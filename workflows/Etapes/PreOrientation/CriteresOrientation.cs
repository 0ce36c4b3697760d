using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Redaction;

namespace FranceTravail.Parcours.Workflows.Etapes.PreOrientation;

/// <summary>
/// The legal criteria (Code du travail, art. L5411-5-1 III; arrêté of 21 November 2024), in the order of the national
/// logigramme: work, projection into a job, qualification, difficulties. The same everywhere: making them more precise takes a
/// joint arrêté. No household data, no national number, no allowance is read.
/// </summary>
internal static class CriteresOrientation
{
    public static IReadOnlyList<Critere> Appliquer(SituationPersonne s) => [Emploi(s), Aspirations(s), Qualification(s), Difficultes(s)];

    private static Critere Emploi(SituationPersonne s) => s.MoisSansEmploi switch
    {
        0 => Peser("emploi", 25, "en emploi aujourd’hui", 100, 0, 0),
        <= 24 and var mois => Peser("emploi", 25, $"a travaillé dans les deux dernières années (il y a {mois} mois)", 80, 20, 0),
        <= 60 and var mois => Peser("emploi", 25, $"sans emploi depuis {mois} mois", 20, 65, 15),
        not null and var mois => Peser("emploi", 25, $"sans emploi depuis {mois} mois", 0, 60, 40),
        null => Peser("emploi", 25, "aucun emploi connu", 10, 60, 30),
    };

    private static Critere Aspirations(SituationPersonne s) => s.SeProjetteDansUnEmploi switch
    {
        true => Peser("aspirations", 25, "se projette dans un emploi", 85, 15, 0),
        false => Peser("aspirations", 25, "ne se projette pas encore dans un emploi", 0, 60, 40),
        null => Peser("aspirations", 25, "souhait non exprimé", 34, 33, 33),
    };

    private static Critere Qualification(SituationPersonne s) => s.Qualification switch
    {
        NiveauQualification.NonConnu => Peser("qualification", 15, "niveau de formation non connu", 34, 33, 33),
        NiveauQualification.SansDiplome => Peser("qualification", 15, "sans diplôme", 20, 60, 20),
        NiveauQualification.CapBep => Peser("qualification", 15, "niveau CAP ou BEP", 60, 40, 0),
        NiveauQualification.Bac => Peser("qualification", 15, "niveau baccalauréat", 75, 25, 0),
        _ => Peser("qualification", 15, "diplôme supérieur au baccalauréat", 90, 10, 0),
    };

    private static Critere Difficultes(SituationPersonne s)
    {
        var forts = Nommer(s, IntensiteFrein.Fort);
        var moyens = Nommer(s, IntensiteFrein.Moyen);
        return (forts.Count, moyens.Count) switch
        {
            ( >= 2, _) => Peser("difficultes", 35, $"difficultés fortes : {Francais.Enumerer(forts)}", 0, 15, 85),
            (1, _) => Peser("difficultes", 35, $"difficulté forte : {forts[0]}", 5, 60, 35),
            (0, > 0) => Peser("difficultes", 35, $"difficultés moyennes : {Francais.Enumerer(moyens)}", 30, 65, 5),
            _ => Peser("difficultes", 35, "aucune difficulté qui freine l’emploi", 90, 10, 0),
        };
    }

    private static List<string> Nommer(SituationPersonne s, IntensiteFrein intensite) =>
        [.. s.Freins.Where(f => f.Intensite == intensite).Select(f => Libelles.De(f.Categorie)).Distinct()];

    private static Critere Peser(string code, int poids, string lecture, int professionnel, int socioProfessionnel, int social) =>
        new(code, poids, lecture, new Dictionary<TypeParcours, int>
        {
            [TypeParcours.Professionnel] = professionnel,
            [TypeParcours.SocioProfessionnel] = socioProfessionnel,
            [TypeParcours.Social] = social,
        });
}
