using System.Reflection;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Histoires;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Parcours;

/// <summary>A field is said in the words of a page, not in those of the code.</summary>
public sealed class When_two_rows_differ
{
    private const string Mots =
        "à abandonné allocation auteur avant base besoins caf clé clos close code commune conseiller contact contrat courante courriel côté date de demandée dernier dernière données " +
        "dossier droit du début décision déclarées écartés entrée escalade fait fil file fin flux foyer france gestes heures id identifiant identité import inscription inscrit insee " +
        "jour json le libellé lieu lignes lundi légale modèle motif naissance nature nom nœud objet ordre organisme ouvert ouverte par parcours parole perdue personne " +
        "phrase précision prénom prochaine projection proposé prévues rappel recherche référence remontée rendez responsable référent rôle semaine signer signé situation sortie statut séparé séquence territoire " +
        "texte titre ton travail tri type validées version vous échéance époque étape ";

    [Theory]
    [InlineData("etapeCourante", "étape courante")]
    [InlineData("prochaineEcheanceObjet", "prochaine échéance objet")]
    [InlineData("noeudId", "nœud identifiant")]
    [InlineData("statut", "statut")]
    public void Should_name_the_field_in_French_words(string champ, string dit)
    {
        Assert.Equal(dit, NomsDeChamps.EnMots(champ));
        Assert.Equal($"{dit} : « un » selon les historiques, « deux » dans la base", Differences.Dire($$"""{"{{champ}}":"un"}""", $$"""{"{{champ}}":"deux"}"""));
    }

    /// <summary>A word that comes to a row comes to the dictionary, if it has an accent.</summary>
    [Fact]
    public void Should_know_each_word_that_a_field_is_made_of()
    {
        Type[] lignes = [typeof(Dossier), typeof(Fait), typeof(FilDossier), typeof(Tache), typeof(EtapeParcours), typeof(RendezVous), typeof(SemaineActivite), typeof(Contrat), typeof(LigneContrat)];
        var mots = lignes.SelectMany(l => l.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .SelectMany(p => NomsDeChamps.EnMots(char.ToLowerInvariant(p.Name[0]) + p.Name[1..]).Split(' ')).Distinct();
        Assert.Empty(mots.Except(Mots.Split(' ')));
    }
}
