using FranceTravail.Parcours.Activities.Partenaires;

namespace FranceTravail.Parcours.Activities;

/// <summary>Where the activities keep their data and find their partners.</summary>
public sealed class ActivitiesOptions
{
    /// <summary>Folder of the case store and of the letters. Required.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Addresses of the partner systems; by default those of the simulators, on their own loopback port.</summary>
    public PartenairesOptions Partenaires { get; init; } = new() { Adresse = new Uri("http://127.0.0.1:5090") };

    /// <summary>Connection string of the PostgreSQL database that keeps the case store; null for SQLite in the data folder.</summary>
    public string? PostgreSql { get; init; }

    /// <summary>File of the case store, when SQLite keeps it.</summary>
    public string DossiersDatabase => Path.Combine(DataDirectory, "dossiers.db");

    /// <summary>Folder below which each dossier has its folder of letters.</summary>
    public string CourriersDirectory => Path.Combine(DataDirectory, "courriers");
}
