using BizGraph.GraphQL.Language;

namespace BizGraph.GraphQL.Validation.Rules;

/// <summary>Fragments must be used (spec 5.5.1.4).</summary>
sealed class NoUnusedFragments(ValidationContext context) : Rule(context)
{
    public override void EnterDocument()
    {
        var used = Document.Operations.SelectMany(Context.FragmentsOf).Select(fragment => fragment.Name.Value).ToHashSet();
        foreach (var fragment in Document.Definitions.OfType<FragmentDefinitionNode>())
            if (!used.Contains(fragment.Name.Value))
                Report($"Fragment \"{fragment.Name.Value}\" is never used.", fragment);
    }
}
