using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>
/// Finds persons by what somebody remembers of their name. Every word must be there, in any order; three letters or more may stand in the
/// middle of a name, fewer begin one. The names are folded when they are written, so that a plain comparison ignores case and accents;
/// what makes it fast is the provider's: an index of three-letter groups, or one that holds all that the search reads.
/// </summary>
public static class RechercheDossiers
{
    private const int Milieu = 3;

    /// <summary>Those of <paramref name="dossiers"/> whose name has every word of <paramref name="plie"/>, as <see cref="TexteDeRecherche"/> folds it.</summary>
    public static IQueryable<Dossier> Filtrer(IQueryable<Dossier> dossiers, string plie)
    {
        foreach (var mot in plie.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            // A folded word has letters and digits only: nothing in it is a wildcard.
            var (partout, debut, ensuite) = ($"%{mot}%", $"{mot}%", $"% {mot}%");
            dossiers = mot.Length >= Milieu
                ? dossiers.Where(d => EF.Functions.Like(d.NomRecherche, partout))
                : dossiers.Where(d => EF.Functions.Like(d.NomRecherche, debut) || EF.Functions.Like(d.NomRecherche, ensuite));
        }

        return dossiers;
    }
}
