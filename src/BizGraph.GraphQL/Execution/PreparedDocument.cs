using System.Collections.Concurrent;
using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Execution;

/// <summary>A document that was read and validated, with the plans that were made of it. Kept in the cache, shared by requests.</summary>
sealed class PreparedDocument(Schema schema, DocumentNode document, IReadOnlyList<Error> errors)
{
    /// <summary>Planned fields that are kept beside one for each token: fragments can make many more of them than were written.</summary>
    const int SpareFields = 1_024;

    static readonly Dictionary<string, object?> NoVariables = [];
    readonly ConcurrentDictionary<(OperationDefinitionNode Operation, long Conditions), OperationPlan> _plans = new();
    readonly ConcurrentDictionary<OperationDefinitionNode, OperationCost> _costs = new();
    readonly ConcurrentDictionary<OperationDefinitionNode, string[]> _conditions = new();
    int _keptFields;

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
    public string? NullCondition(OperationDefinitionNode operation, Dictionary<string, object?> variables) =>
        Array.Find(ConditionsOf(operation), name => variables.TryGetValue(name, out var value) && value is null);

    /// <summary>The plan for one choice of the variables that <c>@skip</c> and <c>@include</c> look at.</summary>
    public OperationPlan PlanFor(OperationDefinitionNode operation, IReadOnlyDictionary<string, object?> variables)
    {
        var names = ConditionsOf(operation);
        if (names.Length > 62)
            return new OperationPlan(schema, Document, operation, variables);
        var conditions = 0L;
        for (var i = 0; i < names.Length; i++)
            if (variables.GetValueOrDefault(names[i]) is true)
                conditions |= 1L << i;
        if (_plans.TryGetValue((operation, conditions), out var plan))
            return plan;
        plan = _plans.GetOrAdd((operation, conditions), new OperationPlan(schema, Document, operation, variables));
        Settle(plan);
        return plan;
    }

    /// <summary>Counts what a run has planned; where all plans of the document grew too large they are made anew when next needed.</summary>
    public void Settle(OperationPlan plan)
    {
        var growth = plan.TakeGrowth();
        if (growth == 0 || Interlocked.Add(ref _keptFields, growth) <= SpareFields + Document.TokenCount)
            return;
        _plans.Clear();
        Volatile.Write(ref _keptFields, 0);
    }

    string[] ConditionsOf(OperationDefinitionNode operation) =>
        _conditions.GetOrAdd(operation, static (key, document) => ConditionVariables.Of(document, key), Document);
}
