using FranceTravail.Parcours.Engine.Matching;
using FranceTravail.Parcours.Engine.Runs.Activities;
using FranceTravail.Parcours.Engine.Runs.Tasks;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;

namespace FranceTravail.Parcours.Engine.Writing;

/// <summary>A poller takes a task: the run decides whether it still stands.</summary>
internal sealed class TakeTicket(Ticket ticket, Poller poller, TaskQueues queues) : Work
{
    private object? taken;
    private bool missed;

    public override void Run(UnitOfWork unit)
    {
        missed = poller.Leaving;
        if (missed || unit.Find(ticket.Run) is null)
        {
            return;
        }

        taken = ticket.Activity != 0
            ? unit.Apply(ticket.Run, new StartActivity(ticket.Activity, ticket.Serial, poller.Identity))
            : unit.Apply(ticket.Run, new StartWorkflowTask(ticket.Serial, ticket.FallbackQueue is null ? null : ticket.Queue.Name, poller.Identity));
    }

    public override void Succeed()
    {
        if (taken is not null)
        {
            poller.Hand(taken);
        }
        else
        {
            queues.Return(poller);
            if (missed)
            {
                queues.Add(ticket);
            }
        }
    }

    public override void Fail(Exception e)
    {
        poller.Dismiss();
        queues.AddAgain(ticket, e);
    }
}
