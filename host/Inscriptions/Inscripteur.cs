using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Workflows.Serialisation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Extensions;

namespace FranceTravail.Parcours.Host.Inscriptions;

/// <summary>
/// Writes a new dossier, then starts its journey. Whether somebody is known and that she is written is one decision, whoever else registers at
/// the same time: from another browser, another process, or a file.
/// </summary>
internal sealed class Inscripteur(IDbContextFactory<DossiersDbContext> contexts, JourneyClient journeys, TimeProvider clock, ILogger<Inscripteur> logger)
{
    /// <summary>Under this key of <see cref="Ecriture"/> new dossiers are written, and only there.</summary>
    public const string Cle = "inscriptions";

    private const string ModeleNational = "national";

    /// <summary>
    /// Registers a person from the form of key <paramref name="cle"/>; the same key and person again give the same dossier. Null when she has an open
    /// dossier already, unless a human says that the two are <paramref name="distincte"/>.
    /// </summary>
    public async Task<Dossier?> InscrireAsync(InscriptionValide valide, string cle, bool distincte, CancellationToken cancellationToken)
    {
        if (await EcrireAsync(valide, cle, distincte, cancellationToken) is not { } dossier)
        {
            return null;
        }

        if (await journeys.DemarrerAsync(dossier, cancellationToken) is not ReponseMoteur.Fait)
        {
            logger.LogWarning("The journey of dossier {Dossier} could not be started now; it will be later", dossier.Id);
        }

        return dossier;
    }

    public Dossier Nouveau(InscriptionValide valide, string? cle, string? referenceImport, int version) => new()
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()).ToString("n"),
        CleInscription = cle,
        ReferenceImport = referenceImport,
        Nom = valide.Nom,
        Prenom = valide.Prenom,
        DateNaissance = valide.DateNaissance,
        CommuneInsee = valide.Commune.Code,
        Contact = valide.Contact,
        ReferenceCaf = valide.ReferenceCaf,
        Allocation = valide.Allocation,
        StatutDroit = valide.StatutDroit,
        Foyer = valide.Foyer,
        Territoire = valide.Territoire!.Code,
        SituationJson = JsonSerializer.Serialize(valide.Situation with { DroitRsaConnuLe = DroitRsaConnuLe(valide, referenceImport) }, ParcoursJson.Options),
        ModeleId = ModeleNational,
        ModeleVersion = version,
        InscritLe = clock.GetUtcNow().ToInstant(),
    };

    /// <summary>
    /// The services learn that a right to the RSA is open from the flux of the territory, or from the CAF; what a person says of herself does
    /// not start the clock of the law.
    /// </summary>
    private LocalDate? DroitRsaConnuLe(InscriptionValide valide, string? referenceImport) =>
        valide.Situation.Rsa && (referenceImport is not null || valide.StatutDroit.EstOuvert()) ? clock.GetUtcNow().ToInstant().InZone(valide.Territoire!.Zone).Date : null;

    /// <summary>The newest published version of the template: new journeys pin it.</summary>
    public static async Task<int> VersionAsync(DossiersDbContext db, CancellationToken cancellationToken) =>
        await db.Modeles.Where(m => m.ModeleId == ModeleNational).MaxAsync(m => (int?)m.Version, cancellationToken) ?? 1;

    private static Task<Dossier?> DuFormulaireAsync(DossiersDbContext db, string cle, CancellationToken cancellationToken) =>
        db.Dossiers.AsNoTracking().FirstOrDefaultAsync(d => d.CleInscription == cle, cancellationToken);

    private static bool EstCelle(Dossier dossier, InscriptionValide valide) =>
        (dossier.Nom, dossier.Prenom, dossier.DateNaissance) == (valide.Nom, valide.Prenom, valide.DateNaissance);

    /// <summary>A form that is filled again for somebody else, by a step back in the browser, is another form: it never answers with the first person's dossier.</summary>
    private static string CleDe(string formulaire, InscriptionValide valide) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{formulaire}|{valide.Nom}|{valide.Prenom}|{valide.DateNaissance:R}")).AsSpan(0, 16));

    private async Task<Dossier?> EcrireAsync(InscriptionValide valide, string cle, bool distincte, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var ecriture = await Ecriture.CommencerAsync(db, Cle, cancellationToken);
        var written = await DuFormulaireAsync(db, cle, cancellationToken);
        if (written is not null && !EstCelle(written, valide))
        {
            cle = CleDe(cle, valide);
            written = await DuFormulaireAsync(db, cle, cancellationToken);
        }

        if (written is not null)
        {
            return written;
        }

        if (!distincte && (await Doublons.DansLaBaseAsync(db, [valide], cancellationToken)).Count > 0)
        {
            return null;
        }

        var dossier = Nouveau(valide, cle, null, await VersionAsync(db, cancellationToken));
        db.Dossiers.Add(dossier);
        await db.SaveChangesAsync(cancellationToken);
        await ecriture.ValiderAsync(cancellationToken);
        return dossier;
    }
}
