using System.Text.Json;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Modele;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Parcours.Fils;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Serialisation;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Parcours.Interpretation;

/// <summary>Opens the threads that the template declares, within its bounds.</summary>
internal sealed class Ouvertures(ContexteParcours contexte)
{
    /// <summary>Opens what waits for an announcement. One that is at its maximum stays as it is.</summary>
    /// <returns>Ids of the threads to enter.</returns>
    public IReadOnlyList<string> Annoncer(Brouillon b, Annonce annonce) =>
        [.. contexte.Modele.Fils.Where(f => f.Annonce == annonce.Nom && Empechement(b.Etat, f) is null).Select(f => Ouvrir(b, f, annonce.Valeurs))];

    /// <summary>Why somebody cannot open a thread now, in French; null when she can.</summary>
    public string? Refuser(EtatParcours etat, string type, Acte acte, Moment moment) =>
        contexte.Modele.Fils.FirstOrDefault(f => f.Id == type) is not { } fil ? "Cette démarche n’existe pas dans ce parcours."
        : !EstOuvreur(etat, fil, acte.Acteur, moment) ? AQui(fil)
        : Empechement(etat, fil) ?? RefuserLEntree(contexte.Etape(fil.Entree), new VueParcours(contexte, new Brouillon(etat, moment, acte.Acteur), contexte.FilPrincipal, fil.Entree), acte);

    /// <summary>Opens a thread by an act, whose values its first step reads.</summary>
    public string Ouvrir(Brouillon b, string type, Acte acte) => Ouvrir(b, contexte.Modele.Fils.First(f => f.Id == type), acte.Valeurs);

    /// <summary>Has what the threads share told to those that run by themselves.</summary>
    public EtatParcours Informer(EtatParcours etat, Instant le)
    {
        foreach (var fil in etat.Fils.Values.Where(f => f.Separe).ToList())
        {
            var demande = Demande(etat, fil, $"partage-{etat.Numero}", FilsServices.Informer, DossierPartage.De(etat, fil.Id, le));
            etat = etat with { Demandes = etat.Demandes.Avec(demande.Cle, demande) };
        }

        return etat;
    }

    /// <summary>The person; who accompanies her, as for a task of the référent; the management of the organisme référent, as for one that was escalated.</summary>
    private bool EstOuvreur(EtatParcours etat, FilModele fil, Acteur acteur, Moment moment)
    {
        var agent = moment.Referents.Trouver(etat.Dossier.Lieu.Territoire, acteur.Id);
        return Peut(nameof(RoleActeur.Personne), Responsable.Personne(contexte.DossierId))
            || Peut(nameof(RoleActeur.Conseiller), Situer.Referent(contexte, etat, moment.Maintenant))
            || (Peut(nameof(RoleActeur.Encadrement), Responsable.FileDe(RoleActeur.Encadrement, etat.Dossier.Lieu.Territoire)) && Situer.Equipe(contexte, etat, moment.Maintenant)?.Compte(agent!) is not false);

        bool Peut(string role, Responsable responsable) =>
            fil.Ouvreurs.Contains(role) && Habilitation.Refuser(responsable, escaladee: false, Situer.Equipe(contexte, etat, moment.Maintenant), etat.Dossier.ReferentId, acteur, agent) is null;
    }

    private static string? RefuserLEntree(IEtape entree, VueParcours vue, Acte acte) => entree.RefuserDOuvrir(vue)
        ?? ControleActe.RefuserValeurs(entree.Definition.Demarche?.Champs(new PourQui(vue.Dossier.Organisme, vue.Executif(vue.Commune))) ?? [], acte);

    private static string AQui(FilModele fil) => fil.Ouvreurs.Count == 0
        ? "Cette démarche ne s’ouvre pas à la main."
        : $"Cette démarche ne vous revient pas : elle revient {Francais.Enumerer([.. fil.Ouvreurs.Select(Ouvreur)])}.";

    private static string Ouvreur(string role) => role switch
    {
        nameof(RoleActeur.Personne) => "à la personne",
        nameof(RoleActeur.Conseiller) => "au référent ou à un autre conseiller de l’organisme référent",
        _ => "à l’encadrement de l’organisme référent",
    };

    private string? Empechement(EtatParcours etat, FilModele fil) =>
        etat.Statut == StatutParcours.Clos ? "Le parcours est terminé."
        : etat.Fils.Values.Count(f => f.Type == fil.Id) >= fil.Max ? AuPlus(fil)
        : fil.Depuis.Count > 0 && !fil.Depuis.Contains(etat.Fils[contexte.FilPrincipal].NoeudId) ? $"« {fil.Titre} » ne peut pas commencer à cette étape du parcours."
        : null;

    private string AuPlus(FilModele fil) =>
        fil.Max == 1 ? $"« {fil.Titre} » est déjà en cours."
        : $"« {contexte.Etape(fil.Entree).Definition.Demarche?.Titre ?? fil.Titre} » : {Francais.EnLettres(fil.Max)} attendent déjà une réponse, et c’est le plus qu’il puisse y en avoir. Recommencez quand l’une d’elles l’aura reçue.";

    private string Ouvrir(Brouillon b, FilModele modele, IReadOnlyDictionary<string, string> valeurs)
    {
        var rang = b.Etat.Ouvertures.GetValueOrDefault(modele.Id) + 1;

        // After a reset, a thread of the past that was taken back may still run under its name.
        var id = b.Etat.Epoque == 1 ? $"{modele.Id}-{rang}" : $"{modele.Id}-{rang}@{b.Etat.Epoque}";
        var fil = new Fil { Id = id, Type = modele.Id, NoeudId = modele.Entree, OuvertLe = b.Maintenant, Separe = modele.Separe };
        b.Etat = b.Etat with { Ouvertures = b.Etat.Ouvertures.Avec(modele.Id, rang) };
        b.Poser(fil);
        b.Ouvertures[id] = valeurs;
        if (modele.Separe)
        {
            b.Demander(Demande(
                b.Etat, fil, "ouverture", FilsServices.Ouvrir, new FilAOuvrir { Id = fil.Id, Type = fil.Type, Dossier = b.Etat.Dossier, Personne = b.Etat.Personne, Valeurs = valeurs }));
        }

        return fil.Id;
    }

    private Demande Demande<T>(EtatParcours etat, Fil fil, string objet, Service<T, object> service, T contenu)
        where T : class => new()
        {
            Cle = $"{contexte.DossierId}/{fil.Id}@{etat.Epoque}/{objet}",
            DossierId = contexte.DossierId,
            FilId = fil.Id,
            NoeudId = fil.NoeudId,
            Objet = objet,
            Activite = service.Activite,
            SansSuite = true,
            Contenu = JsonSerializer.SerializeToElement(contenu, ParcoursJson.Options),
        };
}
