using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite.Erasing;

/// <summary>What import reports quote of an erased business, and what decisions about it are called.</summary>
static class ReportTexts
{
    // What a person decided is listed by the ids that it is about, such as "a is b".
    const string Untitle = """
        UPDATE import_file SET name = 'a decision'
        WHERE import IN (SELECT number FROM import WHERE source = ?1) AND instr(' ' || name || ' ', ' ' || ?2 || ' ') > 0
        """;

    // A shorter text stands in other words, too: it is looked for in its quotes.
    const int ShortText = 4;

    /// <summary>Takes out the problems of its rows, and those that quote it; they stay counted.</summary>
    public static void Erase(
        SqliteConnection connection,
        IReadOnlyList<BusinessId> ids,
        IReadOnlyList<(long Number, BusinessClaim Claim)> claims
    )
    {
        var texts = claims
            .SelectMany(claim => new[] { claim.Claim.Said.Name, claim.Claim.Said.Email, claim.Claim.Said.Phone })
            .OfType<string>()
            .Concat(ids.Select(id => id.Value))
            .Select(text => text.Length < ShortText ? $"\"{text}\"" : text)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var rows = claims.Select(claim =>
            (ClaimNumbers.ImportOf(claim.Number), claim.Claim.Position.File, claim.Claim.Position.Row)
        );
        var places = rows.Select(row => (row.Item1, (string?)FileOf(connection, row.Item1, row.File), (long?)row.Row))
            .ToHashSet();
        var reports = connection.Rows(
            "SELECT number, report FROM import WHERE report IS NOT NULL",
            r => (Import: r.Int(0), Report: FactsJson.Read<ImportReport>(r.Text(1)))
        );
        foreach (var (import, report) in reports)
        {
            var kept = report.Problems.Where(problem =>
                !places.Contains((import, problem.File, problem.Row)) && !Quotes(problem)
            );
            if (kept.ToList() is var problems && problems.Count < report.Problems.Count)
            {
                var text = FactsJson.Write(report with { Problems = problems });
                connection.Run("UPDATE import SET report = ?2 WHERE number = ?1", import, text);
            }
        }

        bool Quotes(ImportProblem problem) =>
            texts.Any(text =>
                problem.Found.Contains(text, StringComparison.OrdinalIgnoreCase)
                || problem.Expected.Contains(text, StringComparison.OrdinalIgnoreCase)
            );
    }

    /// <summary>Takes its ids out of what decisions are called in the list of imports.</summary>
    public static void EraseTitles(SqliteConnection connection, IEnumerable<BusinessId> ids)
    {
        foreach (var id in ids)
        {
            connection.Run(Untitle, Import.ByHand, id.Value);
        }
    }

    static string FileOf(SqliteConnection connection, int import, int file) =>
        connection.Rows("SELECT name FROM import_file WHERE import = ? AND file = ?", r => r.Text(0), import, file).Single();
}
