using FranceTravail.Parcours.Activities.Dossiers;
using NodaTime;

namespace FranceTravail.Parcours.Host.Inscriptions;

/// <summary>
/// What tells whether two registrations are of one person. Same names, capitals, accents and order aside, and same birth date; then one proof
/// more: the same CAF number, or where one of the two has none, the same telephone, mail or commune. Twins differ by their first names, spouses
/// by that and their birth dates; homonyms born the same day have each their own CAF number, or share nothing else.
/// </summary>
internal sealed record Identite(string Noms, LocalDate Naissance, string? Caf, string? Telephone, string? Courriel, string Commune)
{
    public static Identite De(InscriptionValide v) =>
        new(Plier(v.Nom, v.Prenom), v.DateNaissance, v.ReferenceCaf, v.Contact.Telephone, v.Contact.Courriel, v.Commune.Code);

    public static Identite De(Dossier d) => new(Plier(d.Nom, d.Prenom), d.DateNaissance, d.ReferenceCaf, d.Contact.Telephone, d.Contact.Courriel, d.CommuneInsee);

    public bool EstLaMemeQue(Identite other) =>
        Noms == other.Noms && Naissance == other.Naissance
        && (Caf is not null && other.Caf is not null
            ? Caf == other.Caf
            : Commune == other.Commune || Same(Telephone, other.Telephone) || Same(Courriel, other.Courriel));

    private static bool Same(string? one, string? other) => one is not null && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>The words of the name in one order: some files have the first name first.</summary>
    public static string Plier(string nom, string prenom) =>
        string.Join(' ', TexteDeRecherche.De($"{nom} {prenom}").Split(' ').Order(StringComparer.Ordinal));
}
