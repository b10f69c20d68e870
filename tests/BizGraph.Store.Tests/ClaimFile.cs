using System.Security.Cryptography;
using System.Text;
using BizGraph.Model;

namespace BizGraph.Store.Tests;

/// <summary>The claims of one file, written as a test's drawing of it.</summary>
public sealed class ClaimFile(string name, string source = BusinessId.DefaultSource)
{
    readonly List<Func<int, Claim>> _rows = [];
    Func<Claim, Claim?> _otherwise = claim => claim;

    public string Source { get; } = source;

    public int RowCount => _rows.Count;

    public ClaimFile Business(string? id, string? name, string? locality = null, BusinessFacts? facts = null)
    {
        var business = id is null ? BusinessId.FromName(Source, name!, locality) : BusinessId.From(Source, id);
        var said = (facts ?? new BusinessFacts()) with
        {
            Name = name,
            Place = locality is null ? null : new Place { Locality = locality },
        };
        return Row((file, row) => new BusinessClaim(new ClaimPosition(file, row), business, said));
    }

    public ClaimFile Tie(
        string from,
        string to,
        RelationshipType type = RelationshipType.Supplies,
        decimal? amount = null,
        double? weight = null,
        RelationshipEvent? happened = null,
        bool isId = false,
        RelationshipFacts? facts = null
    )
    {
        var said = (facts ?? new RelationshipFacts { Type = type }) with { Amount = amount, Weight = weight };
        return Row(
            (file, row) =>
                new RelationshipClaim(
                    new ClaimPosition(file, row),
                    new RelationshipEnd(from, isId),
                    new RelationshipEnd(to, isId),
                    said,
                    happened
                )
        );
    }

    public ClaimFile Match(BusinessId one, BusinessId other, MatchVerdict verdict = MatchVerdict.Same, bool byHand = false) =>
        Row((file, row) => new MatchClaim(new ClaimPosition(file, row), one, other, verdict, byHand, Score: byHand ? null : 0.5));

    public ClaimFile Match(string one, string other, MatchVerdict verdict = MatchVerdict.Same, bool byHand = false) =>
        Match(new BusinessId(one), new BusinessId(other), verdict, byHand);

    public List<Claim> Claims(int file = 0) => [.. _rows.Select(row => row(file)).Select(_otherwise).OfType<Claim>()];

    /// <summary>The same file with other claims in its rows, or none.</summary>
    public ClaimFile With(Func<Claim, Claim?> otherwise)
    {
        var file = new ClaimFile(name, Source) { _otherwise = otherwise };
        file._rows.AddRange(_rows);
        return file;
    }

    /// <summary>The file as the import plan knows it: other rows, other bytes.</summary>
    public ImportFile Identity
    {
        get
        {
            var bytes = Encoding.UTF8.GetBytes(string.Join('\n', _rows.Select(row => Written(row(0)))));
            return new ImportFile(name, Convert.ToHexString(SHA256.HashData(bytes)), bytes.Length);
        }
    }

    ClaimFile Row(Func<int, int, Claim> make)
    {
        var row = _rows.Count + 2;
        _rows.Add(file => make(file, row));
        return this;
    }

    static string Written(Claim claim) =>
        claim switch
        {
            BusinessClaim b => $"{b.Business} {Shown.Of(b.Said)}",
            RelationshipClaim r => $"{r.From} {r.To} {Shown.Of(r.Said)} {r.Event}",
            MatchClaim m => $"{m.One} {m.Other} {m.Verdict} {m.IsByHand}",
            _ => throw new InvalidOperationException(),
        };
}
