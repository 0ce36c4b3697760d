// A commune has one shape, that of the geographic code.
global using Commune = FranceTravail.Parcours.Workflows.Communes.Commune;
