using System.Reflection;
using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Modele;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Parcours.Decisions;

/// <summary>Makes a decision of an event, by today's code, template and law. Pure: who records it is the caller.</summary>
public sealed class Deciseur(CatalogueEtapes catalogue, CalendriersCommunes calendriers, TableCompetence competences)
{
    private static readonly string Code =
        typeof(Deciseur).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "inconnu";

    /// <summary>Decides; a refused act yields a decision with its sentence and no change.</summary>
    /// <param name="demande">The event, and the state before.</param>
    /// <param name="modele">The template that the journey pins.</param>
    /// <param name="epoque">Which past of the journey this is.</param>
    /// <param name="referents">Who can be named.</param>
    public Decision Decider(DecisionDemandee demande, ModeleParcours modele, int epoque, IReferents referents) =>
        Decider(demande, demande.Etat is { } json ? VersionsEtat.Lire(json) : null, modele, epoque, referents);

    /// <summary>The same, of a caller who has read the state before, <paramref name="lu"/>, already.</summary>
    public Decision Decider(DecisionDemandee demande, EtatParcours? lu, ModeleParcours modele, int epoque, IReferents referents)
    {
        if (demande.Evenement == Evenement.Reprise)
        {
            return new Decision { Evenement = demande.Evenement.Cle, Le = demande.Maintenant, Refus = "Rien n’était décidé que l’historique ne tienne déjà." };
        }

        var pas = Traiter(demande, lu, modele, epoque, referents);
        return pas.Refus is { } refus
            ? new Decision { Evenement = demande.Evenement.Cle, Le = demande.Maintenant, Refus = refus }
            : new Decision
            {
                Evenement = demande.Evenement.Cle,
                Numero = pas.Etat.Numero,
                Epoque = epoque,
                Le = demande.Maintenant,
                Auteur = demande.Evenement.Acte?.Acteur,
                Changements = Changements.Entre(
                    demande.Etat ?? [],
                    VersionsEtat.Ecrire(pas.Etat with { Origine = new OrigineDecision(Code, $"{modele.Id} v{modele.Version} {modele.Empreinte[..Math.Min(8, modele.Empreinte.Length)]}", string.Join(", ", pas.DroitConsulte)) })),
                Reprise = pas.Reprise,
                Faits = pas.Faits,
                TachesCloses = pas.Taches.Where(t => t.Statut != StatutTache.Ouverte).ToDictionary(t => t.TacheId, t => t.Statut),
                RendezVous = pas.RendezVous,
                Contrats = pas.Contrats,
                Semaines = pas.Semaines,
            };
    }

    /// <summary>What the event makes of the journey, before it is put as a decision.</summary>
    internal Pas Traiter(DecisionDemandee demande, EtatParcours? lu, ModeleParcours modele, int epoque, IReferents referents)
    {
        var contexte = new ContexteParcours(demande.Demarrage, modele, catalogue, commune => calendriers.De(commune, demande.Maintenant.InUtc().Date), competences);
        var interpreteur = new Interpreteur(contexte);
        var moment = new Moment(demande.Maintenant, referents) { Epoque = epoque, NouveauPasse = lu is not null && lu.Epoque != epoque };
        var avant = lu is null ? interpreteur.Initial(moment) : lu with { Epoque = epoque };
        return interpreteur.Traiter(avant, demande.Evenement, moment);
    }
}
