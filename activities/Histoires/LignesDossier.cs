using System.Globalization;
using System.Text.Json;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Serialisation;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Activities.Histoires;

/// <summary>All that is projected of a dossier, as named lines that can be compared.</summary>
internal static class LignesDossier
{
    /// <summary>How the lines begin that hold a datum of the person: their values are shown to nobody.</summary>
    public const string Donnee = "donnée ";

    private static readonly JsonSerializerOptions Options = new(ParcoursJson.Options) { Converters = { new NombreConverter() } };

    /// <summary>The lines that the store shows.</summary>
    public static async Task<SortedDictionary<string, string>> DuMagasinAsync(DossiersDbContext db, Dossier dossier, CancellationToken cancellationToken)
    {
        var id = dossier.Id;
        List<object> lignes =
        [
            .. await db.Faits.AsNoTracking().Where(f => f.DossierId == id).ToListAsync(cancellationToken),
            .. await db.Fils.AsNoTracking().Where(f => f.DossierId == id).ToListAsync(cancellationToken),
            .. await db.Taches.AsNoTracking().Where(t => t.DossierId == id).ToListAsync(cancellationToken),
            .. await db.Etapes.AsNoTracking().Where(e => e.DossierId == id).ToListAsync(cancellationToken),
            .. await db.RendezVous.AsNoTracking().Where(r => r.DossierId == id).ToListAsync(cancellationToken),
            .. await db.Semaines.AsNoTracking().Where(s => s.DossierId == id).ToListAsync(cancellationToken),
            .. await db.Contrats.AsNoTracking().Where(c => c.DossierId == id).ToListAsync(cancellationToken),
            .. await db.Set<LigneContrat>().AsNoTracking().Where(l => l.DossierId == id).ToListAsync(cancellationToken),
        ];
        return Nommer(lignes, dossier);
    }

    /// <summary>Rows and the situation of the dossier, by name.</summary>
    public static SortedDictionary<string, string> Nommer(IEnumerable<object> lignes, Dossier dossier)
    {
        var nommees = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["dossier"] = JsonSerializer.Serialize(Situation(dossier), Options) };
        foreach (var (nom, valeur) in ValeursPersonne.De(dossier))
        {
            nommees[Donnee + nom] = valeur;
        }

        foreach (var ligne in lignes)
        {
            nommees[Nom(ligne)] = JsonSerializer.Serialize(ligne, ligne.GetType(), Options);
        }

        return nommees;
    }

    private static string Nom(object ligne) => ligne switch
    {
        Fait f => $"fait {f.Flux}/{f.Epoque}/{f.Sequence}",
        FilDossier f => $"fil {f.Id}",
        Tache t => $"tâche {t.Id}",
        EtapeParcours e => $"étape {e.NoeudId}",
        RendezVous r => $"rendez-vous {r.Id}",
        SemaineActivite s => string.Create(CultureInfo.InvariantCulture, $"semaine {s.Lundi:uuuu-MM-dd}"),
        Contrat c => $"contrat {c.Id}",
        LigneContrat l => $"ligne de contrat {l.ContratId}/{l.Ordre}",
        _ => throw new ArgumentOutOfRangeException(nameof(ligne), ligne.GetType().Name, "Not a projected row."),
    };

    private static object Situation(Dossier d) => new
    {
        d.Statut,
        d.ClosLe,
        d.NoeudId,
        d.EtapeCourante,
        d.ReferentId,
        d.ResponsableRole,
        d.ResponsableId,
        d.ResponsableFile,
        d.ProchaineEcheance,
        d.ProchaineEcheanceJour,
        d.ProchaineEcheanceObjet,
        d.ProchaineEcheanceMotif,
        d.ProchaineEcheanceBaseLegale,
        d.TypeParcours,
        d.Organisme,
        d.IdentifiantFranceTravail,
        d.ModeleId,
        d.ModeleVersion,
        d.Projection,
        d.DonneesId,
    };

    /// <summary>7.50 and 7.5 are the same hours.</summary>
    private sealed class NombreConverter : System.Text.Json.Serialization.JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.ToString("G29", CultureInfo.InvariantCulture));
    }
}
