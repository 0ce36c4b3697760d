using System.Text.RegularExpressions;
using FranceTravail.Parcours.Activities.Dossiers;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Host.Espaces.Commun;

/// <summary>
/// What people wrote: facts hold only references of texts, the case store holds the texts. A task opened by an act is answered with the words of
/// that act before one's eyes: those of the facts that its thread stated at the instant it was opened, or the one whose place it took.
/// </summary>
public sealed partial class Paroles(IReadOnlyDictionary<string, string> textes, IReadOnlyList<Fait> faits)
{
    /// <summary>Nobody wrote anything.</summary>
    public static readonly Paroles Aucune = new(new Dictionary<string, string>(), []);

    private readonly ILookup<(string, string, Instant), Fait> instants = faits.ToLookup(f => (f.DossierId, f.FilId, f.Le));

    /// <summary>The words behind one fact; that they are lost, where the store holds them no more.</summary>
    public IEnumerable<string> De(Fait fait) => fait.Donnees.Values.Select(Lire).OfType<string>();

    /// <summary>The words that came with what opened a task.</summary>
    public IEnumerable<string> De(Tache tache) => Instants(tache).SelectMany(le => instants[(tache.DossierId, tache.FilId, le)]).SelectMany(De);

    /// <summary>The words of one line of a contract.</summary>
    public string? De(LigneContrat ligne) => ligne.TexteId is { } id ? Lire(id) : null;

    private static Instant[] Instants(Tache tache) => tache.DemandeeLe is { } le ? [le, tache.OuverteLe] : [tache.OuverteLe];

    private string? Lire(string valeur) => textes.GetValueOrDefault(valeur) ?? (Reference().IsMatch(valeur) ? "Donnée perdue : ce qui avait été écrit n’est plus dans la base." : null);

    /// <summary>As <see cref="Taches.TextesDActe"/> makes them.</summary>
    [GeneratedRegex("^[0-9a-f]{32}-")]
    private static partial Regex Reference();

    /// <summary>All that was written on one dossier, for the facts that its page shows.</summary>
    public static async Task<Paroles> DuDossierAsync(DossiersDbContext db, string dossierId, IReadOnlyList<Fait> faits) =>
        new(await db.TextesLibres.AsNoTracking().Where(t => t.DossierId == dossierId).ToDictionaryAsync(t => t.Id, t => t.Texte), faits);

    /// <summary>What was written on the dossiers of some tasks, when these were opened.</summary>
    public static async Task<Paroles> DesTachesAsync(DossiersDbContext db, IReadOnlyList<Tache> taches)
    {
        var dossiers = taches.Select(t => t.DossierId).Distinct().ToList();
        var textes = await db.TextesLibres.AsNoTracking().Where(t => dossiers.Contains(t.DossierId)).ToDictionaryAsync(t => t.Id, t => t.Texte);
        if (textes.Count == 0)
        {
            return Aucune;
        }

        var instants = taches.SelectMany(Instants).Distinct().ToList();
        return new(textes, await db.Faits.AsNoTracking().Where(f => dossiers.Contains(f.DossierId) && instants.Contains(f.Le)).ToListAsync());
    }
}
