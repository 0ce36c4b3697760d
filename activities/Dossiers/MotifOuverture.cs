namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>Why the case store cannot be opened.</summary>
public enum MotifOuverture
{
    LectureSeule,
    PlusRecente,
    Corrompue,
    Occupee,
    DisquePlein,
}
