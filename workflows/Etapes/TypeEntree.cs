namespace FranceTravail.Parcours.Workflows.Etapes;

/// <summary>Type of a step's input, and the canonical text in which a compiled template carries it.</summary>
public enum TypeEntree
{
    /// <summary>Free text of the template, shown to people: never about one person.</summary>
    Texte,

    /// <summary>Whole number: <c>21</c>.</summary>
    Nombre,

    /// <summary>Hours, with a point: <c>15</c>, <c>7.5</c>.</summary>
    Heures,

    /// <summary>A <see cref="Delais.DelaiLegal"/> in days, weeks or months: <c>P30D</c>, <c>P2W</c>, <c>P3M</c>.</summary>
    Duree,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Booleen,

    /// <summary>One code of <see cref="EntreeEtape.Choix"/>.</summary>
    Choix,

    /// <summary>Whole numbers separated by commas, no spaces: <c>7,2,1</c>.</summary>
    ListeNombres,
}
