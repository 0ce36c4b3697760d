using System.Text.RegularExpressions;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Orientation;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Parcours.Fils;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Tests.Banc;

/// <summary>What must hold after every event of every journey.</summary>
internal static partial class Invariants
{
    /// <summary>More than any journey keeps open at once.</summary>
    private const int TachesMax = 20;

    public static void Verifier(EtatParcours? avant, Decision decision, EtatParcours etat, ProjectionDossier projection, Instant maintenant)
    {
        UneResponsabiliteEtUneEcheance(etat, projection.Avancement);
        DesFilsTenus(etat);
        DesNumerosQuiSeSuivent(avant, decision, projection);
        DesPhrasesComposees(etat, projection);
        Assert.All(projection.Taches.Where(t => t.Statut != StatutTache.Ouverte), t => Assert.Equal(maintenant, t.CloseLe));
        JamaisOubliee(etat);
        UnEtatBorne(etat);
        DesTachesCompletes(etat);
        DesDemandesBienNommees(etat);
        UnReveilAJour(etat);
        UnePersonneDecide(avant, decision, etat, projection);
    }

    /// <summary>No path of the journey writes a decision by itself: somebody of the service acted, and only then does an orientation change.</summary>
    private static void UnePersonneDecide(EtatParcours? avant, Decision decision, EtatParcours etat, ProjectionDossier projection)
    {
        Assert.All(projection.Faits.Where(f => f.Code.EndsWith(".decision", StringComparison.Ordinal)), f => Assert.True(
            f.Auteur.Role is RoleActeur.Conseiller or RoleActeur.Encadrement, $"'{f.Phrase}' was decided by {f.Auteur.Role}."));
        if (avant is not null && Orientation(avant) != Orientation(etat))
        {
            Assert.True(decision.Auteur is { Role: RoleActeur.Conseiller or RoleActeur.Encadrement }, $"An orientation changed on '{decision.Evenement}', where nobody acted.");
            Assert.Contains(projection.Faits, f => f.Code.EndsWith(".decision", StringComparison.Ordinal) || (f.Code == Modalite.Fait && avant.Dossier.Organisme == etat.Dossier.Organisme));
        }

        static (TypeParcours?, OrganismeReferent?) Orientation(EtatParcours e) => (e.Dossier.TypeParcours, e.Dossier.Organisme);
    }

    /// <summary>Each open thread has an owner or a queue, a next deadline, and a way out: somebody who acts, a moment, or an answer.</summary>
    private static void DesFilsTenus(EtatParcours etat)
    {
        foreach (var fil in etat.Fils.Values.Where(f => !f.Separe && !(f.Id == NomsParcours.FilPrincipal && etat.Statut == StatutParcours.Clos)))
        {
            var avancement = fil.Avancement;
            Assert.NotNull(avancement);
            Assert.True(avancement.Responsable.Id is not null ^ avancement.Responsable.File is not null, $"'{fil.Id}' has an owner or a queue.");
            Assert.True(avancement.Prochaine(etat, fil) is not null, $"'{fil.Id}' has no next deadline at '{fil.NoeudId}'.");
            Assert.True(
                etat.Taches.Values.Any(t => t.FilId == fil.Id) || Situer.Reveils(etat).Any(a => a.FilId == fil.Id) || etat.Demandes.Values.Any(d => d.FilId == fil.Id),
                $"Nothing will ever end '{fil.Id}' at '{fil.NoeudId}'.");
        }

        Assert.All(etat.Taches.Values, t => Assert.True(etat.Fils.ContainsKey(t.FilId), "A task belongs to an open thread."));
        Assert.All(Situer.Reveils(etat), a => Assert.True(etat.Fils.ContainsKey(a.FilId), "An alarm belongs to an open thread."));
    }

    private static void UnReveilAJour(EtatParcours etat) =>
        Assert.Equal(Situer.Reveils(etat).Select(a => (Instant?)a.Le).Min(), etat.ProchainReveil);

