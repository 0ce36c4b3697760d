using FranceTravail.Parcours.Workflows.Parcours;

namespace FranceTravail.Parcours.Workflows.Tests.Banc;

internal static class Situations
{
    /// <summary>Near to work: the proposal is clear.</summary>
    public static SituationPersonne ProcheDeLEmploi { get; } = new()
    {
        Qualification = NiveauQualification.Bac,
        MoisSansEmploi = 4,
        SeProjetteDansUnEmploi = true,
    };

    /// <summary>RSA, whose right is known to be open; one question without an answer: the proposal is not clear.</summary>
    public static SituationPersonne Incertaine { get; } = new()
    {
        Rsa = true,
        DroitRsaConnuLe = new(2026, 10, 8),
        Qualification = NiveauQualification.CapBep,
        MoisSansEmploi = 20,
        SeProjetteDansUnEmploi = null,
        Freins = [new(Frein.Mobilite, IntensiteFrein.Moyen)],
    };

    /// <summary>Several strong difficulties.</summary>
    public static SituationPersonne Eloignee { get; } = new()
    {
        Rsa = true,
        DroitRsaConnuLe = new(2026, 10, 8),
        Qualification = NiveauQualification.SansDiplome,
        MoisSansEmploi = null,
        SeProjetteDansUnEmploi = false,
        Freins = [new(Frein.Logement, IntensiteFrein.Fort), new(Frein.Sante, IntensiteFrein.Fort)],
    };
}
