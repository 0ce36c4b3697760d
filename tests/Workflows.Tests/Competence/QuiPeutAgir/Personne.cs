using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Tests.Competence.QuiPeutAgir;

/// <summary>A person of the table.</summary>
/// <param name="Nom">As the table says it.</param>
/// <param name="Situation">What the rules read of her.</param>
/// <param name="Propre">Who orients her when she has no RSA (Code du travail, art. L5411-5-1 II 1°, 3° and 4°).</param>
internal sealed record Personne(string Nom, SituationPersonne Situation, Decideur Propre)
{
    public bool Rsa => Situation.Rsa;

    public static IReadOnlyList<Personne> Toutes { get; } =
    [
        new("sans RSA", De(PorteInscription.Demandeur), Decideur.FranceTravail),
        new("moins de 26 ans, par la mission locale (CEJ, PACEA)", De(PorteInscription.MissionLocale) with { Age = TrancheAge.Moins26 }, Decideur.MissionLocale),
        new("moins de 26 ans, d’elle-même", De(PorteInscription.Demandeur) with { Age = TrancheAge.Moins26 }, Decideur.FranceTravail),
        new("handicap reconnu, par Cap emploi", De(PorteInscription.CapEmploi) with { Boe = true }, Decideur.CapEmploi),
        new("handicap reconnu, d’elle-même", De(PorteInscription.Demandeur) with { Boe = true }, Decideur.FranceTravail),
        new("RSA", De(PorteInscription.Rsa) with { Rsa = true }, Decideur.FranceTravail),
        new("RSA, moins de 26 ans, par la mission locale", De(PorteInscription.MissionLocale) with { Rsa = true, Age = TrancheAge.Moins26 }, Decideur.MissionLocale),
        new("RSA, handicap reconnu, par Cap emploi", De(PorteInscription.CapEmploi) with { Rsa = true, Boe = true }, Decideur.CapEmploi),
    ];

    /// <summary>The same, whose right to the RSA the services know of since a day.</summary>
    public Personne Connue(LocalDate le) => this with { Situation = Situation with { DroitRsaConnuLe = le } };

    private static SituationPersonne De(PorteInscription porte) => Situations.ProcheDeLEmploi with { Porte = porte };
}
