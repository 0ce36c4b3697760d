using System.Text.Json;
using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Partenaires.Agenda;
using FranceTravail.Parcours.Workflows.Partenaires.FranceTravail;
using FranceTravail.Parcours.Workflows.Serialisation;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Tests.Banc;

/// <summary>Partners, letters and counsellors as simple functions: what the world answers to a request.</summary>
internal sealed class Monde : IReferents
{
    private const string Agents = "agent-";

    /// <summary>Refuses the next registrations with this sentence.</summary>
    public string? RefusInscription { get; set; }

    /// <summary>Refuses letters and notices with this sentence.</summary>
    public string? RefusEnvois { get; set; }

    /// <summary>The agenda has no free slot.</summary>
    public bool AgendaPlein { get; set; }

    /// <summary>How many slots were passed over when the agenda has none.</summary>
    public int Ecartes { get; set; }

    /// <summary>The day that the agenda offers; by default the first weekday that fits, holiday or not.</summary>
    public Func<ReservationDemandee, LocalDate>? Creneaux { get; set; }

    /// <summary>The agenda does not say where a slot is.</summary>
    public bool SansLieu { get; set; }

    /// <summary>In whose agenda the slot is, among those that are searched: by default the first.</summary>
    public Func<IReadOnlyList<string>, string> Receveur { get; set; } = agendas => agendas[0];

    /// <summary>Where an organism receives.</summary>
    public IReadOnlyList<LieuAccueil> LieuxConnus { get; set; } =
    [
        new("l-1", "Agence de Liévin", "8 rue Thiers, 62800 Liévin", "01 99 00 31 12", "https://visio.example/1"),
        new("l-2", "Agence de Lens", "14 rue de la Perche, 62300 Lens", "01 99 00 32 12", null),
    ];

    /// <summary>Nobody can be named.</summary>
    public bool SansReferent { get; set; }

    /// <summary>The proof of a letter does not say when it was received.</summary>
    public bool ReceptionInconnue { get; set; }

    /// <summary>Requests that are not answered until this is cleared: a partner is down.</summary>
    public Func<Demande, bool> Muet { get; set; } = _ => false;

    public Reponse Repondre(Demande demande, Instant maintenant) => demande.Activite switch
    {
        "InscrireFranceTravail" when RefusInscription is { } refus => new Reponse { Refus = refus },
        "InscrireFranceTravail" => Valeur(new InscriptionFaite("FT-0001")),
        "EnvoyerCourrier" or "TransmettreOrientation" when RefusEnvois is { } refus => new Reponse { Refus = refus },
        "EnvoyerCourrier" => Valeur(new CourrierEnvoye { Preuve = "4821", RecuLe = ReceptionInconnue ? null : maintenant }),
        "ReserverCreneau" when AgendaPlein => Valeur(new ReservationFaite { Ecartes = Ecartes }),
        "ReserverCreneau" => Valeur(Creneau(demande)),
        _ => new Reponse(),
    };

    public string? MoinsCharge(string territoire, OrganismeReferent organisme, Decideur? autorite) => SansReferent ? null : Nommer("c-1", organisme, autorite);

    /// <summary>
    /// Everybody's name says who she is: <c>agent-CapEmploi</c> is one of an authority, <c>c-2</c> a counsellor of France Travail,
    /// <c>c-1/MissionLocale</c> one of another organism, <c>c-6/ConseilDepartemental/PresidentMetropoleLyon</c> one of those of its kind; 6 to 8 supervise.
    /// </summary>
    public Agent? Trouver(string territoire, string conseillerId)
    {
        var noms = conseillerId.Split('/');
        if (Enum.TryParse<Decideur>(noms[0].Replace(Agents, "", StringComparison.Ordinal), out var seule))
        {
            return new(Organisme(seule), seule, Encadrant: false);
        }

        var organisme = noms.Length > 1 ? Enum.Parse<OrganismeReferent>(noms[1]) : OrganismeReferent.FranceTravail;
        Decideur? autorite = noms.Length > 2 ? Enum.Parse<Decideur>(noms[2])
            : organisme is OrganismeReferent.Delegataire ? null
            : organisme is OrganismeReferent.ConseilDepartemental ? Decideur.PresidentConseilDepartemental
            : Enum.Parse<Decideur>(organisme.ToString());
        return noms[0] is ['c', '-', >= '1' and <= '9' and var rang] ? new(organisme, autorite, Encadrant: rang is >= '6' and <= '8') : null;
    }

    public bool Existe(string territoire, OrganismeReferent organisme, Decideur? autorite) => !Absents.Contains(organisme);

    /// <summary>Organisms that have nobody in the territory.</summary>
    public IReadOnlyList<OrganismeReferent> Absents { get; set; } = [];

    public IReadOnlyList<string> Remplacants(string territoire, string conseillerId, OrganismeReferent organisme, Decideur? autorite, int combien) =>
        [.. new[] { "c-2", "c-3", "c-4" }.Select(c => Nommer(c, organisme, autorite)).Where(c => c != conseillerId).Take(combien)];

    public IReadOnlyList<LieuAccueil> Lieux(string territoire, OrganismeReferent organisme, Decideur? autorite) => LieuxConnus;

    /// <summary>Who of the territory acts on a task: its responsable, else an agent of the authority or of the organism whose queue it is in, else anybody.</summary>
    public static string QuiAgit(TacheParcours tache) => tache.Responsable.Id ?? tache.Responsable.File!.Split('/') switch
    {
        [_, var autorite] => Agents + autorite,
        [_, _, nameof(OrganismeReferent.FranceTravail)] => "c-9",
        [_, _, .. var equipe] => $"c-9/{string.Join('/', equipe)}",
        _ => "c-9",
    };

    /// <summary>The name of a counsellor of an organism.</summary>
    public static string Nommer(string rang, OrganismeReferent organisme, Decideur? autorite) =>
        organisme is OrganismeReferent.FranceTravail ? rang : $"{rang}/{organisme}{(autorite is null ? "" : $"/{autorite}")}";

    private static OrganismeReferent Organisme(Decideur autorite) =>
        Enum.TryParse<OrganismeReferent>(autorite.ToString(), out var organisme) ? organisme
        : autorite is Decideur.DirecteurCaf ? OrganismeReferent.Delegataire
        : OrganismeReferent.ConseilDepartemental;

    private static Reponse Valeur<T>(T valeur) => new() { Valeur = JsonSerializer.SerializeToElement(valeur, ParcoursJson.Options) };

    /// <summary>10 in the morning, or 14 in the afternoon, of the first weekday that fits.</summary>
    private ReservationFaite Creneau(Demande demande)
    {
        var contenu = AgendaServices.Reserver.Lire(demande);
        var zone = CalendriersCommunes.Nationaux.De(contenu.Commune).Zone;
        var jour = Creneaux?.Invoke(contenu) ?? contenu.AuPlusTot.InZone(zone).Date;
        while (jour.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
        {
            jour = jour.PlusDays(1);
        }

        var debut = zone.AtLeniently(jour + new LocalTime(contenu.Moment == MomentJournee.ApresMidi ? 14 : 10, 0)).ToInstant();
        return debut > contenu.AuPlusTard
            ? new ReservationFaite()
            : new ReservationFaite
            {
                ReservationId = $"r-{demande.Objet}",
                Debut = debut,
                Fin = debut + Duration.FromMinutes(45),
                Lieu = SansLieu ? null : new() { Nom = "Agence de Liévin", Adresse = "8 rue Thiers, 62800 Liévin", Telephone = "01 99 00 31 12" },
                Agenda = Receveur(contenu.Agendas),
            };
    }
}
