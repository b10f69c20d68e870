using System.Security.Claims;
using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;
using Microsoft.AspNetCore.Http;

namespace BizGraph.GraphQL.Execution;

/// <summary>One operation being executed: what resolvers and the executor share.</summary>
sealed class RequestContext(
    Schema schema,
    DocumentNode document,
    OperationPlan plan,
    IServiceProvider services,
    double maxObjects = double.MaxValue
)
{
    readonly object?[]?[] _arguments = new object?[plan.MaxFieldId][];
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

    public CancellationToken Cancellation { get; set; }

    /// <summary>How many objects were made for the response, introspection's apart.</summary>
    public int Objects => _objects;

    /// <summary>Whether there are more objects than the cost allows.</summary>
    public bool IsOverBudget => _objects > maxObjects;

    /// <summary>Nothing further is to be executed.</summary>
    public bool IsStopped => Cancellation.IsCancellationRequested || IsOverBudget;

    public IReadOnlyDictionary<string, object?> Variables { get; init; } = new Dictionary<string, object?>();

    /// <summary>The parts of a multipart request that an argument of type Upload names.</summary>
    public IFormFile[] FilesOf(object? argument)
    {
        var names =
            argument is object?[] list ? list.OfType<string>()
            : argument is string one ? [one]
            : [];
        return [.. names.Select(name => Http!.Request.Form.Files.GetFile(name)!)];
    }

    /// <summary>Counts an object of the response.</summary>
    public void CountObject() => Interlocked.Increment(ref _objects);

    /// <summary>The field's coerced arguments; computed once for all the objects that the field is asked of.</summary>
    /// <exception cref="CoercionException">An argument does not fit.</exception>
    public object?[] ArgumentsOf(PlannedField field)
    {
        if (field.ConstantArguments is { } constant)
            return constant;
        if (field.Id >= _arguments.Length)
            return ArgumentCoercion.Coerce(field.Definition.Arguments, field.Node.Arguments, Variables);
        return _arguments[field.Id] ??= ArgumentCoercion.Coerce(field.Definition.Arguments, field.Node.Arguments, Variables);
    }
}
