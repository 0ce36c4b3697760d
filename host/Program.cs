using FranceTravail.Parcours.Host.Commandes;

return await HostCommandLine.RunAsync(args);
