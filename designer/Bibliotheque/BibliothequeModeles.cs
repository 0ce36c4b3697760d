using System.Text.Json;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Designer.Compilation;
using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Serialisation;
using Microsoft.EntityFrameworkCore;
using NodaTime.Extensions;

namespace FranceTravail.Parcours.Designer.Bibliotheque;

/// <summary>The published templates. A version never changes: a change is the next version.</summary>
public sealed class BibliothequeModeles(IDbContextFactory<DossiersDbContext> contexts, CatalogueEtapes catalogue, TableCompetence competences, TimeProvider clock)
{
    /// <summary>Identifier of the national template.</summary>
    public const string National = "national";

    /// <summary>The Elsa definition of the national template that this program carries.</summary>
    public static string DefinitionNationale
    {
        get
        {
            using var reader = new StreamReader(typeof(BibliothequeModeles).Assembly.GetManifestResourceStream("national.json")!);
            return reader.ReadToEnd();
        }
    }

    /// <summary>
    /// Compiles a definition and publishes it as the next version of <paramref name="modeleId"/>. A definition that compiles to what the newest
    /// version already is makes no new version. The refusal of a definition is a value, and changes nothing.
    /// </summary>
    public async Task<ResultatPublication> PublierAsync(string modeleId, string definitionJson, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var ecriture = await Ecriture.CommencerAsync(db, $"modele/{modeleId}", cancellationToken);
        var newest = await db.Modeles.AsNoTracking().Where(m => m.ModeleId == modeleId).OrderByDescending(m => m.Version).FirstOrDefaultAsync(cancellationToken);
        var loi = competences.Lois.Au(clock.GetUtcNow().ToInstant().InUtc().Date);
        var result = CompilateurModele.Compiler(definitionJson, modeleId, newest?.Version ?? 1, loi, catalogue);
        if (result.Modele is null || result.Modele.Empreinte == newest?.Empreinte)
        {
            return new ResultatPublication(newest?.Version, result.Erreurs);
        }

        var modele = CompilateurModele.Compiler(definitionJson, modeleId, (newest?.Version ?? 0) + 1, loi, catalogue).Modele!;
        db.Modeles.Add(new VersionModele
        {
            ModeleId = modeleId,
            Version = modele.Version,
            Nom = modele.Nom,
            DefinitionJson = definitionJson,
            ModeleJson = JsonSerializer.Serialize(modele, ParcoursJson.Options),
            Empreinte = modele.Empreinte,
            PublieeLe = clock.GetUtcNow().ToInstant(),
        });
        await db.SaveChangesAsync(cancellationToken);
        await ecriture.ValiderAsync(cancellationToken);
        return new ResultatPublication(modele.Version, []);
    }
}
