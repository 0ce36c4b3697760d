using FranceTravail.Parcours.Workflows.Redaction;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>What a person needs to be received, as she said it once: kept here alone, for whoever receives her. No history holds it.</summary>
public sealed class Besoins
{
    public bool AccesSansMarche { get; set; }

    public bool LangueDesSignes { get; set; }

    /// <summary>As she calls it; null when she needs no interpreter.</summary>
    public string? LangueInterprete { get; set; }

    /// <summary>« un accès sans marche et un interprète (tamoul) »; null when she said no need.</summary>
    public string? EnClair()
    {
        List<string> dits = [];
        if (AccesSansMarche)
        {
            dits.Add("un accès sans marche");
        }

        if (LangueDesSignes)
        {
            dits.Add("la langue des signes");
        }

        if (LangueInterprete is { } langue)
        {
            dits.Add($"un interprète ({langue})");
        }

        return dits.Count == 0 ? null : Francais.Enumerer(dits);
    }
}
