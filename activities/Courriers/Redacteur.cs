using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;
using FranceTravail.Parcours.Activities.Dossiers;
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
    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <exception cref="LettreImpossibleException">The template is unknown, or what it needs is missing or malformed.</exception>
    public static Lettre Rediger(ModelesLiquid modeles, EnvoiCourrier envoi, Dossier dossier, Conseiller? referent, Contrat? contrat, Instant le)
    {
        var modele = modeles.Trouver(envoi.Modele, envoi.Donnees);
        var zone = CalendriersCommunes.Nationaux.De(dossier.CommuneInsee).Zone;
        var context = new TemplateContext(FiltresLiquid.Pour(zone));
        context.SetValue("donnees", envoi.Donnees.ToDictionary(d => d.Key, d => (object)d.Value));
        context.SetValue("droit", Droit(modeles, modele.Modele, envoi, dossier, le.InZone(zone).Date));
        context.SetValue("saut", "\n");
        context.SetValue("engagements", Engagements(contrat));
        context.SetValue("date", FiltresLiquid.Jour(le.InZone(zone).Date));
        context.SetValue("personne", new Dictionary<string, object> { ["prenom"] = dossier.Prenom, ["nom"] = dossier.Nom, ["adresse"] = Adresse(dossier.Contact) });
        context.SetValue("expediteur", Expediteur(referent));
        context.SetValue("signature", referent is null ? "L’équipe de votre territoire" : $"{referent.Prenom} {referent.Nom}, votre référent");
        try
        {
            // Authors write plain spaces; the typography of French is put in here, once for all.
            context.SetValue("corps", Francais.Composer(modele.Corps.Render(context, _encoder)));
            var objet = Francais.Composer(modele.Objet.Render(context));
            context.SetValue("objet", objet);
            return new Lettre(objet, modeles.Page.Render(context, _encoder));
        }
        catch (Exception error) when (error is FormatException or NodaTime.Text.UnparsableValueException or OverflowException)
        {
            throw new LettreImpossibleException($"Le courrier « {envoi.Modele} » ne peut pas être écrit : une de ses dates ou de ses heures est mal formée.", error);
        }
    }

    private static Dictionary<string, object> Droit(ModelesLiquid modeles, ModeleCourrier modele, EnvoiCourrier envoi, Dossier dossier, LocalDate le)
    {
        try
        {
            return modele.Droit?.Invoke(new(modeles.Competences.Lois.Au(le), modeles.Competences, dossier.CommuneInsee, dossier.Allocation is Allocation.Rsa) { Donnees = envoi.Donnees })
                .ToDictionary(d => d.Key, d => (object)d.Value) ?? [];
        }
        catch (DroitInconnuException error)
        {
            throw new LettreImpossibleException($"Le courrier « {modele.Code} » ne peut pas être écrit : {error.Message}", error);
        }
    }

    private static Dictionary<string, object> Expediteur(Conseiller? referent) => referent is null
        ? new() { ["nom"] = "France Travail" }
        : new() { ["nom"] = $"{referent.Prenom} {referent.Nom}", ["telephone"] = referent.Telephone, ["courriel"] = referent.Courriel };

    private static string[] Adresse(Contact contact) => contact.Adresse is null ? [] : [contact.Adresse, $"{contact.CodePostal} {contact.Ville}".Trim()];

    private static string Engagements(Contrat? contrat)
    {
        string Cote(CoteContrat cote, string titre)
        {
            var lignes = (contrat?.Lignes ?? []).Where(l => l.Cote == cote).OrderBy(l => l.Ordre)
                .Select(l => $"<li>{_encoder.Encode(l.Libelle)}{(l.HeuresParSemaine is { } heures ? $" ({Francais.Heures(heures)} par semaine)" : "")}</li>").ToList();
            return lignes.Count == 0 ? "" : $"<h2>{titre}</h2><ul>{string.Concat(lignes)}</ul>";
        }

        return Cote(CoteContrat.Personne, "Vos engagements") + Cote(CoteContrat.Organisme, "Les engagements de l’organisme");
    }
}
