namespace FranceTravail.Parcours.Workflows.Tests.Moteur;

/// <summary>A journey on the engine, act after act; between two acts the test may do anything (replace the worker, look at the invariants).</summary>
internal sealed class Histoire(Scene scene, Func<Task>? entreDeuxActes = null)
{
    public async Task JusquAuRendezVousAsync()
    {
        if (!scene.Codes.Contains("pre-orientation.decision"))
        {
            await AgirAsync("decider-orientation", "retenir");
        }

        await AgirAsync("confirmer-rendez-vous", "confirmer");
        await scene.AvancerJusquaAsync(scene.Activites.Registre.De(scene.DossierId).SelectMany(p => p.RendezVous).Last().Debut.ToDateTimeOffset());
    }

    public async Task JusquAuContratAsync()
    {
        await JusquAuRendezVousAsync();
        await AgirAsync("constater-presence", "presente");
        await AgirAsync("etablir-diagnostic", "partager", ("projet", "defini"), ("freins", "Mobilite"));
    }

    public async Task JusquAuContratSigneAsync()
    {
        await JusquAuContratAsync();
        await AgirAsync("proposer-contrat", "proposer", ("objectif", "t-objectif"), ("heures-appui-recherche", "6"), ("heures-formation", "9"), ("engagements", "entretiens"));
        await AgirAsync("signer-contrat-referent", "signer");
        await AgirAsync("signer-contrat", "signer");
    }

    /// <summary>Week after week until the review can be held.</summary>
    public async Task JusquALaRevueAsync()
    {
        while (!Ouverte("tenir-revue"))
        {
            await scene.AvancerJoursAsync(1);
            if (Ouverte("declarer-semaine"))
            {
                await AgirAsync("declarer-semaine", "declarer", ("heures", "16.5"));
                await AgirAsync("valider-semaine", "valider");
                await scene.AvancerJoursAsync(5);
            }
        }
    }

    public async Task AgirAsync(string nature, string geste, params (string Nom, string Valeur)[] valeurs)
    {
        await scene.AgirAsync(nature, geste, valeurs);
        if (entreDeuxActes is not null)
        {
            await entreDeuxActes();
        }
    }

    private bool Ouverte(string nature) => scene.Activites.Registre.TachesOuvertes(scene.DossierId).Any(t => t.Nature == nature);
}
