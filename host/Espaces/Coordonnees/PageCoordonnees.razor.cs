using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Acces;
using FranceTravail.Parcours.Host.Espaces.Commun;
using FranceTravail.Parcours.Host.Espaces.Personne;
using FranceTravail.Parcours.Host.Espaces.Taches;
using FranceTravail.Parcours.Host.Imports;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Host.Parcours;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Espaces.Coordonnees;

/// <summary>Where a person lives and how to reach her, said anew by her or by who accompanies her: a move among them, which her journey follows.</summary>
public sealed partial class PageCoordonnees
{
    private SaisieInscription saisie = new();
    private IReadOnlyList<ErreurChamp> erreurs = [];
    private Dossier? dossier;
    private string? panne;

    [Parameter] public required string DossierId { get; set; }

    [CascadingParameter] public HttpContext Http { get; set; } = null!;

    [Inject] private Session Session { get; set; } = null!;

    [Inject] private Offre Offre { get; set; } = null!;

    [Inject] private IDbContextFactory<DossiersDbContext> Contexts { get; set; } = null!;

    [Inject] private ControleInscription Controle { get; set; } = null!;

    [Inject] private ReceptionDonnees Reception { get; set; } = null!;

    [Inject] private JournalAcces Journal { get; set; } = null!;

    [Inject] private Avis Avis { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private ILogger<PageCoordonnees> Log { get; set; } = null!;

    private SaisieInscription S => saisie;

    private string Retour => Session.EstPersonne ? "/mon-parcours" : $"/dossiers/{DossierId}";

    protected override async Task OnInitializedAsync()
    {
        await using var db = await Contexts.CreateDbContextAsync(Http.RequestAborted);
        dossier = await db.Dossiers.AsNoTracking().FirstOrDefaultAsync(d => d.Id == DossierId && d.Statut == StatutDossier.Ouvert, Http.RequestAborted);
        if (dossier is null || !Offre.AgitPour(dossier))
        {
            dossier = null;
            Navigation.NotFound();
            return;
        }

        await Journal.NoterAsync(Session, JournalAcces.Consultation, [DossierId], CancellationToken.None);
        var contact = dossier.Contact;
        saisie = HttpMethods.IsPost(Http.Request.Method)
            ? FormulaireInscription.De(await Http.Request.ReadFormAsync(Http.RequestAborted)).Saisie
            : new() { Adresse = contact.Adresse, CodePostal = contact.CodePostal, Ville = contact.Ville, Telephone = contact.Telephone, Courriel = contact.Courriel };
    }

    private async Task EnregistrerAsync()
    {
        (var lues, erreurs) = Controle.VerifierCoordonnees(saisie);
        if (lues is not { } coordonnees)
        {
            Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return;
        }

        try
        {
            await Reception.GarderAsync(
                dossier!, ValeursPersonne.De(coordonnees.Commune.Code, coordonnees.Contact), Session.EstPersonne ? null : Session.Id, Http.RequestAborted);
        }
        catch (Exception error) when (PanneDossiers.Est(error))
        {
            Log.LogError(error, "New data of a person could not be written");
            panne = PanneDossiers.Reponse.Phrase;
            Http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        // Kept: a journey that does not answer now is told later.
        var answer = await Reception.EnvoyerAsync(DossierId, Http.RequestAborted);
        Avis.Laisser("fait", Phrase(answer, deplacement: coordonnees.Commune.Code != dossier!.CommuneInsee));
        Navigation.NavigateTo(Retour);
    }

    private string Phrase(ReponseMoteur answer, bool deplacement) =>
        answer is not ReponseMoteur.Fait ? "C’est noté ; le dossier sera à jour dans un instant."
        : !deplacement ? "Les coordonnées sont à jour."
        : Session.EstPersonne ? "C’est noté : votre dossier suit votre nouvelle commune. Si quelqu’un d’autre vous y accompagne, une lettre vous le dira."
        : "C’est noté : le dossier suit la personne dans sa nouvelle commune.";
}
