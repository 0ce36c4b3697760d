using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;

namespace FranceTravail.Parcours.Activities.Decisions;

/// <summary>The counsellors, as the store says it within the transaction of a decision.</summary>
internal sealed class ReferentsDuMoment(DossiersDbContext db) : IReferents
{
    /// <summary>The identifier breaks ties, so that the choice can be explained.</summary>
    public string? MoinsCharge(string territoire, OrganismeReferent organisme, Decideur? autorite) =>
        ParCharge(territoire, organisme, autorite).Select(c => c.Id).FirstOrDefault();

    public bool Existe(string territoire, OrganismeReferent organisme, Decideur? autorite) => Referents(territoire, organisme, autorite).Any();

    public IReadOnlyList<string> Remplacants(string territoire, string conseillerId, OrganismeReferent organisme, Decideur? autorite, int combien) =>
        [.. ParCharge(territoire, organisme, autorite).Where(c => c.Id != conseillerId).Select(c => c.Id).Take(combien)];

    public IReadOnlyList<LieuAccueil> Lieux(string territoire, OrganismeReferent organisme, Decideur? autorite) =>
        [.. db.Lieux.Where(l => l.Territoire == territoire && l.Organisme == organisme && (autorite == null || l.Autorite == autorite)).OrderBy(l => l.Id)
            .Select(l => new LieuAccueil(l.Id, l.Nom, l.Adresse, l.Telephone, l.Visio))];

    public Agent? Trouver(string territoire, string conseillerId) =>
        db.Conseillers.Where(c => c.Id == conseillerId && c.Territoire == territoire).Select(c => new Agent(c.Organisme, c.Autorite, c.Encadrant)).FirstOrDefault();

    private IQueryable<Conseiller> ParCharge(string territoire, OrganismeReferent organisme, Decideur? autorite) => Referents(territoire, organisme, autorite)
        .OrderBy(c => db.Dossiers.Count(d => d.ReferentId == c.Id && d.Statut != StatutDossier.Clos))
        .ThenBy(c => c.Id);

    private IQueryable<Conseiller> Referents(string territoire, OrganismeReferent organisme, Decideur? autorite) =>
        db.Conseillers.Where(c => c.Territoire == territoire && !c.Encadrant && c.Organisme == organisme && (autorite == null || c.Autorite == autorite));
}
