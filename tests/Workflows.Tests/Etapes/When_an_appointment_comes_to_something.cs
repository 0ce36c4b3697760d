using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Modele;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Partenaires.Agenda;
using FranceTravail.Parcours.Workflows.Tests.Banc;

namespace FranceTravail.Parcours.Workflows.Tests.Etapes;

/// <summary>Each status of an appointment, the act or event that leads there, and its sentence. None of them is a breach.</summary>
public class When_an_appointment_comes_to_something
{
    private static readonly (string, string)[] Plus = [("a-partir-du", "2026-10-20")];

    [Fact]
    public void Should_have_an_act_or_an_event_for_every_status()
    {
        var atteints = Chemins.Values.Select(Derouler).Append(CloreAvant()).SelectMany(Statuts).ToHashSet();
        Assert.Equal(Enum.GetValues<StatutRendezVous>().ToHashSet(), atteints);
    }

    [Theory]
    [InlineData("honore", StatutRendezVous.Honore, "premier-rendez-vous.presence", "Présence au premier rendez-vous, au 4ᵉ jour.")]
    [InlineData("absence", StatutRendezVous.Absence, "premier-rendez-vous.absence", "Absence au rendez-vous du 12 octobre. Ses raisons sont demandées à la personne ; rien n’en est tiré.")]
    [InlineData("sans-reponse", StatutRendezVous.SansReponse, "premier-rendez-vous.sans-reponse", "Invitation au rendez-vous du 12 octobre restée sans réponse : la personne n’est pas venue. Rien n’en est tiré.")]
    [InlineData("excuse", StatutRendezVous.Excuse, "premier-rendez-vous.excuse", "Absence excusée au rendez-vous du 12 octobre — enfant malade ou sans garde.")]
    [InlineData("explique", StatutRendezVous.Excuse, "premier-rendez-vous.explique", "La personne dit ce qui l’a empêchée de venir le 12 octobre — transport : l’absence est excusée.")]
    [InlineData("deplace", StatutRendezVous.Deplace, "premier-rendez-vous.deplace", "La personne demande à déplacer le rendez-vous du 12 octobre.")]
    [InlineData("annule-personne", StatutRendezVous.AnnuleParPersonne, "premier-rendez-vous.annule-personne", "La personne a prévenu qu’elle ne peut pas venir au rendez-vous du 12 octobre — santé.")]
    [InlineData("deplace-organisme", StatutRendezVous.DeplaceParOrganisme, "premier-rendez-vous.deplace-organisme", "Rendez-vous du 12 octobre déplacé par l’organisme : rien n’en est retenu contre la personne.")]
    [InlineData("annule-organisme", StatutRendezVous.AnnuleParOrganisme, "premier-rendez-vous.annule-organisme", "Rendez-vous du 12 octobre annulé par l’organisme : rien n’en est retenu contre la personne.")]
    [InlineData("non-tenu", StatutRendezVous.NonTenu, "premier-rendez-vous.non-tenu", "Rendez-vous du 12 octobre non tenu par l’organisme, qui n’a pas reçu la personne : rien n’en est retenu contre la personne.")]
    [InlineData("convoque", StatutRendezVous.Convoque, "premier-rendez-vous.convoque", "Convocation au premier rendez-vous, après une invitation qui n’a pas abouti : mardi 27 octobre à 9 h 00, Agence de Lens.")]
    public void Should_be_said_by_a_fact(string chemin, StatutRendezVous statut, string code, string phrase)
    {
        var p = Derouler(Chemins[chemin]);
        Assert.Contains(statut, Statuts(p));
        var fait = p.Faits.Last(f => f.Code == code);
        Assert.Equal(phrase, fait.Phrase.Replace('\u00a0', ' '));
        Assert.True(fait.BaseLegale is null || code == "premier-rendez-vous.presence", "No absence before a contract has a legal basis.");
    }

