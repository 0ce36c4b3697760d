using FranceTravail.Parcours.Host.Communes;
using FranceTravail.Parcours.Host.Imports;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Host.Territoires;
using NodaTime;

namespace FranceTravail.Parcours.Host.Tests.Imports;

/// <summary>Reads small files of persons in tests.</summary>
internal static class Fichiers
{
    public const string Entete = "reference;nom;prenom;date_naissance;commune;telephone;courriel;reference_caf;allocation;personnes_foyer;enfants_moins_12";
    public const string Bonne = "R1;Kaba;Idriss;01/02/1992;62510;06 39 98 12 34;idriss@courriel.example;1234567;RSA;3;1";

    public static readonly LocalDate Today = new(2026, 11, 24);

    private static readonly RegistreCommunes Communes = new();

    public static Flux Lire(params string[] lines) =>
        new LecteurFlux(new ControleInscription(Communes, RegistreTerritoires.Lire())).Lire(string.Join('\n', lines), Today);
}
