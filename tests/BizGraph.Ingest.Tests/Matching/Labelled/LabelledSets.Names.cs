namespace BizGraph.Ingest.Tests.Matching.Labelled;

/// <summary>The sets of names alone.</summary>
sealed partial class LabelledSets
{
    /// <summary>A ledger of about 4,200 names alone, of which a quarter have two to four spellings.</summary>
    public LabelledSet Ledger()
    {
        var set = new SetDraft();
        var real = DistinctNames
            .Of(RealBusinesses.SupplierNames(folder).Concat(Shuffled(RealBusinesses.Licences(folder)).Select(b => b.Name)))
            .Take(2600)
            .ToArray();
        // Mixed names share telling words with others and are yet businesses of their own.
        var names = new MixedNames(_dice, real).Take(3200).ToArray();
        var corruptor = new NameCorruptor(_dice, NameErrors.Strong, Towns);
        for (var at = 0; at < names.Length; at++)
        {
            set.Add("ledger", at, false, names[at]);
            for (var spelling = _dice.Happens(0.25) ? 1 + _dice.Below(3) : 0; spelling > 0; spelling--)
            {
                set.Add("ledger", at, false, corruptor.Corrupt(names[at]));
            }
        }

        return set.Taken("ledger names");
    }

    /// <summary>The names of two lists of public contracts as they are, labelled by hand; nothing is made up.</summary>
    public LabelledSet RealNames()
    {
        var set = new SetDraft();
        var businesses = HandLabels
            .SameNames.SelectMany((rows, at) => rows.Split(' ').Select(row => (row, at)))
            .ToDictionary(p => p.row, p => p.at);
        foreach (var (list, letter) in new[] { ("lancashire_contracts", "l"), ("uk_contracts_ocds", "u") })
        {
            foreach (var (at, row) in RealBusinesses.Rows(Path.Combine(folder, list, "nodes.csv")).Index())
            {
                if (!HandLabels.LeftOut.Contains(letter + at))
                {
                    set.Add("contracts", businesses.GetValueOrDefault(letter + at, 1_000_000 + set.Count), false, row["name"]);
                }
            }
        }

        return set.Taken("real names");
    }

    /// <summary>Names alone, a quarter of them a second spelling of another; most are made by mixing the words of real names.</summary>
    public LabelledSet NamesAlone(int count)
    {
        var set = new SetDraft();
        var real = DistinctNames.Of(Shuffled(RealBusinesses.Licences(folder)).Select(b => b.Name)).ToArray();
        var names = new MixedNames(_dice, real).Take(count * 3 / 4).ToArray();
        var corruptor = new NameCorruptor(_dice, NameErrors.Strong, Towns);
        for (var at = 0; at < names.Length; at++)
        {
            set.Add("names", at, false, names[at]);
            if (at % 3 == 0)
            {
                set.Add("names", at, false, corruptor.Corrupt(names[at]));
            }
        }

        return set.Taken($"{count} names alone");
    }
}
