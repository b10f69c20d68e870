using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite;

/// <summary>The rank of the claims of each file of each import that counts.</summary>
sealed class Standings(SqliteConnection connection)
{
    readonly Dictionary<(int Import, int File), ClaimStanding> _standings = connection
        .Rows(
            $"""
            SELECT i.number, f.file, i.source, i.finish_order, f.sha256, i.all_new
            FROM import i JOIN import_file f ON f.import = i.number WHERE {ImportTable.Counts}
            """,
            r =>
                KeyValuePair.Create((r.Int(0), r.Int(1)), new ClaimStanding(r.Int(0), r.Text(2), r.Long(3), r.Text(4), r.Bool(5)))
        )
        .ToDictionary();

    (int Import, int File) _last = (-1, -1);
    ClaimStanding? _lastStanding;

    /// <summary>Whether the claims of an import count.</summary>
    public bool Counts(int import) => _standings.ContainsKey((import, 0));

    /// <summary>The rank of a claim; null where it does not count.</summary>
    public ClaimStanding? Of(long claim, int file)
    {
        // Nearly always the same file as before.
        var asked = (ClaimNumbers.ImportOf(claim), file);
        if (asked != _last)
        {
            (_last, _lastStanding) = (asked, _standings.GetValueOrDefault(asked));
        }

        return _lastStanding;
    }
}