    private static void UneResponsabiliteEtUneEcheance(EtatParcours etat, AvancementProjete avancement)
    {
        Assert.True(avancement.Responsable.Id is not null ^ avancement.Responsable.File is not null, "A journey has an owner or a queue.");
        if (avancement.Statut == StatutParcours.Ouvert)
        {
            Assert.NotNull(avancement.ProchaineEcheance);
            Assert.False(string.IsNullOrWhiteSpace(avancement.ObjetEcheance));
            Assert.True(etat.Fils[NomsParcours.FilPrincipal].Entre);
        }
        else
        {
            Assert.Null(avancement.ProchaineEcheance);
            Assert.DoesNotContain(etat.Taches.Values, t => t.FilId == NomsParcours.FilPrincipal);
            Assert.DoesNotContain(Situer.Reveils(etat), a => a.FilId == NomsParcours.FilPrincipal);
        }
    }

    /// <summary>Somebody of the service has something to do, or the journey wakes by itself and will ask: no silence ends it.</summary>
    private static void JamaisOubliee(EtatParcours etat)
    {
        if (etat.Statut == StatutParcours.Ouvert)
        {
            Assert.True(
                etat.Taches.Values.Any(t => t.Responsable.Role != RoleActeur.Personne) || etat.ProchainReveil is not null,
                $"Nobody will ever come back to a journey at '{etat.Fils[NomsParcours.FilPrincipal].NoeudId}'.");
        }
    }

    /// <summary>What continue-as-new carries does not grow with the years.</summary>
    private static void UnEtatBorne(EtatParcours etat)
    {
        Assert.InRange(Situer.Reveils(etat).Count(), 0, 60);
        Assert.InRange(etat.Fils.Values.Sum(f => f.Echeances.Count), 0, 20);
        Assert.InRange(etat.Fils.Values.Sum(f => f.Delais.Count), 0, 30);
        Assert.InRange(etat.Actes.Count, 0, ActesConnus.Max);
    }

    private static void DesTachesCompletes(EtatParcours etat)
    {
        Assert.InRange(etat.Taches.Count, 0, TachesMax);
        Assert.All(etat.Taches.Values, tache =>
        {
            Assert.Equal(StatutTache.Ouverte, tache.Statut);
            Assert.True(tache.Responsable.Id is not null ^ tache.Responsable.File is not null, "A task has an owner or a queue.");
            Assert.InRange(tache.Gestes.Count(g => g.Principal), 0, 1);
            Assert.NotEmpty(tache.Gestes);
            // What nobody does comes back: by the task's escalation, or by an alarm of its step.
            Assert.True(
                tache.EscaladeLe is not null || etat.Alarmes.Keys.Any(cle => cle.StartsWith(Alarme.Prefixe(tache.FilId, tache.NoeudId), StringComparison.Ordinal)),
                $"{tache.Nature} can be forgotten.");
        });
    }

    private static void DesNumerosQuiSeSuivent(EtatParcours? avant, Decision decision, ProjectionDossier projection)
    {
        Assert.Equal((avant?.Numero ?? 0) + 1, decision.Numero);
        Assert.Equal(decision.Numero, projection.Sequence);
        Assert.Equal(Enumerable.Range(1, projection.Faits.Count).Select(i => (avant?.Fait ?? 0) + i), projection.Faits.Select(f => f.Sequence));
    }

    private static void DesDemandesBienNommees(EtatParcours etat) =>
        Assert.All(
            etat.Demandes.Values.Where(d => d.Activite != FilsServices.Ouvrir.Activite && d.Activite != FilsServices.Informer.Activite),
            d => Assert.Contains(Enumerable.Range(1, etat.Epoque), epoque => d.Cle.StartsWith($"{d.DossierId}/{d.FilId}@{epoque}/{d.NoeudId}#", StringComparison.Ordinal)));

    private static void DesPhrasesComposees(EtatParcours etat, ProjectionDossier projection)
    {
        var textes = projection.Faits.Select(f => f.Phrase)
            .Concat(projection.Faits.Select(f => f.BaseLegale ?? ""))
            .Concat(projection.Taches.SelectMany(t => new[] { t.Libelle, t.Precision ?? "", t.Echeance.Motif }))
            .Concat(etat.Ruban.Values.Select(e => e.Precision ?? ""));
        Assert.All(textes, texte => Assert.DoesNotMatch(Fautes(), texte));
        Assert.All(projection.Faits, f => Assert.EndsWith(".", f.Phrase));
    }

    // A plain space before a double sign, a straight apostrophe, a doubled sign or space, an English word of the code.
    [GeneratedRegex(@" [:;?!»]|« |'|  |\.\.|,,|\bnull\b|\d h\b|_")]
    private static partial Regex Fautes();
}
