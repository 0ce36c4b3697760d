using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Donnees;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;
using NodaTime.Text;

namespace FranceTravail.Parcours.Workflows.Tests.Banc;

/// <summary>What anybody may do, by chance.</summary>
internal static class Hasards
{
    /// <summary>New data of the person, a request of hers, or one act on one open task, with values by chance; nothing when it is refused.</summary>
    public static void Agir(ParcoursEnMemoire p, int h)
    {
        if (h % 13 == 0 && p.Etat.Statut != StatutParcours.Clos)
        {
            p.Appliquer(Donnees.Changees($"donnees-{p.Etat.Numero}", h % 2 == 0 ? DonneePersonne.Commune : DonneePersonne.Telephone));
            return;
        }

        if (h % 17 == 0)
        {
            p.Ouvrir("reorientation", h % 2 == 0 ? RoleActeur.Personne : RoleActeur.Conseiller, h % 2 == 0 ? "dossier-0001" : "c-9", ("texte", "texte-0000001"));
            return;
        }

        if (p.Etat.Taches.Count == 0)
        {
            p.AvancerJours(1);
            return;
        }

        var tache = p.Etat.Taches.ElementAt(h % p.Etat.Taches.Count).Value;
        var geste = tache.Gestes[h / 7 % tache.Gestes.Count];
        var acte = p.Acte(tache, geste.Code, [.. geste.Champs.Select((c, i) => (c.Nom, Valeur(c, (h / 3) + (i * 17), p.Aujourdhui))).Where(v => v.Item2 != "")]);
        if (p.Refus(acte) is { } refus)
        {
            Assert.Matches(@"^\p{Lu}|^«", refus);
            Assert.EndsWith(".", refus);
            return;
        }

        p.Appliquer(acte);
    }

    public static string Valeur(Champ champ, int h, LocalDate aujourdhui) => champ.Type switch
    {
        _ when !champ.Obligatoire && h % 3 == 0 => "",
        TypeChamp.Texte => "texte-0000001",
        TypeChamp.Nombre => "3",
        TypeChamp.Heures => (h % 15).ToString(System.Globalization.CultureInfo.InvariantCulture),
        TypeChamp.Date => LocalDatePattern.Iso.Format(aujourdhui.PlusDays(h % 20)),
        TypeChamp.Heure => "10:30",
        TypeChamp.Choix => champ.Choix[h % champ.Choix.Count].Code,
        TypeChamp.ChoixMultiple => string.Join(',', champ.Choix.Where((_, i) => (h >> i) % 2 == 0).Select(c => c.Code)),
        TypeChamp.Case => h % 2 == 0 ? "oui" : "non",
        _ => "",
    };
}
