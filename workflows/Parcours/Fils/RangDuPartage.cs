using NodaTime;

namespace FranceTravail.Parcours.Workflows.Parcours.Fils;

/// <summary>Which decision of a journey something was told by. After a reset its numbers begin anew, and its time does not.</summary>
/// <param name="Le">When it was taken.</param>
/// <param name="Numero">Its number.</param>
public sealed record RangDuPartage(Instant Le, long Numero)
{
    public bool Suit(RangDuPartage? autre) => autre is null || Le > autre.Le || (Le == autre.Le && Numero > autre.Numero);
}
