using System.Security.Claims;
using FranceTravail.Parcours.Host.Territoires;
using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Parcours;
using NodaTime;
using NodaTime.Extensions;

namespace FranceTravail.Parcours.Host.Acces;

/// <summary>Who looks at the page, from where, and when: one per request.</summary>
internal sealed class Session(IHttpContextAccessor http, RegistreTerritoires territoires, TableCompetence competences, TimeProvider clock)
{
    public const string TerritoireClaim = "territoire";
    public const string EncadrantClaim = "encadrant";
    public const string AutoriteClaim = "autorite";
    public const string OrganismeClaim = "organisme";

    private ClaimsPrincipal User => http.HttpContext!.User;

    public bool EstConseiller => User.IsInRole(Roles.Conseiller);

    public bool EstPersonne => User.IsInRole(Roles.Personne);

    /// <summary>Counsellor's identifier, or the dossier of the person; empty when nobody has signed in.</summary>
    public string Id => User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";

    public Territoire Territoire => territoires.Par(User.FindFirstValue(TerritoireClaim));

    /// <summary>Now on the process's clock, in the zone of the territory.</summary>
    public ZonedDateTime Maintenant => clock.GetUtcNow().ToInstant().InZone(Territoire.Zone);

    /// <summary>The law of today, in the place of the territory.</summary>
    public Loi Loi => competences.Lois.Au(Maintenant.Date);

    /// <summary>The same hour, a delay ago.</summary>
    public Instant IlYA(DelaiLegal delai) => delai.Avant(Maintenant.Date).At(Maintenant.TimeOfDay).InZoneLeniently(Territoire.Zone).ToInstant();

    public Compte Compte => new(Id, Territoire.Code, User.HasClaim(EncadrantClaim, "oui"))
    {
        Autorite = Lu<Decideur>(AutoriteClaim),
        Organisme = Lu<OrganismeReferent>(OrganismeClaim),
    };

    /// <summary>Who acts on a task of <paramref name="responsable"/>: a supervisor acts as such on what was escalated, and nobody else does.</summary>
    public Acteur ActeurPour(RoleActeur responsable) => new(
        EstPersonne ? RoleActeur.Personne : responsable is RoleActeur.Encadrement && Compte.Encadrant ? RoleActeur.Encadrement : RoleActeur.Conseiller, Id);

    private T? Lu<T>(string claim)
        where T : struct, Enum =>
        Enum.TryParse<T>(User.FindFirstValue(claim), out var valeur) ? valeur : null;

    public ZonedDateTime Local(Instant instant) => instant.InZone(Territoire.Zone);
}
