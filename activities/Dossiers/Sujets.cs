using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>What an open page can follow, by name, and which of them a change concerns.</summary>
public static class Sujets
{
    public static string Dossier(string dossierId) => $"dossier/{dossierId}";

    /// <summary>Inbox, agenda and portfolio of one counsellor.</summary>
    public static string Conseiller(string conseillerId) => $"conseiller/{conseillerId}";

    /// <summary>The queue of a territory, or of an authority in it: tasks of its counsellors without a name on them.</summary>
    public static string File(string file) => $"file/{file}";

    /// <summary>What waits for the management of a territory.</summary>
    public static string Encadrement(string territoire) => $"encadrement/{territoire}";

    /// <summary>The subjects of a row that is added, changed or removed; of what it was before and of what it is now.</summary>
    internal static IEnumerable<string> De(EntityEntry ligne) => ligne.Entity switch
    {
        Dossier d => [Dossier(d.Id), .. Personnes(ligne, nameof(d.ReferentId))],
        Tache t => [Dossier(t.DossierId), .. Personnes(ligne, nameof(t.ResponsableId)), .. Files(ligne, t)],
        RendezVous r => [Dossier(r.DossierId), .. Personnes(ligne, nameof(r.ConseillerId))],
        Courrier or Contrat or Fait or EtapeParcours or SemaineActivite or TexteLibre => [Dossier((string)ligne.Property("DossierId").CurrentValue!)],
        _ => [],
    };

    private static IEnumerable<string> Personnes(EntityEntry ligne, string colonne)
    {
        var (avant, apres) = ((string?)ligne.Property(colonne).OriginalValue, (string?)ligne.Property(colonne).CurrentValue);
        return new[] { avant, apres }.OfType<string>().Distinct().Select(Conseiller);
    }

    private static IEnumerable<string> Files(EntityEntry ligne, Tache tache)
    {
        var role = ligne.Property(nameof(tache.ResponsableRole));
        var file = ligne.Property(nameof(tache.ResponsableFile));
        foreach (var (qui, ou) in new[] { ((RoleActeur)role.OriginalValue!, (string?)file.OriginalValue), (tache.ResponsableRole, tache.ResponsableFile) })
        {
            if (ou is not null && qui is RoleActeur.Conseiller)
            {
                yield return File(ou);
            }
            else if (ou is not null && qui is RoleActeur.Encadrement)
            {
                yield return Encadrement(ou);
            }
        }

        if (tache.Escaladee)
        {
            yield return Encadrement(tache.Territoire);
        }
    }
}
