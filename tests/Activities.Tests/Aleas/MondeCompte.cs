using System.Collections.Concurrent;
using System.Text.Json;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Serialisation;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using NodaTime.Extensions;

namespace FranceTravail.Parcours.Activities.Tests.Aleas;

/// <summary>Partners and letters as functions that fail, refuse or answer by chance, and count their effects.</summary>
internal sealed class MondeCompte(Func<DateTimeOffset> maintenant, Coupures coupures, Chance chance) : ActivitesDuMonde
{
    private readonly ConcurrentDictionary<string, (string Contenu, Reponse Reponse)> effets = new();
    private readonly Monde monde = new();

    /// <summary>Keys of the effects, each once.</summary>
    public ICollection<string> Effets => effets.Keys;

    protected override Reponse Repondre(Demande demande)
    {
        var hasard = chance.Tirer(100);
        if (hasard < 5)
        {
            throw Indisponible();
        }

        var contenu = JsonSerializer.Serialize(demande.Contenu, ParcoursJson.Options);
        var (connu, reponse) = effets.GetOrAdd(
            demande.Cle,
            _ => (contenu, hasard < 8 ? new Reponse { Refus = "Refusé par le partenaire." } : monde.Repondre(demande, maintenant().ToInstant())));
        if (connu != contenu)
        {
            coupures.Fautes.Enqueue($"{demande.Cle} asks for two things: {connu} and {contenu}");
        }

        return reponse;
    }
}
