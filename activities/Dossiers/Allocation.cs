namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>Main allowance of a person.</summary>
public enum Allocation
{
    Aucune,
    Rsa,
    Are,
    Ass,
    Aah,
}

/// <summary>What people call it.</summary>
public static class AllocationEnClair
{
    public static string EnClair(this Allocation allocation) => allocation switch
    {
        Allocation.Aucune => "sans allocation",
        Allocation.Rsa => "RSA",
        Allocation.Are => "ARE",
        Allocation.Ass => "ASS",
        Allocation.Aah => "AAH",
        _ => throw new ArgumentOutOfRangeException(nameof(allocation), allocation, null),
    };
}
