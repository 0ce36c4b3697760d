using System.Net;
using NodaTime;
using NodaTime.Text;

namespace FranceTravail.Parcours.Activities.Partenaires.Agenda;

/// <summary>Reads free slots, books and gives back.</summary>
internal sealed class AgendaClient(HttpClient http) : IClientPartenaire
{
    internal const string Nom = "agenda";

    static string IClientPartenaire.NomDuPartenaire => Nom;

    /// <summary>Free slots that begin from <paramref name="du"/> to <paramref name="au"/>, earliest first.</summary>
    public async Task<IReadOnlyList<Creneau>> CreneauxAsync(string referent, Instant du, Instant au, string commune, CancellationToken cancellationToken) =>
        await http.LireAsync<List<Creneau>>(
            Nom,
            $"/agenda/creneaux?referent={Uri.EscapeDataString(referent)}&du={Iso(du)}&au={Iso(au)}&commune={Uri.EscapeDataString(commune)}",
            cancellationToken) ?? [];

    /// <summary>
    /// Books a slot; null when it is taken (409). Under a key that already booked, the answer is that first booking, whatever the slot:
    /// so one key may try one slot after another and never holds two.
    /// </summary>
    public Task<Reservation?> ReserverAsync(string cle, string dossier, string creneau, string objet, CancellationToken cancellationToken) =>
        http.FaireAsync<Reservation>(
            Nom, HttpMethod.Post, "/agenda/reservations", cle, new { dossier, creneau, objet }, HttpStatusCode.Conflict, cancellationToken);

    /// <summary>The booking that a key holds, or null.</summary>
    public Task<Reservation?> ReservationDeAsync(string cle, CancellationToken cancellationToken) =>
        http.LireAsync<Reservation>(Nom, $"/agenda/reservations?cle={Uri.EscapeDataString(cle)}", cancellationToken);

    /// <summary>Gives a booking back; one already given back is a success.</summary>
    public Task LibererAsync(string cle, string dossier, string reservation, CancellationToken cancellationToken) => http.FaireAsync<object>(
        Nom,
        HttpMethod.Delete,
        $"/agenda/reservations/{Uri.EscapeDataString(reservation)}?dossier={Uri.EscapeDataString(dossier)}",
        cle,
        null,
        HttpStatusCode.NotFound,
        cancellationToken);

    private static string Iso(Instant instant) => Uri.EscapeDataString(InstantPattern.ExtendedIso.Format(instant));
}