    [Theory]
    [InlineData("deplace", true)]
    [InlineData("annule-personne", true)]
    [InlineData("deplace-organisme", true)]
    [InlineData("annule-organisme", true)]
    [InlineData("excuse-avant", true)]
    [InlineData("absence", false)]
    [InlineData("non-tenu", false)]
    public void Should_give_a_slot_back_only_before_its_hour(string chemin, bool rendu) =>
        Assert.Equal(rendu, Derouler(Chemins[chemin]).Demandees(AgendaServices.Liberer).Any(l => l.ReservationId == "r-creneau-1"));

    [Theory]
    [InlineData("deplace-organisme", "DeplaceParOrganisme")]
    [InlineData("annule-organisme", "AnnuleParOrganisme")]
    [InlineData("non-tenu", "NonTenu")]
    public void Should_apologize_and_not_count_what_the_organism_did_not_keep(string chemin, string statut)
    {
        var p = Derouler(Chemins[chemin]);
        Assert.Equal(statut, p.Courriers.Single(c => c.Modele == "rendez-vous-de-notre-fait").Donnees["statut"]);
        Assert.DoesNotContain(p.Courriers, c => c.Modele == "absence");
        Assert.False(p.Ouverte("expliquer-absence"));
    }

    [Fact]
    public void Should_still_propose_by_itself_after_the_organism_moved_it_as_often_as_it_may()
    {
        var p = new ParcoursEnMemoire().Oriente();
        for (var i = 0; i < 4; i++)
        {
            p.Agir("recevoir-premier-rendez-vous", "reporter", Plus);
        }

        Assert.False(p.Ouverte("trouver-creneau"));
        Assert.Equal(StatutRendezVous.Propose, p.DernierRendezVous.Statut);
    }

    [Fact]
    public void Should_take_nothing_from_an_absence_but_ask_why_and_propose_again()
    {
        var p = Derouler(Chemins["absence"]);
        Assert.Equal("Absence", p.Courriers.Single(c => c.Modele == "absence").Donnees["statut"]);
        Assert.Equal(StatutRendezVous.Propose, p.DernierRendezVous.Statut);
        Assert.True(p.Ouverte("expliquer-absence"));
        p.AvancerJours(30);
        Assert.False(p.Ouverte("expliquer-absence"));
    }

    [Fact]
    public void Should_say_what_an_act_means_before_it_is_done()
    {
        var p = new ParcoursEnMemoire().Oriente();
        p.AvancerJusqua("2026-10-12T08:00:00");
        var gestes = p.Tache("constater-presence").Gestes;
        Assert.All(gestes.Where(g => g.Code != "presente"), g => Assert.NotNull(g.Explication));
        Assert.Contains("Ce n’est pas un manquement\u00a0: aucun contrat n’est signé.", gestes.Single(g => g.Code == "absente").Explication);
        Assert.Contains("rien ne vous est reproché", p.Tache("confirmer-rendez-vous").Gestes.Single(g => g.Code == "annuler").Explication);
    }

    [Theory]
    [InlineData("absente")]
    [InlineData("non-tenu")]
    public void Should_not_be_stated_before_its_hour(string geste)
    {
        var p = new ParcoursEnMemoire().Oriente();
        p.AvancerJusqua("2026-10-12T08:00:00");
        Assert.Equal("Le rendez-vous n’a pas encore commencé.", p.Refus("constater-presence", geste));
    }

    [Fact]
    public void Should_not_be_moved_by_the_organism_after_its_hour()
    {
        var p = new ParcoursEnMemoire().Oriente();
        p.AvancerJusqua("2026-10-12T11:00:00");
        Assert.Equal(StatutRendezVous.AConstater, p.DernierRendezVous.Statut);
        Assert.Equal("L’heure du rendez-vous est passée\u00a0: dites s’il a été tenu.", p.Refus("constater-presence", "annuler-organisme"));
    }

