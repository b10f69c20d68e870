namespace BizGraph.Analysis;

/// <summary>Tells a caller how far a computation is: a few times a second, from the caller's own thread (number 0).</summary>
sealed class Progress(IProgress<double>? told, long total)
{
    const int MillisecondsBetween = 200;

    long _done;
    long _next = Environment.TickCount64 + MillisecondsBetween;

    /// <summary>Says the share itself, for what has no items to count.</summary>
    public void At(double share)
    {
        if (told is not null && Environment.TickCount64 >= _next)
        {
            _next = Environment.TickCount64 + MillisecondsBetween;
            told.Report(Math.Clamp(share, 0, 1));
        }
    }

    public void Add(int thread, long done)
    {
        if (told is null)
        {
            return;
        }
        var sum = Interlocked.Add(ref _done, done);
        if (thread == 0 && Environment.TickCount64 >= _next)
        {
            _next = Environment.TickCount64 + MillisecondsBetween;
            told.Report(Math.Min(1, (double)sum / total));
        }
    }
}
