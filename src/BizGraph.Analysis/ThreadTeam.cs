using System.Diagnostics.CodeAnalysis;

namespace BizGraph.Analysis;

/// <summary>
/// The threads that share the work of one analysis. They are started once for the process and wait between phases, spinning
/// briefly: starting threads for each phase costs more than a second thread gains.
/// </summary>
/// <remarks>
/// One analysis has the team at a time; whoever comes meanwhile works alone, with the same result. A phase never starts another.
/// </remarks>
sealed class ThreadTeam : IDisposable
{
    const int Spins = 200; // about 10 µs: a phase of a small network is shorter than a sleeping thread's waking

    static readonly Lock Sharing = new();
    static readonly List<Worker> Workers = [];
    static bool _taken;

    readonly bool _shared;
    readonly ManualResetEventSlim _done = new(false, Spins);
    Action<int> _work = _ => { };
    Exception? _failure;
    int _busy;

    ThreadTeam(int size, bool shared) => (Size, _shared) = (size, shared);

    /// <summary>Number of threads, the caller's included.</summary>
    public int Size { get; }

    /// <summary>Takes up to <paramref name="threads"/> threads (null: one a processor), or the caller's alone while they are busy elsewhere.</summary>
    public static ThreadTeam Take(int? threads)
    {
        var size = threads ?? Environment.ProcessorCount;
        lock (Sharing)
        {
            if (size == 1 || _taken)
            {
                return new ThreadTeam(1, shared: false);
            }
            while (Workers.Count < size - 1)
            {
                Workers.Add(new Worker(Workers.Count + 1));
            }
            _taken = true;
            return new ThreadTeam(size, shared: true);
        }
    }

    /// <summary>Runs <paramref name="work"/> once on each thread, with its number from 0 to Size − 1, and waits for all.</summary>
    public void Run(Action<int> work)
    {
        (_work, _failure, _busy) = (work, null, Size - 1);
        _done.Reset();
        for (var worker = 0; worker < Size - 1; worker++)
        {
            Workers[worker].Start(this);
        }
        Guarded(0);
        if (Size > 1)
        {
            _done.Wait();
        }
        if (_failure is not null)
        {
            throw _failure is OperationCanceledException ? _failure : new InvalidOperationException(_failure.Message, _failure);
        }
    }

    /// <summary>Splits 0 to <paramref name="count"/> − 1 into ranges of <paramref name="grain"/>, taken by whichever thread is free.</summary>
    /// <param name="count">Number of items.</param>
    /// <param name="grain">Items in a range; it depends on nothing but the input, so that results do not depend on threads.</param>
    /// <param name="work">Given thread, start and end of a range.</param>
    public void For(int count, int grain, Action<int, int, int> work)
    {
        var next = 0;
        Run(thread =>
        {
            while (true)
            {
                var start = (long)(Interlocked.Increment(ref next) - 1) * grain;
                if (start >= count)
                {
                    return;
                }
                work(thread, (int)start, (int)Math.Min(start + grain, count));
            }
        });
    }

    public void Dispose()
    {
        _done.Dispose();
        if (_shared)
        {
            lock (Sharing)
            {
                _taken = false;
            }
        }
    }

    void Guarded(int thread)
    {
        try
        {
            _work(thread);
        }
        catch (Exception failure)
        {
            Interlocked.CompareExchange(ref _failure, failure, null);
        }
    }

    void RunAsWorker(int thread)
    {
        Guarded(thread);
        if (Interlocked.Decrement(ref _busy) == 0)
        {
            _done.Set();
        }
    }

    [SuppressMessage("Design", "CA1001", Justification = "A worker lives as long as the process.")]
    sealed class Worker
    {
        readonly int _number;
        readonly ManualResetEventSlim _started = new(false, Spins);
        ThreadTeam? _team;

        public Worker(int number)
        {
            _number = number;
            new Thread(Loop) { IsBackground = true, Name = $"BizGraph analysis {number}" }.Start();
        }

        public void Start(ThreadTeam team)
        {
            _team = team;
            _started.Set();
        }

        void Loop()
        {
            while (true)
            {
                _started.Wait();
                _started.Reset();
                _team!.RunAsWorker(_number);
            }
        }
    }
}
