namespace FranceTravail.Parcours.Workflows.Etapes.Inscription;

internal sealed record InscriptionMemoire(int Tentative = 1) : IMemoire<InscriptionMemoire>
{
    public InscriptionMemoire()
        : this(1)
    {
    }
}
