namespace FranceTravail.Parcours.Workflows.Parcours;

/// <summary>The closed list of categories that may be recorded (Code du travail, art. R5312-42 2° x).</summary>
public enum Frein
{
    Numerique,
    Mobilite,
    Famille,
    Sante,
    LectureEcritureCalcul,
    Logement,
    Ressources,
    Administratif,
    Confiance,
    CapaciteAAgir,
    VieProfessionnelle,
}
