using NodaTime;

namespace FranceTravail.Parcours.Workflows.Etapes.Transfert;

/// <summary>Where the person says that she lives now.</summary>
internal sealed record TransfertMemoire : IMemoire<TransfertMemoire>
{
    /// <summary>INSEE code.</summary>
    public string Commune { get; init; } = "";

    /// <summary>Null where no territory of this program serves it.</summary>
    public string? Territoire { get; init; }

    /// <summary>Day on which the services learnt it.</summary>
    public LocalDate ConnuLe { get; init; }
}
