using System.ComponentModel.DataAnnotations;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>Which store this is: one row, made with it. A data folder remembers it, so that another store in its place is noticed.</summary>
public sealed class IdentiteBase
{
    [Key]
    public required string Id { get; init; }

    public required Instant CreeeLe { get; init; }

    /// <summary>Whether time is virtual for those who serve it: decided by the first of them, for good. Null before.</summary>
    public bool? BacASable { get; set; }
}
