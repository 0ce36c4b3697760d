using FranceTravail.Parcours.Workflows.Redaction;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Communes;

/// <summary>A code that belongs to another commune today.</summary>
/// <param name="Code">The code that was given.</param>
/// <param name="Nom">Its name; null when no edition of the geographic code at hand has it.</param>
/// <param name="Vers">INSEE code of the commune of today.</param>
/// <param name="DepuisLe">The first edition of the geographic code in which it is no commune; null when before 2021, and for an arrondissement.</param>
/// <param name="Nature">Why.</param>
public sealed record Rattachement(string Code, string? Nom, string Vers, LocalDate? DepuisLe, NatureRattachement Nature)
{
    /// <summary>« 69211 (Saint-Jean-d’Ardières) fait aujourd’hui partie de la commune 69019 (Belleville-en-Beaujolais). »</summary>
    public string Dire(Commune commune)
    {
        var nomme = Nom is null ? Code : $"{Code} ({Nom})";
        return (Nature, DepuisLe) switch
        {
            (NatureRattachement.Arrondissement, _) => $"{nomme} est un arrondissement de la commune {commune.Code} ({commune.Nom}).",
            (NatureRattachement.Collectivite, _) => $"{Code} était le code de la commune {Nom}, devenue la collectivité {commune.Departement} : son code est {commune.Code}.",
            (_, { } depuis) => $"{nomme} fait partie de la commune {commune.Code} ({commune.Nom}) au code géographique du {Francais.DateComplete(depuis)}.",
            _ => $"{nomme} fait aujourd’hui partie de la commune {commune.Code} ({commune.Nom}).",
        };
    }
}
