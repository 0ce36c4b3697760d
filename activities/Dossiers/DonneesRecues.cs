using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FranceTravail.Parcours.Workflows.Parcours.Donnees;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>
/// Data of a person as they were said at once: all those of her registration, or those that a source says anew. The only place where the values
/// that a journey took are kept: its history names them by <see cref="Id"/>, and the dossier shows their sum.
/// </summary>
[PrimaryKey(nameof(DossierId), nameof(Id))]
[Index(nameof(DossierId), nameof(Apres), nameof(Empreinte), IsUnique = true)]
[Index(nameof(EnAttente))]
public sealed class DonneesRecues
{
    public required string DossierId { get; init; }

    /// <summary>Made by chance; for the data of the registration the id of the dossier.</summary>
    public required string Id { get; init; }

    /// <summary>Reference of the data that were in force when these were received; empty for those of the registration.</summary>
    public required string Apres { get; init; }

    /// <summary>Each datum by the name of its <see cref="Workflows.Parcours.Donnees.DonneePersonne"/>, in invariant text.</summary>
    public required IReadOnlyDictionary<string, string> Valeurs { get; set; }

    /// <summary>SHA-256 of the values, in hexadecimal: the same said again of the same data is the same row.</summary>
    public required string Empreinte { get; init; }

    /// <summary>Who said them.</summary>
    public SourceDonnees Source { get; init; }

    /// <summary>The counsellor to whom they were said; null otherwise.</summary>
    public string? ConseillerId { get; init; }

    /// <summary>The journey has not taken them yet.</summary>
    public bool EnAttente { get; set; }

    /// <summary>When they were received last.</summary>
    public required Instant RecuesLe { get; set; }

    /// <summary>Fingerprint of values, whatever their order.</summary>
    public static string EmpreinteDe(IReadOnlyDictionary<string, string> valeurs) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(valeurs.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => new[] { v.Key, v.Value })))));

    /// <summary>The data that a dossier is registered with.</summary>
    internal static DonneesRecues Inscription(Dossier dossier) => new()
    {
        DossierId = dossier.Id,
        Id = dossier.Id,
        Apres = "",
        Valeurs = ValeursPersonne.De(dossier),
        Empreinte = "",
        RecuesLe = dossier.InscritLe,
    };
}
