using System.Text.Json;
using System.Text.RegularExpressions;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Serialisation;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;
using Xunit;

namespace FranceTravail.Parcours.Workflows.Tests.Banc;

/// <summary>What must hold after every event of every journey.</summary>
internal static partial class Invariants
{
    /// <summary>More than any journey keeps open at once.</summary>
    private const int TachesMax = 20;

    public static void Verifier(EtatParcours avant, Pas pas, Instant maintenant)
    {
        if (pas.Projection is { } projection)
        {
            UneResponsabiliteEtUneEcheance(pas.Etat, projection.Situation);
            DesNumerosQuiSeSuivent(avant, projection);
            DesPhrasesComposees(pas.Etat, projection);
            Assert.All(projection.Taches.Where(t => t.Statut != StatutTache.Ouverte), t => Assert.Equal(maintenant, t.CloseLe));
        }

        JamaisOubliee(pas.Etat);
        UnEtatBorne(pas.Etat);
        DesTachesCompletes(pas.Etat);
        DesDemandesAClesUniques(pas);
        if (pas.Etat.Projection % 5 == 0)
        {
            UnEtatQuiSeRelit(pas.Etat);
        }
    }

    private static void UneResponsabiliteEtUneEcheance(EtatParcours etat, SituationProjetee situation)
    {
        Assert.True(situation.Responsable.Id is not null ^ situation.Responsable.File is not null, "A journey has an owner or a queue.");
        if (situation.Statut == StatutParcours.Ouvert)
        {
            Assert.NotNull(situation.ProchaineEcheance);
            Assert.False(string.IsNullOrWhiteSpace(situation.ObjetEcheance));
            Assert.False(etat.AEntrer);
        }
        else
        {
            Assert.Null(situation.ProchaineEcheance);
            Assert.Empty(etat.Taches);
            Assert.Empty(etat.Alarmes);
        }
    }

    /// <summary>Somebody of the service has something to do, or the journey wakes by itself and will ask: no silence ends it.</summary>
    private static void JamaisOubliee(EtatParcours etat)
    {
        if (etat.Statut == StatutParcours.Ouvert)
        {
            Assert.True(
                etat.Taches.Any(t => t.Responsable.Role != RoleActeur.Personne) || etat.Alarmes.Count > 0,
                $"Nobody will ever come back to a journey at '{etat.NoeudId}'.");
        }
    }

    /// <summary>What continue-as-new carries does not grow with the years.</summary>
    private static void UnEtatBorne(EtatParcours etat)
    {
        Assert.InRange(etat.Alarmes.Count, 0, 60);
        Assert.InRange(etat.Echeances.Count, 0, 10);
        Assert.InRange(etat.Delais.Count, 0, 20);
        Assert.InRange(etat.ActesTraites.Count, 0, ActesConnus.Max);
    }

    private static void DesTachesCompletes(EtatParcours etat)
    {
        Assert.InRange(etat.Taches.Count, 0, TachesMax);
        Assert.Equal(etat.Taches.Count, etat.Taches.Select(t => t.TacheId).Distinct().Count());
        Assert.All(etat.Taches, tache =>
        {
            Assert.Equal(StatutTache.Ouverte, tache.Statut);
            Assert.True(tache.Responsable.Id is not null ^ tache.Responsable.File is not null, "A task has an owner or a queue.");
            Assert.InRange(tache.Gestes.Count(g => g.Principal), 0, 1);
            Assert.NotEmpty(tache.Gestes);
            // What nobody does comes back: by the task's escalation, or by an alarm of its step.
            Assert.True(
                tache.EscaladeLe is not null || etat.Alarmes.Any(a => a.NoeudId == tache.NoeudId && a.TacheId is null),
                $"{tache.Nature} can be forgotten.");
        });
        Assert.All(etat.Alarmes.Where(a => a.TacheId is not null), a => Assert.Contains(etat.Taches, t => t.TacheId == a.TacheId));
    }

    private static void DesNumerosQuiSeSuivent(EtatParcours avant, ProjectionDossier projection)
    {
        Assert.Equal(avant.Projection + 1, projection.Sequence);
        Assert.Equal(Enumerable.Range(1, projection.Faits.Count).Select(i => avant.Fait + i), projection.Faits.Select(f => f.Sequence));
    }

    private static void DesDemandesAClesUniques(Pas pas)
    {
        Assert.Equal(pas.Etat.Demandes.Count, pas.Etat.Demandes.Select(d => d.Cle).Distinct().Count());
        Assert.All(pas.Demandes, d => Assert.Equal($"{d.DossierId}/{d.NoeudId}#{pas.Etat.Visites[d.NoeudId]}/{d.Objet}", d.Cle));
    }

    private static void DesPhrasesComposees(EtatParcours etat, ProjectionDossier projection)
    {
        var textes = projection.Faits.Select(f => f.Phrase)
            .Concat(projection.Faits.Select(f => f.BaseLegale ?? ""))
            .Concat(projection.Taches.SelectMany(t => new[] { t.Libelle, t.Precision ?? "", t.Echeance.Motif }))
            .Concat(etat.Ruban.Select(e => e.Precision ?? ""));
        Assert.All(textes, texte => Assert.DoesNotMatch(Fautes(), texte));
        Assert.All(projection.Faits, f => Assert.EndsWith(".", f.Phrase));
    }

    private static void UnEtatQuiSeRelit(EtatParcours etat)
    {
        var json = JsonSerializer.Serialize(etat, ParcoursJson.Options);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<EtatParcours>(json, ParcoursJson.Options), ParcoursJson.Options));
    }

    // A plain space before a double sign, a straight apostrophe, a doubled sign or space, an English word of the code.
    [GeneratedRegex(@" [:;?!»]|« |'|  |\.\.|,,|\bnull\b|\d h\b|_")]
    private static partial Regex Fautes();
}
