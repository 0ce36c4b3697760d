using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Workflows.Taches;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FranceTravail.Parcours.Host.Espaces.Taches;

/// <summary>An act that was posted and not accepted: what its page shows again, with what is wrong beside each field.</summary>
internal sealed class ActeSaisi
{
    public string? Geste { get; private set; }

    /// <summary>Kept when the outcome is not known, so that sending again cannot count twice; null for a new one.</summary>
    public string? Cle { get; private set; }

    public string? Retour { get; set; }

    public string? Refus { get; private set; }
    /// <summary>What to say of the same where the form is gone.</summary>
    public string? RefusSansFormulaire { get; private set; }

    public IReadOnlyDictionary<string, string> Valeurs { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyList<ErreurChamp> Erreurs { get; private set; } = [];

    /// <summary>Reads the form of a gesture, and keeps what was typed; null when something is wrong with it.</summary>
    public Dictionary<string, string>? Lire(Geste geste, IFormCollection form)
    {
        var (values, errors) = LectureGeste.Lire(geste, form);
        (Geste, Valeurs, Erreurs) = (geste.Code, geste.Champs.ToDictionary(c => c.Nom, c => LectureGeste.Saisi(c, form)), errors);
        return errors.Count == 0 ? values : null;
    }

    /// <summary>The page again: something is wrong with the form.</summary>
    public static IResult Encore() => Encore(StatusCodes.Status422UnprocessableEntity);

    /// <summary>The page again: the journey refused it, or did not answer.</summary>
    public IResult Encore(ReponseMoteur answer, Guid cle)
    {
        (Refus, RefusSansFormulaire, Cle) = (answer.Phrase, answer.SansFormulaire, answer.EstARenvoyer ? cle.ToString() : null);
        return Encore(answer.EstARenvoyer ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status422UnprocessableEntity);
    }

    private static RazorComponentResult<App> Encore(int status) => new() { StatusCode = status };
}
