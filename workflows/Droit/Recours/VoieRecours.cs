namespace FranceTravail.Parcours.Workflows.Droit.Recours;

/// <summary>One remedy.</summary>
/// <param name="Nature">Which.</param>
/// <param name="Obligatoire">Without it the next one is not open.</param>
/// <param name="Delai">To use it, from the notice or from the answer to the one before.</param>
public sealed record VoieRecours(NatureRecours Nature, bool Obligatoire, DelaiDeDroit Delai)
{
    /// <summary>« une médiation préalable obligatoire devant le médiateur régional de France Travail, dans les deux mois ».</summary>
    public string Libelle => $"{Nature switch
    {
        NatureRecours.AdministratifPrealable => "un recours administratif préalable obligatoire, motivé, devant l’autorité qui a décidé",
        NatureRecours.MediationPrealable => "une médiation préalable obligatoire devant le médiateur régional de France Travail",
        NatureRecours.Gracieux => "un recours gracieux, facultatif, devant l’autorité qui a décidé",
        _ => "un recours devant le tribunal administratif",
    }}, dans les {Redaction.Francais.Duree(Delai.Duree)}";
}
