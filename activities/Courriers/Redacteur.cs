using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Communes;
using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Redaction;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Courriers;

/// <summary>Writes letters: pure, the same person, data and instant always give the same page.</summary>
internal static class Redacteur
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="modeles">The texts.</param>
    /// <param name="envoi">What is to be written.</param>
    /// <param name="dossier">To whom.</param>
    /// <param name="referent">Who accompanies her; null while nobody does.</param>
    /// <param name="contrat">The one that the letter says; null for any other letter.</param>
    /// <param name="le">When.</param>
    /// <param name="signataire">Who took the decision that the letter tells; null where it tells none.</param>
    /// <param name="textes">Reference → free text.</param>
    /// <param name="receveur">Who receives her, for the letter of an appointment; null while nobody is named.</param>
    /// <exception cref="LettreImpossibleException">The template is unknown, or what it needs is missing or malformed.</exception>
    public static Lettre Rediger(
        ModelesLiquid modeles,
        EnvoiCourrier envoi,
        Dossier dossier,
        Conseiller? referent,
        Contrat? contrat,
        Instant le,
        Conseiller? signataire = null,
        IReadOnlyDictionary<string, string>? textes = null,
        Conseiller? receveur = null)
    {
        textes ??= new Dictionary<string, string>();
        var modele = modeles.Trouver(envoi.Modele, envoi.Donnees);
        var zone = CalendriersCommunes.Nationaux.De(dossier.CommuneInsee).Zone;
        var context = new TemplateContext(FiltresLiquid.Pour(zone));
        context.SetValue("donnees", Donnees(modele.Modele, envoi, textes));
        var droit = Droit(modeles, modele.Modele, envoi, dossier, le.InZone(zone).Date);
        context.SetValue("droit", droit);
        context.SetValue("saut", "\n");
        context.SetValue("engagements", Engagements(contrat, textes));
        context.SetValue("date", FiltresLiquid.Jour(le.InZone(zone).Date));
        context.SetValue("personne", new Dictionary<string, object> { ["prenom"] = dossier.Prenom, ["nom"] = dossier.Nom, ["adresse"] = Adresse(dossier.Contact), ["dossier"] = dossier.Id, ["telephone"] = dossier.Contact.Telephone ?? "" });
        context.SetValue("besoins", dossier.Besoins.EnClair() ?? "");
        context.SetValue("receveur", receveur is null ? null : Coordonnees(receveur));
        context.SetValue("expediteur", Expediteur(droit, referent, Organisme(modeles, dossier, le.InZone(zone).Date)));
        context.SetValue("referent", referent is null ? null : Coordonnees(referent));
        context.SetValue("signature", Signature(droit, signataire, referent));
        try
        {
            if (envoi.Donnees.ContainsKey("rendezVous"))
            {
                context.SetValue("rendezvous", EnHtml(modeles.RendezVous, context));
            }

            // Authors write plain spaces; the typography of French is put in here, once for all.
            context.SetValue("corps", Francais.Composer(EnHtml(modele.Corps, context)));
            var objet = Francais.Composer(modele.Objet.Render(context));
            context.SetValue("objet", objet);
            return new Lettre(objet, EnHtml(modeles.Page, context));
        }
        catch (Exception error) when (error is FormatException or NodaTime.Text.UnparsableValueException or OverflowException)
        {
            throw new LettreImpossibleException($"Le courrier « {envoi.Modele} » ne peut pas être écrit : une de ses dates ou de ses heures est mal formée.", error);
        }
    }

    /// <summary>The encoder writes every no-break space as an entity: here it is a character, as an author would type it.</summary>
    private static string EnHtml(IFluidTemplate modele, TemplateContext context) => modele.Render(context, Encoder).Replace("&#xA0;", "\u00a0", StringComparison.Ordinal);

    private static Dictionary<string, object> Droit(ModelesLiquid modeles, ModeleCourrier modele, EnvoiCourrier envoi, Dossier dossier, LocalDate le)
    {
        try
        {
            return modele.Droit?.Invoke(new(modeles.Competences.Lois.Au(le), modeles.Competences, dossier.CommuneDuDroit, ConcerneeDuDossier.De(dossier)) { Donnees = envoi.Donnees })
                .ToDictionary(d => d.Key, d => (object)d.Value) ?? [];
        }
        catch (DroitInconnuException error)
        {
            throw new LettreImpossibleException($"Le courrier « {modele.Code} » ne peut pas être écrit : {error.Message}", error);
        }
        catch (FormatException error)
        {
            throw new LettreImpossibleException($"Le courrier « {modele.Code} » ne peut pas être écrit : ce qu’il dit de la décision est mal formé.", error);
        }
    }

    private static Dictionary<string, object> Donnees(ModeleCourrier modele, EnvoiCourrier envoi, IReadOnlyDictionary<string, string> textes) => envoi.Donnees
        .Select(d => modele.Textes.Contains(d.Key) ? KeyValuePair.Create(d.Key, textes.GetValueOrDefault(d.Value)) : KeyValuePair.Create(d.Key, (string?)d.Value))
        .Where(d => d.Value is not null)
        .ToDictionary(d => d.Key, d => (object)d.Value!);

    /// <summary>The authority whose decision it is; for any other letter, who accompanies.</summary>
    private static Dictionary<string, object> Expediteur(Dictionary<string, object> droit, Conseiller? referent, string organisme) => droit.GetValueOrDefault("autorite") is { } autorite
        ? new() { ["nom"] = autorite, ["adresse"] = droit["adresse"] }
        : referent is null ? new() { ["nom"] = organisme } : Coordonnees(referent);

    /// <summary>Who accompanies while nobody is named; France Travail, which registered her, before an orientation.</summary>
    private static string Organisme(ModelesLiquid modeles, Dossier dossier, LocalDate le) =>
        Equipe.De(dossier.Organisme, modeles.Competences, CodeGeographique.Trouver(dossier.CommuneDuDroit, le)?.Commune, le)?.Nom is { } nom
            ? Francais.Majuscule(nom)
            : Libelles.De(OrganismeReferent.FranceTravail);

    private static Dictionary<string, object> Coordonnees(Conseiller agent) =>
        new() { ["nom"] = $"{agent.Prenom} {agent.Nom}", ["telephone"] = agent.Telephone, ["courriel"] = agent.Courriel };

    private static string Signature(Dictionary<string, object> droit, Conseiller? signataire, Conseiller? referent) => (droit.GetValueOrDefault("qualite"), signataire, referent) switch
    {
        ({ } qualite, { } agent, _) => $"{agent.Prenom} {agent.Nom}, {qualite}",
        ({ } qualite, null, _) => Francais.Majuscule((string)qualite),
        (null, _, { } agent) => $"{agent.Prenom} {agent.Nom}, votre référent",
        _ => "L’équipe de votre territoire",
    };

    private static string[] Adresse(Contact contact) => contact.Adresse is null ? [] : [contact.Adresse, $"{contact.CodePostal} {contact.Ville}".Trim()];

    private static string Engagements(Contrat? contrat, IReadOnlyDictionary<string, string> textes)
    {
        var objectif = (contrat?.Lignes ?? []).Select(l => l.TexteId is { } id ? textes.GetValueOrDefault(id) : null).FirstOrDefault(t => t is not null);
        string Cote(CoteContrat cote, string titre)
        {
            var lignes = (contrat?.Lignes ?? []).Where(l => l.Cote == cote).OrderBy(l => l.Ordre)
                .Select(l => $"<li>{Encoder.Encode(l.Libelle)}{(l.HeuresParSemaine is { } heures ? $" ({Francais.Heures(heures)} par semaine)" : "")}</li>").ToList();
            return lignes.Count == 0 ? "" : $"<h2>{titre}</h2><ul>{string.Concat(lignes)}</ul>";
        }

        return (objectif is null ? "" : $"<h2>Votre objectif</h2><p>{Encoder.Encode(objectif)}</p>") + Cote(CoteContrat.Personne, "Vos engagements") + Cote(CoteContrat.Organisme, "Les engagements de l’organisme");
    }
}
