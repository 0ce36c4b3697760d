namespace FranceTravail.Parcours.Engine.Writing;

/// <summary>Something for the writer to do. Its sender is told after the commit.</summary>
internal abstract class Work
{
    public abstract void Run(UnitOfWork unit);

    public abstract void Succeed();

    public abstract void Fail(Exception e);
}

/// <summary>Work with an answer that somebody awaits.</summary>
internal sealed class Work<T>(Func<UnitOfWork, T> run) : Work
{
    private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T answer = default!;

    public Task<T> Done => done.Task;

    public override void Run(UnitOfWork unit) => answer = run(unit);

    public override void Succeed() => done.TrySetResult(answer);

    public override void Fail(Exception e) => done.TrySetException(e);
}