    [Fact]
    public void Should_invite_first_and_convoke_only_after_an_invitation_led_to_nothing()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { AgendaPlein = true }).Oriente();
        Assert.DoesNotContain(p.Tache("trouver-creneau").Gestes, g => g.Code == "convoquer");
        p = Derouler(Chemins["convoque"]);
        Assert.Single(p.Courriers, c => c.Modele == "convocation");
        Assert.True(p.Ouverte("venir-au-rendez-vous"));
        Assert.False(p.Ouverte("confirmer-rendez-vous"));
    }

    [Fact]
    public void Should_have_no_object_any_more_when_the_journey_closes_before_it()
    {
        var p = CloreAvant();
        Assert.Equal(StatutRendezVous.SansObjet, p.DernierRendezVous.Statut);
        Assert.Contains("premier-rendez-vous.sans-objet", p.Codes);
        Assert.Single(p.Demandees(AgendaServices.Liberer));
    }

    /// <summary>A template where a counsellor may invite beside the accompaniment, which ends first.</summary>
    private static ParcoursEnMemoire CloreAvant()
    {
        var national = Modeles.National(("revue", "Periodicite", "P1M"));
        var rencontre = national.Noeuds.Single(n => n.Id == "premier-rdv") with { Id = "rencontre", Sorties = new Dictionary<string, string> { ["Honore"] = "demande-fin" } };
        var fil = new FilModele { Id = "rencontre", Titre = "Rencontre", Entree = "rencontre", Ouvreurs = [nameof(RoleActeur.Conseiller)], FinitAvecLAccompagnement = true };
        var p = new ParcoursEnMemoire(modele: national with { Noeuds = [.. national.Noeuds, rencontre], Fils = [.. national.Fils, fil] });
        Deroulement.JusquAuContratSigne(p);
        Deroulement.JusquALaRevue(p);
        p.Ouvrir("rencontre", RoleActeur.Conseiller, "c-1");
        p.Agir("tenir-revue", "Sortie", ("motif", "emploi"));
        return p;
    }

    private static Dictionary<string, Action<ParcoursEnMemoire>> Chemins { get; } = new()
    {
        ["honore"] = p => { LeJour(p); p.Agir("constater-presence", "presente"); },
        ["absence"] = p => { p.Agir("confirmer-rendez-vous", "confirmer"); LeJour(p); p.Agir("constater-presence", "absente"); },
        ["sans-reponse"] = p => { LeJour(p); p.Agir("constater-presence", "absente"); },
        ["excuse"] = p => { LeJour(p); p.Agir("constater-presence", "excusee", ("motif", "enfant")); },
        ["excuse-avant"] = p => { p.AvancerJusqua("2026-10-12T08:00:00"); p.Agir("constater-presence", "excusee", ("motif", "enfant")); },
        ["explique"] = p => { p.Agir("confirmer-rendez-vous", "confirmer"); LeJour(p); p.Agir("constater-presence", "absente"); p.Agir("expliquer-absence", "dire", ("motif", "transport")); },
        ["deplace"] = p => p.Agir("confirmer-rendez-vous", "deplacer", Plus),
        ["annule-personne"] = p => p.Agir("confirmer-rendez-vous", "annuler", ("motif", "sante")),
        ["deplace-organisme"] = p => p.Agir("recevoir-premier-rendez-vous", "reporter", Plus),
        ["annule-organisme"] = p => p.Agir("recevoir-premier-rendez-vous", "annuler-organisme"),
        ["non-tenu"] = p => { LeJour(p); p.Agir("constater-presence", "non-tenu"); },
        ["convoque"] = p =>
        {
            LeJour(p);
            p.Monde.AgendaPlein = true;
            p.Agir("constater-presence", "absente");
            p.Agir("trouver-creneau", "convoquer", ("jour", "2026-10-27"), ("heure", "09:00"), ("ou", "l-2"), ("duree", "45"));
        },
    };

    private static ParcoursEnMemoire Derouler(Action<ParcoursEnMemoire> chemin)
    {
        var p = new ParcoursEnMemoire().Oriente();
        chemin(p);
        return p;
    }

    private static IEnumerable<StatutRendezVous> Statuts(ParcoursEnMemoire p) => p.Projections.SelectMany(x => x.RendezVous).Select(r => r.Statut);

    private static void LeJour(ParcoursEnMemoire p) => p.AvancerJusqua("2026-10-12T11:00:00");
}
