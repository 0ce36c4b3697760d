namespace FranceTravail.Parcours.Workflows.Etapes.Diagnostic;

internal static class DiagnosticDefinition
{
    public const string Delai = nameof(Delai);
    public const string Partage = nameof(Partage);

    public static DefinitionEtape Valeur { get; } = new()
    {
        Type = "Parcours.Diagnostic",
        Rang = 40,
        Nom = "Diagnostic",
        Description = "Le référent et la personne établissent ensemble le diagnostic global de la situation.",
        EnClair = _ => "Vous faites ensemble le point sur votre situation et vos envies.",
        PourLaPersonne = new Dictionary<string, string>
        {
            [DiagnosticEtape.Etablir] = "Écrire le point fait avec vous",
        },
        FaitsDePoint = [DiagnosticEtape.Point],
        Apporte = Acquis.Diagnostic,
        Suppose = [Acquis.PremierAccueil],
        PermetUneBoucle = true,
        Entrees =
        [
            new EntreeEtape
            {
                Nom = Delai,
                Libelle = "Délai après le rendez-vous",
                Description = "Temps laissé pour consigner le diagnostic.",
                Type = TypeEntree.Duree,
                Reglage = _ => DiagnosticReglages.Delai,
            },
        ],
        Sorties = [new SortieEtape(Partage, "Diagnostic partagé")],
    };
}
