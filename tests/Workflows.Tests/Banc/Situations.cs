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

    /// <summary>RSA, mixed signs: the proposal is not clear.</summary>
    public static SituationPersonne Incertaine { get; } = new()
    {
        Rsa = true,
        Qualification = NiveauQualification.CapBep,
        MoisSansEmploi = 20,
        SeProjetteDansUnEmploi = false,
        Freins = [new(Frein.Mobilite, IntensiteFrein.Moyen)],
    };

    /// <summary>Several strong difficulties.</summary>
    public static SituationPersonne Eloignee { get; } = new()
    {
        Rsa = true,
        Qualification = NiveauQualification.SansDiplome,
        MoisSansEmploi = null,
        SeProjetteDansUnEmploi = false,
        Freins = [new(Frein.Logement, IntensiteFrein.Fort), new(Frein.Sante, IntensiteFrein.Fort)],
    };
}
