using FranceTravail.Parcours.Workflows.Parcours;

namespace FranceTravail.Parcours.Host.Espaces.Personne;

/// <summary>What a person is asked, in the words that she would use; a counsellor reads the words of <see cref="Workflows.Redaction.Libelles"/>.</summary>
internal static class EnSesMots
{
    public static string De(NiveauQualification niveau) => niveau switch
    {
        NiveauQualification.NonConnu => "Je ne sais pas",
        NiveauQualification.SansDiplome => "Sans diplôme",
        NiveauQualification.CapBep => "CAP ou BEP",
        NiveauQualification.Bac => "Baccalauréat",
        NiveauQualification.BacPlus2 => "Bac + 2",
        NiveauQualification.BacPlus3EtPlus => "Bac + 3 et plus",
        _ => throw new ArgumentOutOfRangeException(nameof(niveau), niveau, null),
    };

    public static string De(Frein frein) => frein switch
    {
        Frein.Numerique => "Le numérique",
        Frein.Mobilite => "Me déplacer",
        Frein.Famille => "Garde d’enfant, proche à aider",
        Frein.Sante => "La santé",
        Frein.LectureEcritureCalcul => "Lire, écrire, compter",
        Frein.Logement => "Le logement",
        Frein.Ressources => "L’argent, les dettes",
        Frein.Administratif => "Les démarches",
        Frein.Confiance => "La confiance en moi",
        Frein.CapaciteAAgir => "M’organiser, tenir dans la durée",
        Frein.VieProfessionnelle => "La vie professionnelle (projet, méthode)",
        _ => throw new ArgumentOutOfRangeException(nameof(frein), frein, null),
    };
}
