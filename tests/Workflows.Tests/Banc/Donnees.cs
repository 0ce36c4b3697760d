using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Donnees;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Tests.Banc;

/// <summary>What a territory's file says anew of a person.</summary>
internal static class Donnees
{
    /// <summary>Her right to the RSA opened, or ended.</summary>
    public static Acte Droit(string reference, bool rsa)
    {
        var acte = Changees(reference, DonneePersonne.Allocation);
        return acte with { Donnees = acte.Donnees! with { Rsa = rsa } };
    }

    /// <summary>She lives in another commune.</summary>
    public static Acte Demenagement(string reference, string commune, string? territoire)
    {
        var acte = Changees(reference, DonneePersonne.Commune, DonneePersonne.Ville, DonneePersonne.Adresse);
        return acte with { Donnees = acte.Donnees! with { Commune = commune, Territoire = territoire } };
    }

    public static Acte Changees(string reference, params DonneePersonne[] lesquelles) => new()
    {
        Cle = reference,
        Acteur = Acteur.Import,
        Donnees = new() { Reference = reference, Lesquelles = lesquelles, Source = SourceDonnees.Import, RecuesLe = Instant.FromUtc(2026, 10, 9, 8, 0) },
    };
}
