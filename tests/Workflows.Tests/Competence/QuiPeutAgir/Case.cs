namespace FranceTravail.Parcours.Workflows.Tests.Competence.QuiPeutAgir;

/// <summary>One cell: who tried which act, on whose journey, where and when, and what she was answered; null when she may.</summary>
internal readonly record struct Case(string Acte, string Geste, Lieu Lieu, Personne Personne, Moment Moment, Colonne Qui, string? Refus)
{
    public bool EstJuste => Refus is null == LoiEnClair.Peut(Qui, Acte, Lieu, Personne, Moment);
}
