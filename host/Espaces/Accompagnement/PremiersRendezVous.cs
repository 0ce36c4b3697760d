namespace FranceTravail.Parcours.Host.Espaces.Accompagnement;

/// <summary>Persons still to be received a first time: with a slot, without one, without one and past their 21st day.</summary>
internal sealed record PremiersRendezVous(int Places, int SansCreneau, int ARisque)
{
    public int Total => Places + SansCreneau + ARisque;
}
