using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Acces;
using FranceTravail.Parcours.Host.Espaces.Commun;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Redaction;
using Microsoft.AspNetCore.Components;

namespace FranceTravail.Parcours.Host.Espaces.Personne;

/// <summary>The inscription form: prefilled, checked, held against who is registered already, then written.</summary>
public sealed partial class Inscription
{
    private static readonly (string, string)[] Allocations =
        [.. Enum.GetValues<Allocation>().Select(a => (a.ToString(), Francais.Majuscule(a.EnClair())))];

    private static readonly (string, string)[] Niveaux =
        [.. Enum.GetValues<NiveauQualification>().Select(n => (n.ToString(), EnSesMots.De(n)))];

    private FormulaireInscription form = FormulaireInscription.Vide();
    private IReadOnlyList<ErreurChamp> erreurs = [];
    private IReadOnlyList<string> autrement = [];
    private string[] freins = [];
    private bool rempli;
    private bool doublon;
    private string? panne;

    [CascadingParameter] public HttpContext Http { get; set; } = null!;

    [Inject] private Session Session { get; set; } = null!;

    [Inject] private PreRemplissage Caf { get; set; } = null!;

    [Inject] private ControleInscription Controle { get; set; } = null!;

    [Inject] private Inscripteur Inscripteur { get; set; } = null!;

    [Inject] private Avis Avis { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private ILogger<Inscription> Log { get; set; } = null!;

    private SaisieInscription S => form.Saisie;

    private string Action => Session.EstConseiller ? "Inscrire" : "M’inscrire";

    /// <summary>Nothing but optional answers stands between this person and her registration.</summary>
    private bool Facultatives => erreurs.Count > 0 && erreurs.All(e => e.Facultatif);

    protected override async Task OnInitializedAsync()
    {
        if (HttpMethods.IsPost(Http.Request.Method))
        {
            form = FormulaireInscription.De(await Http.Request.ReadFormAsync());
            freins = (S.Freins ?? "").Split(',');
        }
    }

    private string? Faute(string champ) => erreurs.FirstOrDefault(e => e.Champ == champ)?.Message;

    private async Task EnvoyerAsync()
    {
        if (form.PreRemplir)
        {
            (erreurs, autrement) = await Caf.RemplirAsync(S, Http.RequestAborted);
            rempli = erreurs.Count == 0;
        }
        else if (Verifier() is { } valide && await EcrireAsync(valide) is { } dossier)
        {
            await AccueillirAsync(dossier, valide);
        }
    }

    /// <summary>The person, or null when the page must say what is wrong.</summary>
    private InscriptionValide? Verifier()
    {
        var (valide, fautes) = Controle.Verifier(S, Session.Maintenant.Date);
        var rights = new ErreurChamp("informe", "Lisez vos droits et vos devoirs, puis cochez la case.");
        erreurs =
        [
            .. (form.SansIllisibles ? fautes.Where(f => !f.Facultatif) : fautes).Select(f => f.Champ is nameof(S.Commune) ? f with { Champ = nameof(S.Ville) } : f),
            .. form.Informe ? [] : new[] { rights },
        ];
        if (erreurs.Count == 0)
        {
            return valide;
        }

        Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return null;
    }

    /// <summary>Her dossier, or null when she has one already, or when the store does not take it.</summary>
    private async Task<Dossier?> EcrireAsync(InscriptionValide valide)
    {
        valide = valide.SelonLaCaf(await Caf.StatutAsync(valide, Http.RequestAborted));
        valide = valide with { Situation = valide.Situation with { Porte = Porte(valide) } };
        try
        {
            if (await Inscripteur.InscrireAsync(valide, form.Cle, form.Distincte, Http.RequestAborted) is { } dossier)
            {
                return dossier;
            }

            doublon = true;
            Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
        catch (Exception error) when (PanneDossiers.Est(error))
        {
            Log.LogError(error, "A registration could not be written");
            panne = PanneDossiers.Reponse.Phrase;
            Http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }

        return null;
    }

    /// <summary>A mission locale and Cap emploi register those who come to them.</summary>
    private PorteInscription Porte(InscriptionValide valide) => (Session.EstConseiller ? Session.Compte.Autorite : null) switch
    {
        Decideur.MissionLocale => PorteInscription.MissionLocale,
        Decideur.CapEmploi => PorteInscription.CapEmploi,
        _ => valide.Situation.Rsa ? PorteInscription.Rsa : PorteInscription.Demandeur,
    };

    private async Task AccueillirAsync(Dossier dossier, InscriptionValide valide)
    {
        if (!Session.EstConseiller)
        {
            Avis.Laisser("fait", "Votre inscription est enregistrée.");
            await AccesEndpoints.EntrerAsync(Http, Roles.Personne, new Compte(dossier.Id, dossier.Territoire, Encadrant: false));
            Navigation.NavigateTo("/mon-parcours");
            return;
        }

        // A dossier of another territory is not hers to open.
        var here = dossier.Territoire == Session.Territoire.Code;
        Avis.Laisser("fait", here ? "L’inscription est enregistrée : le parcours commence."
            : $"L’inscription est enregistrée : le parcours commence dans un autre territoire ({valide.Territoire!.Nom}), dont les conseillers suivent la personne.");
        Navigation.NavigateTo(here ? $"/dossiers/{dossier.Id}" : "/portefeuille");
    }
}
