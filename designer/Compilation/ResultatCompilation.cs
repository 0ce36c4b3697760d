using FranceTravail.Parcours.Workflows.Modele;

namespace FranceTravail.Parcours.Designer.Compilation;

/// <summary>A template, or every reason why there is none.</summary>
public sealed record ResultatCompilation
{
    private ResultatCompilation(ModeleParcours? modele, IReadOnlyList<ErreurModele> erreurs) => (Modele, Erreurs) = (modele, erreurs);

    /// <summary>The template; null exactly when there are errors.</summary>
    public ModeleParcours? Modele { get; }

    public IReadOnlyList<ErreurModele> Erreurs { get; }

    public static ResultatCompilation Reussi(ModeleParcours modele) => new(modele, []);

    /// <summary>Refused, for one reason or more.</summary>
    public static ResultatCompilation Refuse(IReadOnlyList<ErreurModele> erreurs)
    {
        ArgumentOutOfRangeException.ThrowIfZero(erreurs.Count);
        return new(null, erreurs);
    }
}
