using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Droit.Orientation;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Redaction;

namespace FranceTravail.Parcours.Workflows.Etapes.PreOrientation;

/// <summary>
/// The legal criteria (Code du travail, art. L5411-5-1 III; arrêté of 21 November 2024), in the order of the national
/// logigramme: work, projection into a job, qualification, difficulties. The same everywhere: making them more precise takes a
/// joint arrêté. No household data, no national number, no allowance is read.
/// </summary>
internal sealed class CriteresOrientation(GrilleOrientation grille)
{
    public IReadOnlyList<Critere> Appliquer(SituationPersonne s) =>
    [
        Peser("emploi", grille.PoidsEmploi, Emploi(s)),
        Peser("aspirations", grille.PoidsAspirations, Aspirations(s)),
        Peser("qualification", grille.PoidsQualification, Qualification(s)),
        Peser("difficultes", grille.PoidsDifficultes, Difficultes(s)),
    ];

    private (string Lecture, PartsOrientation Parts) Emploi(SituationPersonne s) => s.MoisSansEmploi switch
    {
        null => ("aucun emploi connu", grille.EmploiInconnu),
        0 => ("en emploi aujourd’hui", grille.EnEmploi),
        { } mois when mois <= grille.MoisRecents =>
            ($"a travaillé dans les {Francais.EnLettres(grille.AnneesRecentes)} dernières années (il y a {mois} mois)", grille.EmploiRecent),
        { } mois => ($"sans emploi depuis {mois} mois", mois <= grille.MoisLongs ? grille.SansEmploi : grille.SansEmploiDeLongueDate),
    };

    private (string Lecture, PartsOrientation Parts) Aspirations(SituationPersonne s) => s.SeProjetteDansUnEmploi switch
    {
        true => ("se projette dans un emploi", grille.SeProjette),
        false => ("ne se projette pas encore dans un emploi", grille.NeSeProjettePas),
        null => ("souhait non exprimé", grille.NonConnu),
    };

    private (string Lecture, PartsOrientation Parts) Qualification(SituationPersonne s) => s.Qualification switch
    {
        NiveauQualification.NonConnu => ("niveau de formation non connu", grille.NonConnu),
        NiveauQualification.SansDiplome => ("sans diplôme", grille.SansDiplome),
        NiveauQualification.CapBep => ("niveau CAP ou BEP", grille.CapBep),
        NiveauQualification.Bac => ("niveau baccalauréat", grille.Bac),
        _ => ("diplôme supérieur au baccalauréat", grille.Superieur),
    };

    private (string Lecture, PartsOrientation Parts) Difficultes(SituationPersonne s)
    {
        var forts = Nommer(s, IntensiteFrein.Fort);
        var moyens = Nommer(s, IntensiteFrein.Moyen);
        return (forts.Count, moyens.Count) switch
        {
            (var nombre, _) when nombre >= grille.PlusieursFreins => ($"difficultés fortes : {Francais.Enumerer(forts)}", grille.FreinsForts),
            ( > 0, _) => ($"difficulté forte : {forts[0]}", grille.FreinFort),
            (_, > 0) => ($"difficultés moyennes : {Francais.Enumerer(moyens)}", grille.FreinsMoyens),
            _ => ("aucune difficulté qui freine l’emploi", grille.SansFrein),
        };
    }

    private static List<string> Nommer(SituationPersonne s, IntensiteFrein intensite) =>
        [.. s.Freins.Where(f => f.Intensite == intensite).Select(f => Libelles.De(f.Categorie)).Distinct()];

    private static Critere Peser(string code, int poids, (string Lecture, PartsOrientation Parts) lu) =>
        new(code, poids, lu.Lecture, new Dictionary<TypeParcours, int>
        {
            [TypeParcours.Professionnel] = lu.Parts.Professionnel,
            [TypeParcours.SocioProfessionnel] = lu.Parts.SocioProfessionnel,
            [TypeParcours.Social] = lu.Parts.Social,
        });
}
