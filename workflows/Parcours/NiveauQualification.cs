namespace FranceTravail.Parcours.Workflows.Parcours;

/// <summary>Levels of training, from none to five years after the baccalauréat.</summary>
public enum NiveauQualification
{
    NonConnu,
    SansDiplome,
    CapBep,
    Bac,
    BacPlus2,
    BacPlus3EtPlus,
}
