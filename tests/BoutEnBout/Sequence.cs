using Xunit;

// Each class starts the whole program, and a browser or hundreds of journeys: one after the other, so that none waits for another's work.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]
