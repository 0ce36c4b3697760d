using FranceTravail.Parcours.Tool;

return await CommandLine.RunAsync(args);
