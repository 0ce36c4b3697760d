using FranceTravail.Parcours.Engine.Refusals;
using Temporalio.Api.Update.V1;

namespace FranceTravail.Parcours.Engine.Runs.Updates;

/// <summary>Tells those who wait for an update what became of it: accepted (neither outcome nor error), ended, or refused.</summary>
internal sealed record UpdateNotice(string UpdateId, Outcome? Outcome, Refusal? Error = null);
