using System.Collections.Immutable;
using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;
using Microsoft.Extensions.Logging;

namespace BizGraph.GraphQL.Execution;

/// <summary>The errors of an execution, and the propagation of null (spec 6.4.4).</summary>
sealed class FieldErrors(DocumentNode document, GraphQLOptions options, IErrorFilter[] filters, ILogger logger)
{
    const string Masked = "Unexpected Execution Error";
    readonly Lock _lock = new();
    readonly List<IError> _errors = [];

    public IReadOnlyList<IError> All => _errors;

    /// <summary>
    /// Records what failed at a slot and sets null at the nearest position that may be null. A position that was already replaced by an
    /// earlier error gets no second one.
    /// </summary>
    public void Report(ResultNode node, int slot, PlannedField field, Exception exception)
    {
        lock (_lock)
        {
            if (IsReplaced(node))
                return;
            var path = node.PathTo(slot);
            foreach (var error in Describe(exception, path))
                _errors.Add(Filter(Complete(error, path, field.Locations())));
            Propagate(node, slot);
        }
    }

    static bool IsReplaced(ResultNode? node)
    {
        for (; node is not null; node = node.Parent)
            if (node.IsDead)
                return true;
        return false;
    }

    static void Propagate(ResultNode node, int slot)
    {
        while (node.IsNonNull(slot))
        {
            node.IsDead = true;
            if (node.Parent is null)
                return;
            (node, slot) = (node.Parent, node.Slot);
        }
        if (node.Values[slot] is ResultNode replaced)
            replaced.IsDead = true;
        node.Values[slot] = null;
    }

    IReadOnlyList<IError> Describe(Exception exception, ImmutableArray<object> path)
    {
        switch (exception)
        {
            case GraphQLException known:
                return known.Errors;
            case CoercionException misfit:
                return
                [
                    new Error
                    {
                        Message = misfit.Message,
                        Exception = misfit,
                        Locations = misfit.Node is null ? [] : [document.LocationOf(misfit.Node)],
                    },
                ];
            default:
                logger.LogError(exception, "Resolver failed at {Path}", string.Join('.', path));
                var message = options.IncludeExceptionDetails ? exception.Message : Masked;
                return [new Error { Message = message, Exception = exception }];
        }
    }

    static Error Complete(IError error, ImmutableArray<object> path, ImmutableArray<Location> locations) =>
        new()
        {
            Message = error.Message,
            Code = error.Code,
            Extensions = error.Extensions,
            Exception = error.Exception,
            Path = error.Path ?? path,
            Locations = error.Locations.IsEmpty ? locations : error.Locations,
        };

    /// <summary>A filter that fails takes the details with it, not the request.</summary>
    IError Filter(Error error)
    {
        try
        {
            return filters.Aggregate((IError)error, (filtered, filter) => filter.OnError(filtered));
        }
        catch (Exception e)
        {
            logger.LogError(e, "Error filter failed");
            return error with { Message = Masked, Code = null, Extensions = [] };
        }
    }
}
