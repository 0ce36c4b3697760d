using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Orientation;

/// <summary>
/// The kind of accompaniment inside one organism: agreed with the person, as the point made together ends; her contract follows. No new orientation, no new month,
/// nothing counted anew; another organism is decided by the authority (Code du travail, art. L5411-5-2 II).
/// </summary>
internal static class Modalite
{
    /// <summary>Code of its fact.</summary>
    public const string Fait = "accompagnement.modalite";

    private const string Nom = "modalite";

    public static Champ Champ(VueParcours v) => new()
    {
        Nom = Nom,
        Libelle = "Accompagnement convenu",
        Aide = "Dans le même organisme, sans nouvelle orientation. Pour un autre organisme, demandez une autre orientation depuis le dossier.",
        Type = TypeChamp.Choix,
        ParDefaut = v.Dossier.TypeParcours?.ToString(),
        Choix = [.. Enum.GetValues<TypeParcours>().Select(t => new ChoixChamp(t.ToString(), $"Parcours {Libelles.De(t)}"))],
    };

    /// <summary>Records what was agreed, where it changes something.</summary>
    public static void Convenir(Visite v, Saisie saisie)
    {
        if (saisie.Choix<TypeParcours>(Nom) is { } parcours && parcours != v.Dossier.TypeParcours)
        {
            v.Consigner(d => d with { TypeParcours = parcours });
            v.Constater(Fait, $"Accompagnement changé avec la personne : parcours {Libelles.De(parcours)}, dans le même organisme.", Article.Citer(v.Droit.Contrat.Contenu));
        }
    }
}
