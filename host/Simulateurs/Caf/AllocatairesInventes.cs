namespace FranceTravail.Parcours.Host.Simulateurs.Caf;

/// <summary>Invented persons: the same reference is always the same person.</summary>
internal static class AllocatairesInventes
{
    private static readonly string[] Noms =
    [
        "Bernard", "Dubois", "Petit", "Moreau", "Lefèvre", "Garcia", "Faure", "André", "Mercier", "Blanc", "Guérin", "Boyer", "Traoré", "Diallo",
        "Nguyen", "Da Silva", "Haddad", "Kowalski", "Yılmaz", "Le Goff", "D'Almeida", "Meyer", "Hoareau", "Marchand-Leroy",
    ];

    private static readonly string[] Prenoms =
    [
        "Amina", "Benoît", "Chloé", "David", "Élodie", "Fabrice", "Gaëlle", "Hugo", "Inès", "Jérôme", "Khadija", "Loïc", "Maëlys", "Nicolas",
        "Océane", "Pierre-Yves", "Rachid", "Solène", "Théo", "Valérie", "Yasmine", "Zoé",
    ];

    private static readonly (string Insee, string CodePostal, string Ville)[] LesCommunes =
    [
        ("69123", "69003", "Lyon"), ("69266", "69100", "Villeurbanne"), ("62498", "62300", "Lens"), ("62427", "62110", "Hénin-Beaumont"),
        ("67482", "67000", "Strasbourg"), ("67180", "67500", "Haguenau"), ("97411", "97400", "Saint-Denis"), ("97416", "97410", "Saint-Pierre"),
    ];

    private static readonly string[] Voies = ["rue de la République", "avenue Jean-Jaurès", "rue des Écoles", "impasse du Moulin", "place de la Gare"];

    private static readonly string[] Allocations = ["Rsa", "Rsa", "Rsa", "Rsa", "Aah", "Ass", "Aucune"];

    private static readonly string[] Statuts =
        ["OuvertVersable", "OuvertVersable", "OuvertVersable", "OuvertVersable", "OuvertSuspendu", "VersementSuspendu", "DemandeEnAttente", "Clos"];

    public static Droits Pour(int graine, string reference)
    {
        int Tirer(string quoi, int below) => Hasard.Tirer(graine, below, "caf", reference, quoi);
        T Choisir<T>(string quoi, T[] parmi) => parmi[Tirer(quoi, parmi.Length)];

        var commune = Choisir("commune", LesCommunes);
        var enfants = Math.Max(0, Tirer("enfants", 6) - 2);
        var couple = Tirer("couple", 3) == 0;
        return new Droits(
            reference,
            new IdentiteCaf(
                Choisir("nom", Noms),
                Choisir("prenom", Prenoms),
                new DateOnly(1966 + Tirer("annee", 40), 1, 1).AddDays(Tirer("jour", 365)),
                commune.Insee,
                $"{1 + Tirer("numero", 120)} {Choisir("voie", Voies)}",
                commune.CodePostal,
                commune.Ville),
            Choisir("allocation", Allocations),
            Choisir("statut", Statuts),
            new FoyerCaf(1 + (couple ? 1 : 0) + enfants, Math.Min(enfants, Tirer("petits", 3)), !couple && enfants > 0));
    }
}
