namespace FranceTravail.Parcours.Host.Simulateurs;

/// <summary>A partner that is played: its folder holds it, and it is found there by reflection.</summary>
internal interface ISimulateur
{
    /// <summary>Its name where its faults are ordered: <c>Caf</c>.</summary>
    string Nom { get; }

    /// <summary>Its tables, each <c>CREATE TABLE IF NOT EXISTS</c>; empty when it keeps nothing.</summary>
    string Schema => "";

    void Monter(IEndpointRouteBuilder app);
}
