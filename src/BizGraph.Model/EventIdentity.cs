namespace BizGraph.Model;

/// <summary>What makes rows of ledgers the same event: the day, the document and the amount, within one tie.</summary>
readonly record struct EventIdentity(DateOnly? Date, string? Document, decimal? Amount, double? Weight)
{
    public static EventIdentity Of(ResolvedRelationshipClaim row)
    {
        var (date, document) = row.Claim.Event!;
        return new EventIdentity(date, document, row.Claim.Said.Amount, row.Claim.Said.Weight);
    }

    /// <summary>Which of the rows that tell of this event count.</summary>
    /// <remarks>
    /// With a date or document it is known again in another file: it counts as often as in the file that has it most often, and
    /// with a document of its own, once. Without either it counts in each file, unless the bytes of the files are the same.
    /// Rows of an import that was declared all new always count.
    /// </remarks>
    public List<ResolvedRelationshipClaim> Count(List<ResolvedRelationshipClaim> rows)
    {
        var counted = rows.FindAll(row => row.Standing.AllNew);
        var files = rows.Where(row => !row.Standing.AllNew)
            .GroupBy(row => (row.Standing.Order, row.Claim.Position.File, row.Standing.FileKey))
            .Select(file => file.ToList())
            .ToList();
        if (Date is null && Document is null)
        {
            counted.AddRange(files.DistinctBy(file => file[0].Standing.FileKey).SelectMany(file => file));
            return counted;
        }

        // The first file counts, of a later one only what it has more of.
        var known = 0;
        foreach (var file in files)
        {
            var occurrences = Document is null ? file.Count : 1;
            counted.AddRange(file.Take(occurrences).Skip(known));
            known = Math.Max(known, occurrences);
        }

        return counted;
    }
}
