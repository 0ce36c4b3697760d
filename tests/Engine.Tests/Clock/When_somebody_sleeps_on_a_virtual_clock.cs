using FranceTravail.Parcours.Engine.Skipping;

namespace FranceTravail.Parcours.Engine.Tests.Clock;

public sealed class When_somebody_sleeps_on_a_virtual_clock
{
    private static readonly DateTimeOffset Tomorrow = DateTimeOffset.UnixEpoch.AddDays(1);

    [Fact]
    public async Task Should_wake_at_the_moment_and_not_before()
    {
        var sleepers = new Sleepers();
        var sleep = sleepers.UntilAsync(Tomorrow, CancellationToken.None);
        sleepers.Wake(Tomorrow.AddTicks(-1));
        Assert.False(sleep.IsCompleted);
        sleepers.Wake(Tomorrow);
        await sleep.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Should_be_no_target_of_the_clock_any_more_when_the_caller_has_gone()
    {
        var sleepers = new Sleepers();
        using var gone = new CancellationTokenSource();
        var sleep = sleepers.UntilAsync(Tomorrow, gone.Token);
        Assert.Equal(Tomorrow, sleepers.Next);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sleep);
        Assert.Null(sleepers.Next);
    }

    /// <summary>What wakes takes its lock within the same step: whoever moves the clock next finds it locked.</summary>
    [Fact]
    public async Task Should_do_first_what_is_due_on_waking_and_once_whoever_ends_the_sleep()
    {
        var sleepers = new Sleepers();
        var awake = 0;
        var sleep = sleepers.UntilAsync(Tomorrow, CancellationToken.None, () => awake++);
        sleepers.Wake(Tomorrow);
        Assert.Equal(1, awake);
        await sleep.WaitAsync(TimeSpan.FromSeconds(10));
        using var gone = new CancellationTokenSource();
        sleep = sleepers.UntilAsync(Tomorrow, gone.Token, () => awake++);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sleep);
        sleepers.Wake(Tomorrow);
        Assert.Equal(2, awake);
    }
}
