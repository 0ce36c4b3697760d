using NodaTime;

namespace FranceTravail.Parcours.Workflows.Competence;

/// <summary>Days from one to another, both inside; without end while it lasts.</summary>
public readonly record struct Periode(LocalDate Du, LocalDate? Au = null)
{
    public bool Contient(LocalDate jour) => Du <= jour && !(jour > Au);

    /// <summary>Has a day in common with the other.</summary>
    public bool Recouvre(Periode autre) => !(autre.Du > Au) && !(Du > autre.Au);
}
