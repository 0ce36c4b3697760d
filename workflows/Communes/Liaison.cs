namespace FranceTravail.Parcours.Workflows.Communes;

/// <summary>The kind of article that a name takes, in INSEE's numbers (« TNCC »).</summary>
internal enum Liaison
{
    De = 0,
    D = 1,
    Du = 2,
    DeLa = 3,
    Des = 4,
    DeL = 5,
}
