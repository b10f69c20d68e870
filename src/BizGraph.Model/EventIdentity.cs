namespace BizGraph.Model;

/// <summary>What makes rows of ledgers the same event, within one tie: the day and the document; without a document, the day and the amount.</summary>
readonly record struct EventIdentity(DateOnly? Date, string? Document, decimal? Amount, double? Weight)
{
    public static EventIdentity Of(ResolvedRelationshipClaim row)
    {
        var (date, document) = row.Claim.Event!;
        return document is null
            ? new EventIdentity(date, document, row.Claim.Said.Amount, row.Claim.Said.Weight)
            : new EventIdentity(date, document, Amount: null, Weight: null);
    }

    /// <summary>Which of the rows that tell of this event count, and which of them add nothing to what was known.</summary>
    /// <param name="rows">The rows in the order of their imports and positions.</param>
    /// <remarks>
    /// With a document it is known again: the newest file that has it speaks, each of its lines once. With a date alone it
    /// counts as often as in the file that has it most often. Without either it counts in each file, unless the bytes of the
    /// files are the same. Rows of an import that was declared all new always count.
    /// </remarks>
    public (List<ResolvedRelationshipClaim> Counted, List<ResolvedRelationshipClaim> Known) Count(
        List<ResolvedRelationshipClaim> rows
    )
    {
        var files = rows.Where(row => !row.Standing.AllNew)
            .GroupBy(row => (row.Standing.Order, row.Claim.Position.File, row.Standing.FileKey))
            .Select(file => file.ToList())
            .ToList();
        var (counted, known) =
            files.Count == 0 ? ([], [])
            : Document is not null ? NewestLines(files)
            : Date is not null ? MostOften(files)
            : EachFile(files);
        counted.AddRange(rows.Where(row => row.Standing.AllNew));
        return (counted, known);
    }

    /// <summary>A document with other amounts in a newer file was corrected; its lines are told apart by what they say.</summary>
    static (List<ResolvedRelationshipClaim> Counted, List<ResolvedRelationshipClaim> Known) NewestLines(
        List<List<ResolvedRelationshipClaim>> files
    )
    {
        var counted = files[^1].DistinctBy(Line).ToList();
        var older = files.SkipLast(1).SelectMany(file => file).ToList();
        var before = older.Select(Line).ToHashSet();
        var repeated = files[^1].Except(counted, ReferenceEqualityComparer.Instance).OfType<ResolvedRelationshipClaim>();
        return (counted, [.. older, .. repeated, .. counted.Where(row => before.Contains(Line(row)))]);

        static (decimal?, double?) Line(ResolvedRelationshipClaim row) => (row.Claim.Said.Amount, row.Claim.Said.Weight);
    }

    /// <summary>The first file counts, of a later one only what it has more of.</summary>
    static (List<ResolvedRelationshipClaim> Counted, List<ResolvedRelationshipClaim> Known) MostOften(
        List<List<ResolvedRelationshipClaim>> files
    )
    {
        var (counted, known) = (new List<ResolvedRelationshipClaim>(), new List<ResolvedRelationshipClaim>());
        foreach (var file in files)
        {
            known.AddRange(file.Take(counted.Count));
            counted.AddRange(file.Skip(counted.Count));
        }

        return (counted, known);
    }

    static (List<ResolvedRelationshipClaim> Counted, List<ResolvedRelationshipClaim> Known) EachFile(
        List<List<ResolvedRelationshipClaim>> files
    )
    {
        var byBytes = files.GroupBy(file => file[0].Standing.FileKey).ToList();
        return (
            [.. byBytes.SelectMany(same => same.First())],
            [.. byBytes.SelectMany(same => same.Skip(1)).SelectMany(file => file)]
        );
    }
}
