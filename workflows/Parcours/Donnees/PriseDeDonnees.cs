using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;
using NodaTime.Text;

namespace FranceTravail.Parcours.Workflows.Parcours.Donnees;

/// <summary>
/// What a journey does with new data of its person, whatever its step: it says which ones changed and takes their reference as the one in
/// force. A move is announced to whoever transfers the dossier; a right to the RSA that opens or ends also goes to the counsellor: who is competent
/// follows from it, and who decides for the RSA orients whom another authority had oriented.
/// </summary>
internal static class PriseDeDonnees
{
    /// <summary>Nature of the counsellor's task after a right to the RSA opened or ended.</summary>
    public const string VerifierDroit = "verifier-droit-rsa";

    /// <summary>How that task is said to the person.</summary>
    public static IReadOnlyDictionary<string, string> PourLaPersonne { get; } = new Dictionary<string, string>
    {
        [VerifierDroit] = "Vérifier qui vous accompagne après le changement de votre allocation",
    };

    /// <summary>A task that the journey itself asks, whatever its step.</summary>
    public static bool EstVerification(string nature) => nature is VerifierDroit;

    /// <summary>What a person says of herself, or has said by who accompanies her: where she lives, how to reach her, what she needs to be received. All else comes from the flux of a territory.</summary>
    public static bool SeDit(DonneePersonne donnee) => donnee
        is DonneePersonne.Telephone or DonneePersonne.Courriel or DonneePersonne.Adresse or DonneePersonne.CodePostal or DonneePersonne.Ville or DonneePersonne.Commune
        or DonneePersonne.AccesSansMarche or DonneePersonne.LangueDesSignes or DonneePersonne.LangueInterprete;

    /// <summary>Why the journey cannot take them, in French; null when it can.</summary>
    public static string? Refuser(EtatParcours etat, Acte acte) =>
        ControleActe.RefuserCle(acte)
        ?? (etat.Statut == StatutParcours.Clos ? "Le parcours est clos : ses données ne changent plus." : null);

    public static string Prendre(Visite v, DonneesChangees donnees)
    {
        v.Consigner(d => d with { DonneesId = donnees.Reference });
        var noms = donnees.Lesquelles.Select(Libelles.De).Distinct().ToList();
        v.Constater(
            "donnees.changees",
            $"Données mises à jour par {Libelles.De(donnees.Source)} {(donnees.Source is SourceDonnees.Import ? "du" : "le")} {Francais.DateComplete(v.Calendrier.Jour(donnees.RecuesLe))} : {Francais.Enumerer(noms)}.",
            ton: TonFait.Information,
            donnees: new Dictionary<string, string> { ["donnees"] = donnees.Reference });
        if (donnees.Commune is { } commune)
        {
            var dit = new Dictionary<string, string> { ["commune"] = commune, ["connuLe"] = LocalDatePattern.Iso.Format(v.Calendrier.Jour(donnees.RecuesLe)) };
            if (donnees.Territoire is { } territoire)
            {
                dit["territoire"] = territoire;
            }

            v.Annoncer(Annonces.CommuneChangee, dit);
        }

        if (donnees.Rsa is { } rsa && rsa != v.Situation.Rsa)
        {
            ChangerDeDroit(v, rsa, v.Calendrier.Jour(donnees.RecuesLe));
        }

        return "Les données sont à jour.";
    }

    /// <summary>The counsellor has looked at what the change means.</summary>
    public static string Verifiee(Visite v)
    {
        v.Constater("donnees.droit-verifie", "Changement de droit vérifié par le conseiller.");
        return "C’est noté.";
    }

    /// <summary>The delay of the law runs from the day on which the services learn that the right is open (CASF, art. D262-65-2).</summary>
    private static void ChangerDeDroit(Visite v, bool rsa, LocalDate connuLe)
    {
        v.Apprendre(p => p with { Rsa = rsa, DroitRsaConnuLe = rsa ? connuLe : null });
        var precision = rsa
            ? $"Droit au RSA ouvert, connu des services le {Francais.Date(connuLe)} : l’autorité compétente peut changer."
            : $"Le RSA n’est plus perçu, d’après les données du {Francais.Date(connuLe)} : l’autorité compétente peut changer.";
        v.Constater("donnees.rsa", precision, rsa ? v.Droit.Orientation.DelaiRsa.Base : null, TonFait.Alerte);
        if (rsa && v.Dossier.AutoriteOrientation is { } avant && v.AutoriteRsa is { } autorite && autorite.Nom != avant)
        {
            v.Annoncer(Annonces.OrientationAReprendre);
        }

        if (v.Etat.Taches.Values.Any(t => t.Nature == VerifierDroit))
        {
            return;
        }

        var jour = Rythme.PriseEnCharge.Echeance(v.Aujourdhui, v.Calendrier);
        v.Ouvrir(new NouvelleTache
        {
            Nature = VerifierDroit,
            Libelle = "vérifier ce que change le droit au RSA",
            Precision = precision,
            Responsable = v.Referent(),
            Echeance = v.Echeance(jour, "Changement de droit"),
            Gestes = [new Geste { Code = "verifie", Libelle = "C’est vérifié", Principal = true }],
            Rappels = [v.Matin(jour)],
            EscaladeLe = v.Calendrier.FinDuJour(Rythme.Escalade.Terme(jour)),
        });
    }
}
