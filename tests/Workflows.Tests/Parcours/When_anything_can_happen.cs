using System.Text.Json;
using CsCheck;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Serialisation;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Tests.Parcours;

/// <summary>Random journeys: people act or not, in any order, partners fail and come back. The invariants are checked by the bench after every event.</summary>
public class When_anything_can_happen
{
    private const int Coups = 400;

    private static readonly Gen<int[]> Hasard = Gen.Int[0, 1_000_000].Array[Coups];

    private static readonly Gen<SituationPersonne> UneSituation = Gen.Select(
        Gen.Bool, Gen.Bool, Gen.Enum<TrancheAge>(), Gen.Enum<NiveauQualification>(), Gen.Int[0, 90], Gen.Int[0, 2],
        Gen.Select(Gen.Enum<Frein>(), Gen.Enum<IntensiteFrein>()).Array[0, 4],
        (rsa, boe, age, qualification, mois, projet, freins) => new SituationPersonne
        {
            Rsa = rsa,
            Boe = boe,
            Age = age,
            Qualification = qualification,
            MoisSansEmploi = mois > 80 ? null : mois,
            SeProjetteDansUnEmploi = projet == 2 ? null : projet == 1,
            Freins = [.. freins.Select(f => new FreinDeclare(f.Item1, f.Item2))],
        });

    [Fact]
    public void Should_always_have_an_owner_a_deadline_and_a_readable_timeline() =>
        Gen.Select(UneSituation, Hasard).Sample((situation, hasard) => Derouler(situation, hasard, acceptes: 0.7), iter: 30);

    [Fact]
    public void Should_never_be_stuck_when_nobody_does_anything() =>
        UneSituation.Sample(situation =>
        {
            var p = new ParcoursEnMemoire(situation);
            p.AvancerJours(400);
            Assert.Equal(StatutParcours.Ouvert, p.Etat.Statut);
            Assert.Contains(p.Faits, f => f.Ton == TonFait.EcheanceDepassee);
            Assert.Contains(p.Etat.Taches.Values, t => t.Escaladee);
        }, iter: 10);

    [Fact]
    public void Should_come_back_to_somebody_whatever_the_person_and_the_partners_leave_unanswered() =>
        Gen.Select(UneSituation, Hasard).Sample((situation, hasard) => LaisserSeul(situation, hasard), iter: 25);

    [Fact]
    public void Should_stay_bounded_over_ten_years_of_silence_of_the_person()
    {
        var p = new ParcoursEnMemoire();
        Deroulement.JusquAuContratSigne(p);
        for (var annee = 0; annee < 10; annee++)
        {
            p.AvancerJours(365);
            Assert.InRange(JsonSerializer.Serialize(p.Etat, ParcoursJson.Options).Length, 0, 60_000);
            while (p.Etat.Taches.Values.FirstOrDefault(t => t.Responsable.Role == RoleActeur.Conseiller) is { } tache)
            {
                p.Appliquer(p.Acte(tache, tache.Gestes[0].Code));
            }
        }
    }

    /// <summary>Only counsellors act, and partners may be down for weeks: each act of the service leads to another moment when it is asked.</summary>
    private static void LaisserSeul(SituationPersonne situation, int[] hasard)
    {
        var p = new ParcoursEnMemoire(situation);
        foreach (var h in hasard.Take(120))
        {
            p.Monde.Muet = _ => h % 3 == 0;
            p.Monde.RefusEnvois = h % 7 == 0 ? "Adresse refusée." : null;
            p.Monde.SansReferent = h % 5 == 0;
            p.Repondre();
            p.AvancerJours(1 + (h % 12));
            if (p.Etat.Statut != StatutParcours.Clos
                && p.Etat.Taches.Values.Where(t => t.Responsable.Role == RoleActeur.Conseiller).ElementAtOrDefault(h % 3) is { } tache)
            {
                var geste = tache.Gestes[h / 3 % tache.Gestes.Count];
                var acte = p.Acte(tache, geste.Code, [.. geste.Champs.Select((c, i) => (c.Nom, Hasards.Valeur(c, (h / 5) + (i * 13), p.Aujourdhui))).Where(v => v.Item2 != "")]);
                if (p.Refus(acte) is null)
                {
                    p.Appliquer(acte);
                    var apres = p.Etat;
                    Assert.NotNull(p.Refus(acte));
                    Assert.Same(apres, p.Etat);
                }
            }
        }
    }

    private static void Derouler(SituationPersonne situation, int[] hasard, double acceptes)
    {
        var p = new ParcoursEnMemoire(situation);
        foreach (var h in hasard)
        {
            if (p.Etat.Statut == StatutParcours.Clos)
            {
                return;
            }

            switch (h % 10)
            {
                case 0:
                    p.Monde.AgendaPlein = (h / 10 % 3) == 0;
                    p.Monde.SansReferent = (h / 30 % 5) == 0;
                    p.Monde.ReceptionInconnue = (h / 150 % 4) == 0;
                    p.Monde.RefusInscription = (h / 600 % 4) == 0 ? "Identité à vérifier." : null;
                    break;
                case 1:
                    var muet = h / 10 % 2 == 0;
                    p.Monde.Muet = _ => muet;
                    p.Repondre();
                    break;
                case 2 or 3:
                    p.Avancer(Duration.FromHours(1 + (h / 10 % 240)));
                    break;
                default:
                    Agir(p, h / 10, acceptes);
                    break;
            }
        }
    }

    private static void Agir(ParcoursEnMemoire p, int h, double acceptes)
    {
        if (p.Etat.Taches.Count == 0 || h % 100 > acceptes * 100)
        {
            p.AvancerJours(1);
            return;
        }

        Hasards.Agir(p, h);
    }
}
