using System.IO.Hashing;
using System.Text;
using System.Text.Json;
using BizGraph.Ingest.Files;
using BizGraph.Model;

namespace BizGraph.Ingest.Ocds;

/// <summary>The two tables of a file of releases: the parties, and the awards.</summary>
static class OcdsTables
{
    const int MostProcesses = 5_000_000;

    /// <summary>Them. Of several releases of one process the latest counts.</summary>
    public static IReadOnlyList<Table> Of(Func<Stream, OcdsReleases> open, FileScan scan, CancellationToken cancellation)
    {
        var latest = FindLatest(open(scan.Open()), cancellation);
        Table TableOf(string name, IReadOnlyList<string> columns, OcdsRows rows) =>
            new(name, bytes => new OcdsRowReader(open(bytes), latest, columns, rows))
            {
                MayHoldBadText = true,
                NamesColumns = true,
                IsSequential = true,
            };

        return
        [
            TableOf(
                "parties",
                OcdsParty.Columns,
                release => release.Each("parties").Select(party => (new OcdsParty(party).Cells(), (RowFault?)null))
            ),
            TableOf("awards", OcdsAwards.Columns, OcdsAwards.Of),
        ];
    }

    /// <summary>The numbers of the releases that are the latest of their process; of two of one date, the later in the file.</summary>
    static HashSet<int> FindLatest(OcdsReleases releases, CancellationToken cancellation)
    {
        using var all = releases;
        var latest = new Dictionary<UInt128, (DateTimeOffset Date, int Number)>();
        while (all.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (all.Fault is not null)
            {
                continue;
            }

            var process = XxHash128.HashToUInt128(Encoding.UTF8.GetBytes(all.Release.GetProperty("ocid").GetRawText()));
            var date = DateOf(all.Release);
            if (!latest.TryGetValue(process, out var known) || known.Date <= date)
            {
                latest[process] = (date, all.Number);
            }

            if (latest.Count > MostProcesses)
            {
                throw new UnreadableFileException(
                    $"releases of more than {MostProcesses:N0} contracting processes",
                    "a file for each year",
                    ImportProblemKind.OverLimit
                );
            }
        }

        return [.. latest.Values.Select(release => release.Number)];
    }

    static DateTimeOffset DateOf(JsonElement release) =>
        release.Property("date") is { ValueKind: JsonValueKind.String } text && text.TryGetDateTimeOffset(out var date)
            ? date
            : DateTimeOffset.MinValue;
}
