using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Acces;
using FranceTravail.Parcours.Workflows.Redaction;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Espaces.Accompagnement;

/// <summary>Reads what the rail shows beside every page of a counsellor.</summary>
internal sealed class RailQuery(IDbContextFactory<DossiersDbContext> contexts)
{
    public async Task<CompteRail> LireAsync(Session session)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var (id, now) = (session.Id, session.Maintenant.ToInstant());
        var who = await db.Conseillers.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id);
        var persons = await db.Dossiers.CountAsync(d => d.ReferentId == id && (d.Statut == StatutDossier.AOuvrir || d.Statut == StatutDossier.Ouvert));
        var late = await Boite.CompterAsync(Boite.Listes(db, session.Compte), t => t.Echeance <= now);
        return new($"{who?.Prenom} {who?.Nom}", Fonction(who), persons, late);
    }

    private static string Fonction(Activities.Dossiers.Conseiller? who) => who switch
    {
        { Encadrant: true } => "Encadrement",
        null => "",
        _ => Francais.Majuscule(who.Structure),
    };
}
