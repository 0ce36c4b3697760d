using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Etapes;

/// <summary>
/// The behaviour of one kind of step. Pure: it reads and changes the journey through its <see cref="Visite"/> only, and never
/// waits. Waiting is state: an open task, an alarm, a request to the world. Instances hold nothing.
/// </summary>
internal interface IEtape
{
    DefinitionEtape Definition { get; }

    /// <summary>Why somebody cannot open a thread that begins here now, in French; null when she can.</summary>
    string? RefuserDOuvrir(VueParcours vue) => null;

    /// <summary>The journey arrives here.</summary>
    void Entrer(Visite v);

    /// <summary>The journey begins: the step, not entered yet, programs what must be watched from the registration on.</summary>
    void VeillerDesInscription(Visite v)
    {
    }

    /// <summary>Why a well-formed act on an open task cannot be done now, in French; null when it can. Changes nothing.</summary>
    string? Refuser(VueParcours vue, TacheParcours tache, Acte acte) => null;

    /// <summary>Somebody acted on one of the step's tasks, already closed as done. Returns what to tell the one who acted.</summary>
    string SurActe(Visite v, TacheParcours tache, Acte acte);

    /// <summary>What the rules read of the person has changed while the journey stands here.</summary>
    void SurSituation(Visite v)
    {
    }

    /// <summary>Another thread announced something while this one stands here.</summary>
    void SurAnnonce(Visite v, string annonce)
    {
    }

    /// <summary>An alarm of the step is due; it is no longer programmed.</summary>
    void SurAlarme(Visite v, string objet)
    {
    }

    /// <summary>The accompaniment is taken up elsewhere: the step, where it stands, settles what it showed as still to come.</summary>
    void SurReprise(Visite v) => SurCloture(v);

    /// <summary>The journey closes, wherever it stands: the step settles what it showed as still to come. Its tasks are closed for it.</summary>
    void SurCloture(Visite v)
    {
    }

    /// <summary>A request of this visit is answered.</summary>
    void SurReponse(Visite v, Demande demande, Reponse reponse)
    {
    }

    /// <summary>A request is answered after the journey left the step, or entered it again.</summary>
    void SurReponseTardive(Visite v, Demande demande, Reponse reponse)
    {
    }
}
