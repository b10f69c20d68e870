using System.Collections.Concurrent;
using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Execution;

/// <summary>A document that was read and validated, with the plans that were made of it. Kept in the cache, shared by requests.</summary>
sealed class PreparedDocument(Schema schema, DocumentNode document, IReadOnlyList<Error> errors)
{
    const int MaxPlans = 32;

    readonly ConcurrentDictionary<(OperationDefinitionNode Operation, long Conditions), OperationPlan> _plans = new();
    static readonly Dictionary<string, object?> NoVariables = [];
    readonly ConcurrentDictionary<OperationDefinitionNode, OperationCost> _costs = new();
    readonly string[] _conditionVariables = ConditionVariables.Of(document);

    public DocumentNode Document { get; } = document;

    /// <summary>What validation found; nothing may run unless this is empty.</summary>
    public IReadOnlyList<Error> Errors { get; } = errors;

    /// <summary>The operation's cost; counted once where no variable can change it.</summary>
    public OperationCost CostOf(OperationDefinitionNode operation, IReadOnlyDictionary<string, object?> variables)
    {
        if (operation.Variables.Length > 0)
            return CostAnalysis.Of(schema, Document, operation, variables);
        return _costs.GetOrAdd(operation, key => CostAnalysis.Of(schema, Document, key, NoVariables));
    }

    /// <summary>A variable that <c>@skip</c> or <c>@include</c> looks at and that was given as null, which their Boolean! does not take.</summary>
    public string? NullCondition(Dictionary<string, object?> variables) =>
        Array.Find(_conditionVariables, name => variables.TryGetValue(name, out var value) && value is null);

    /// <summary>The plan for one choice of the variables that <c>@skip</c> and <c>@include</c> look at.</summary>
    public OperationPlan PlanFor(OperationDefinitionNode operation, IReadOnlyDictionary<string, object?> variables)
    {
        if (_conditionVariables.Length > 62)
            return new OperationPlan(schema, Document, operation, variables);
        var conditions = 0L;
        for (var i = 0; i < _conditionVariables.Length; i++)
            if (variables.GetValueOrDefault(_conditionVariables[i]) is true)
                conditions |= 1L << i;
        if (_plans.TryGetValue((operation, conditions), out var plan))
            return plan;
        plan = new OperationPlan(schema, Document, operation, variables);
        if (_plans.Count < MaxPlans)
            _plans.TryAdd((operation, conditions), plan);
        return plan;
    }
}
