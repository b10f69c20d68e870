using BizGraph.GraphQL.Language;

namespace BizGraph.GraphQL.Validation;

/// <summary>
/// Bounds a document's depth and size with its fragments expanded, before any rule recurses into it. Each selection set is looked at
/// once: O(size of the document).
/// </summary>
sealed class DocumentShape
{
    readonly ValidationContext _context;
    readonly Dictionary<FragmentDefinitionNode, Shape?> _fragments = [];
    readonly int _maxNesting;

    DocumentShape(ValidationContext context)
    {
        _context = context;
        _maxNesting = context.Options.MaxNesting;
    }

    /// <summary>What is too much, or null.</summary>
    public static Error? Check(ValidationContext context)
    {
        var shape = new DocumentShape(context);
        foreach (var definition in context.Document.Definitions)
        {
            var set = definition is OperationDefinitionNode operation
                ? operation.SelectionSet
                : (definition as FragmentDefinitionNode)?.SelectionSet;
            if (set is not null && shape.Excess(shape.Of(set, 0)) is { } message)
                return new Error { Message = message, Locations = [context.Document.LocationOf(definition)] };
        }
        return null;
    }

    string? Excess(Shape shape)
    {
        if (shape.Depth > _maxNesting)
            return $"The operation is nested deeper than {_maxNesting} levels with its fragments.";
        return shape.Visits > _context.Options.MaxFragmentVisits
            ? $"The operation spreads more than {_context.Options.MaxFragmentVisits} fragments."
            : null;
    }

    /// <summary>The shape below a selection set that stands at a depth; below the limit nothing is looked at.</summary>
    Shape Of(SelectionSetNode set, int depth)
    {
        if (depth > _maxNesting)
            return new Shape(1, 0);
        var total = new Shape(1, 0);
        foreach (var selection in set.Selections)
        {
            var inner = selection switch
            {
                FieldNode { SelectionSet: { } child } => Of(child, depth + 1),
                InlineFragmentNode inline => Of(inline.SelectionSet, depth + 1),
                FragmentSpreadNode spread => Of(spread, depth + 1),
                _ => new Shape(0, 0),
            };
            total = new Shape(Math.Max(total.Depth, inner.Depth + 1), Math.Min(total.Visits + inner.Visits, 1_000_000_000));
        }
        return total;
    }

    Shape Of(FragmentSpreadNode spread, int depth)
    {
        if (_context.Document.Fragment(spread.Name.Value) is not { } fragment)
            return new Shape(0, 1);
        if (!_fragments.TryGetValue(fragment, out var shape))
        {
            _fragments[fragment] = null; // Met again within itself: a cycle, which a rule reports.
            shape = Of(fragment.SelectionSet, depth);
            _fragments[fragment] = shape;
        }
        return shape is { } known ? known with { Visits = known.Visits + 1 } : new Shape(0, 1);
    }

    /// <summary>Levels of selection sets, and fragment spreads, counted as often as they are reached.</summary>
    readonly record struct Shape(int Depth, int Visits);
}
