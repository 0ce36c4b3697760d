using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Droit.Questions;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime.Text;

namespace FranceTravail.Parcours.Workflows.Etapes.Sollicitation;

/// <summary>
/// A request of the person: acknowledged at once, owned by her référent, answered within a delay that the service promises. Nothing of the
/// accompaniment moves by it; what an answer changes is changed where it belongs.
/// </summary>
internal sealed class SollicitationEtape : IEtape
{
    public const string Repondre = "repondre-a-la-demande";
    private const string Attendu = "Réponse à la demande";
    private const string Limite = "limite";
    private const string Refus = "refuser";
    private const string Acceptation = "accepter";
    private const string Reponse = "reponse";
    private const string Motif = "motif";

    public DefinitionEtape Definition => SollicitationDefinition.Valeur;

    public void Entrer(Visite v)
    {
        var objet = v.Ouverture[SollicitationDefinition.Objet];
        v.Retenir(new SollicitationMemoire(objet));
        var echeance = v.Echeance(
            v.Delai(Limite, () => v.Parametres.Duree(SollicitationDefinition.Delai).Echeance(v.Aujourdhui, v.Calendrier)),
            $"Demande du {Francais.Date(v.Aujourdhui)}");
        v.Attendre(Attendu, echeance);
        v.Programmer(Limite, echeance.Fin);
        v.Constater(
            "sollicitation.recue",
            $"Demande reçue : « {Dire(objet)} ».",
            donnees: new Dictionary<string, string> { [SollicitationDefinition.Texte] = v.Ouverture[SollicitationDefinition.Texte] });
        v.Ecrire("recue", SollicitationCourriers.Recue, new() { ["objet"] = Dire(objet), ["avantLe"] = LocalDatePattern.Iso.Format(echeance.Jour) });
        v.Ouvrir(new NouvelleTache
        {
            Nature = Repondre,
            Libelle = $"répondre à la demande « {Dire(objet)} »",
            Responsable = v.Referent(),
            Echeance = echeance,
            Gestes = Gestes(objet),
            Rappels = [v.Matin(echeance.Jour)],
            EscaladeLe = echeance.Fin,
        });
    }

    public string SurActe(Visite v, TacheParcours tache, Acte acte)
    {
        var (saisie, objet) = (new Saisie(acte), v.Memoire<SollicitationMemoire>().Objet);
        var refusee = acte.Geste == Refus;
        var acceptee = acte.Geste == Acceptation;
        v.Constater(
            refusee ? "sollicitation.refusee" : "sollicitation.repondue",
            refusee ? $"Demande « {Dire(objet)} » refusée, avec ses raisons."
                : acceptee ? $"Demande « {Dire(objet)} » acceptée : la suite est dans la réponse."
                : $"Réponse donnée à la demande « {Dire(objet)} ».",
            donnees: new Dictionary<string, string> { [Reponse] = saisie.Texte(refusee ? Motif : Reponse)! });
        if (refusee)
        {
            v.Ecrire("reponse", SollicitationCourriers.Refusee, Refusee(v, objet, saisie.Texte(Motif)!, acte.Acteur), CanalCourrier.DateCertaine);
        }
        else
        {
            v.Ecrire("reponse", SollicitationCourriers.Repondue, new() { ["objet"] = Dire(objet), [SollicitationCourriers.Acceptee] = Codes.De(acceptee) });
        }

        v.Sortir(SollicitationDefinition.Repondue);
        return refusee ? "Le refus est enregistré, avec ses raisons ; la personne en est avertie." : "La réponse est enregistrée ; la personne en est avertie.";
    }

    public void SurAlarme(Visite v, string objet) => v.Constater(
        "sollicitation.delai", $"Échéance dépassée — la demande « {Dire(v.Memoire<SollicitationMemoire>().Objet)} » est sans réponse.", ton: TonFait.EcheanceDepassee);

    private static Dictionary<string, string> Refusee(VueParcours v, string objet, string raison, Acteur acteur)
    {
        var pourQui = SollicitationCourriers.PourQui(v.Dossier.Organisme, v.Executif(v.Commune)?.Decideur);
        var donnees = new Dictionary<string, string>
        {
            ["objet"] = Dire(objet),
            ["raison"] = raison,
            ["signataire"] = acteur.Id ?? "",
            ["referent"] = Codes.De(acteur.Id is not null && acteur.Id == v.Dossier.ReferentId),
            [DroitCourrier.Rsa] = Codes.De(SollicitationCourriers.SurLeRsa(objet, v.ARsa, pourQui, v.AutoriteRsa?.Decideur)),
        };
        if (pourQui is { } decideur)
        {
            donnees["decideur"] = decideur.ToString();
        }

        return donnees;
    }

    private static string Dire(string objet) => SollicitationDefinition.Objets.First(o => o.Code == objet).Libelle;

    private static IReadOnlyList<Geste> Gestes(string objet)
    {
        var reponse = new Champ { Nom = Reponse, Libelle = "Réponse", Type = TypeChamp.Texte, Obligatoire = true, Aide = "La personne la lit telle quelle." };
        return objet == "question"
            ? [new Geste { Code = "repondre", Libelle = "Répondre", Principal = true, Champs = [reponse] }]
            :
            [
                new Geste { Code = Acceptation, Libelle = "Accepter", Principal = true, Champs = [reponse with { Libelle = "Ce qui est décidé, et la suite" }] },
                new Geste
                {
                    Code = Refus,
                    Libelle = "Refuser",
                    Champs = [new Champ { Nom = Motif, Libelle = "Pourquoi", Type = TypeChamp.Texte, Obligatoire = true, Aide = "La personne lit ces raisons telles quelles, avec ce qu’elle peut faire." }],
                },
            ];
    }
}
