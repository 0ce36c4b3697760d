using FranceTravail.Parcours.Activities.Dossiers;
using System.Data.Common;
using FranceTravail.Parcours.Host.Parcours;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Inscriptions;

/// <summary>The case store does not take what should be written: its disk is full, another writer holds it, it is gone. Whatever its provider.</summary>
internal static class PanneDossiers
{
    public static readonly ReponseMoteur Reponse = new ReponseMoteur.EnPanne(
        "Rien n’a été enregistré : les dossiers ne peuvent pas être écrits pour l’instant ; l’incident est noté. Votre saisie est gardée : renvoyez-la dans un moment.");

    public static bool Est(Exception error) => error is DossiersException or DbUpdateException or DbException or TimeoutException or IOException;
}
