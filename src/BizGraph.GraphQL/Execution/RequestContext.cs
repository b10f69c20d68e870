using System.Collections.Concurrent;
using System.Security.Claims;
using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BizGraph.GraphQL.Execution;

/// <summary>One operation being executed: what resolvers and the executor share.</summary>
sealed class RequestContext(
    Schema schema,
    DocumentNode document,
    OperationPlan plan,
    IServiceProvider services,
    double maxObjects = double.MaxValue
) : IDisposable
{
    readonly object?[]?[] _arguments = new object?[plan.MaxFieldId][];
    readonly Lock _lock = new();
    Dictionary<Type, IBatch>? _loaders;
    Dictionary<(AsyncResolver, object?[]), BatchedField>? _batches;
    ConcurrentDictionary<int, object?[]>? _lateArguments;
    CancellationTokenSource? _limit;
    CancellationToken _client;
    long _deadline = long.MaxValue;
    bool _hasRun;
    int _objects;

    public Schema Schema { get; } = schema;

    public DocumentNode Document { get; } = document;

    public OperationPlan Plan { get; } = plan;

    public IServiceProvider Services { get; } = services;

    public required FieldErrors Errors { get; init; }

    /// <summary>The HTTP request behind it; null in process.</summary>
    public HttpContext? Http { get; init; }

    /// <summary>Who asks; without an identity in process.</summary>
    public ClaimsPrincipal User => Http?.User ?? new ClaimsPrincipal();

    /// <summary>Set when the client goes away or time is up. Made when first asked for: most requests need none.</summary>
    public CancellationToken Cancellation
    {
        get
        {
            if (_deadline == long.MaxValue)
                return _client;
            lock (_lock)
            {
                if (_limit is null)
                {
                    _limit = CancellationTokenSource.CreateLinkedTokenSource(_client);
                    _limit.CancelAfter(TimeSpan.FromMilliseconds(Math.Max(0, _deadline - Environment.TickCount64)));
                }
                return _limit.Token;
            }
        }
    }

    /// <summary>Whether the request ran as long as it may.</summary>
    public bool IsLate => Environment.TickCount64 >= _deadline;

    /// <summary>How many objects were made for the response, introspection's apart.</summary>
    public int Objects => _objects;

    /// <summary>Whether there are more objects than the cost allows.</summary>
    public bool IsOverBudget => _objects > maxObjects;

    /// <summary>Nothing further is to be executed.</summary>
    public bool IsStopped => _client.IsCancellationRequested || IsOverBudget || IsLate;

    public required IReadOnlyDictionary<string, object?> Variables { get; init; }

    /// <summary>The parts of a multipart request that an argument of type Upload names.</summary>
    public IFormFile[] FilesOf(object? argument)
    {
        var names =
            argument is object?[] list ? list.OfType<string>()
            : argument is string one ? [one]
            : [];
        var files = Http is { Request.HasFormContentType: true } http ? http.Request.Form.Files : null;
        return
        [
            .. names.Select(name =>
                files?.GetFile(name) ?? throw new CoercionException("Upload takes a file that is sent in a multipart request.")
            ),
        ];
    }

    /// <summary>Waves of the request's loaders; null while it has none.</summary>
    public BatchScheduler? Batches { get; private set; }

    /// <summary>The request's own loader of a type.</summary>
    public T Loader<T>()
        where T : IBatch
    {
        lock (_lock)
        {
            _loaders ??= [];
            if (_loaders.TryGetValue(typeof(T), out var known))
                return (T)known;
            var loader = ActivatorUtilities.CreateInstance<T>(Services, NeedBatches());
            _loaders.Add(typeof(T), loader);
            return loader;
        }
    }

    /// <summary>The one batch of a field with these arguments.</summary>
    public BatchedField BatchOf(AsyncResolver resolve, Func<List<object?>, object> listOf, object?[] arguments)
    {
        lock (_lock)
        {
            _batches ??= [];
            if (!_batches.TryGetValue((resolve, arguments), out var batch))
                _batches[(resolve, arguments)] = batch = new BatchedField(resolve, listOf, arguments, this, NeedBatches());
            return batch;
        }
    }

    BatchScheduler NeedBatches() => Batches ??= new BatchScheduler(isHeld: !_hasRun, Cancellation);

    /// <summary>Resolvers begin to run.</summary>
    public void BeginRun()
    {
        lock (_lock)
            _hasRun = false;
        Batches?.Hold();
    }

    /// <summary>The resolvers that could run have run.</summary>
    public void EndRun()
    {
        lock (_lock)
            _hasRun = true;
        Batches?.Release();
    }

    /// <summary>The clock starts.</summary>
    public void Start(TimeSpan limit, CancellationToken client)
    {
        _client = client;
        _deadline = limit == Timeout.InfiniteTimeSpan ? long.MaxValue : Environment.TickCount64 + (long)limit.TotalMilliseconds;
    }

    public void Dispose() => _limit?.Dispose();

    /// <summary>Counts an object of the response.</summary>
    public void CountObject() => Interlocked.Increment(ref _objects);

    /// <summary>The field's coerced arguments; computed once for all the objects that the field is asked of.</summary>
    /// <exception cref="CoercionException">An argument does not fit.</exception>
    public object?[] ArgumentsOf(PlannedField field)
    {
        if (field.ConstantArguments is { } constant)
            return constant;
        if (field.Id >= _arguments.Length)
            return LateArguments.GetOrAdd(field.Id, _ => Coerce(field));
        // Of two that are made at once one counts: batches know a field by its arguments.
        ref var known = ref _arguments[field.Id];
        return Volatile.Read(ref known) ?? Interlocked.CompareExchange(ref known, Coerce(field), null) ?? known!;
    }

    /// <summary>Arguments of fields that were planned after this request began.</summary>
    ConcurrentDictionary<int, object?[]> LateArguments => LazyInitializer.EnsureInitialized(ref _lateArguments);

    object?[] Coerce(PlannedField field) => ArgumentCoercion.Coerce(field.Definition.Arguments, field.Node.Arguments, Variables);
}
