using System.Text;
using System.Text.Json.Serialization;
using BizGraph.Model;
using BizGraph.Store.Sqlite;

namespace BizGraph.Store.Neo4j;

/// <summary>Claims as the JSON text of a batch node.</summary>
static class ClaimJson
{
    // A long text is slow to keep and to send again; several short ones are one batch, too.
    const int MostLetters = 1 << 20;

    /// <summary>Writes a claim.</summary>
    public static string Write(Claim claim) => FactsJson.Write(Wire.Of(claim));

    /// <summary>Writes claims as one text or several, each a JSON array of whole claims, in order.</summary>
    public static List<ClaimText> Write(IEnumerable<Claim> claims)
    {
        var texts = new List<ClaimText>();
        var text = new StringBuilder();
        var (count, matches) = (0, 0);
        foreach (var claim in claims)
        {
            text.Append(count == 0 ? '[' : ',').Append(Write(claim));
            (count, matches) = (count + 1, matches + (claim is MatchClaim ? 1 : 0));
            if (text.Length >= MostLetters)
            {
                End();
            }
        }

        End();
        return texts;

        void End()
        {
            if (count > 0)
            {
                texts.Add(new ClaimText(text.Append(']').ToString(), count, matches));
                text.Clear();
                (count, matches) = (0, 0);
            }
        }
    }

    /// <summary>Reads the claims of a text.</summary>
    public static IEnumerable<Claim> Read(string text) => FactsJson.Read<Wire[]>(text).Select(wire => wire.ToClaim());

    sealed record Wire
    {
        public int File { get; init; }

        public long Row { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public int Part { get; init; }

        public string? Business { get; init; }

        public BusinessFacts? Said { get; init; }

        public EndWire? From { get; init; }

        public EndWire? To { get; init; }

        public RelationshipFacts? Tie { get; init; }

        public RelationshipEvent? Event { get; init; }

        public MatchWire? Match { get; init; }

        public static Wire Of(Claim claim)
        {
            var wire = new Wire
            {
                File = claim.Position.File,
                Row = claim.Position.Row,
                Part = claim.Position.Part,
            };
            return claim switch
            {
                BusinessClaim business => wire with { Business = business.Business.Value, Said = business.Said },
                RelationshipClaim tie => wire with
                {
                    From = new EndWire(tie.From.Text, tie.From.IsId),
                    To = new EndWire(tie.To.Text, tie.To.IsId),
                    Tie = tie.Said,
                    Event = tie.Event,
                },
                MatchClaim match => wire with
                {
                    Match = new MatchWire(
                        match.One.Value,
                        match.Other.Value,
                        match.Verdict,
                        match.IsByHand,
                        match.Score,
                        match.Reason
                    ),
                },
                _ => throw new ArgumentException(
                    $"A claim is of a business, a tie or a match, not a {claim.GetType().Name}.",
                    nameof(claim)
                ),
            };
        }

        public Claim ToClaim()
        {
            var position = new ClaimPosition(File, Row, Part);
            return Match is { } match
                    ? new MatchClaim(
                        position,
                        new BusinessId(match.One),
                        new BusinessId(match.Other),
                        match.Verdict,
                        match.ByHand,
                        match.Score,
                        match.Reason
                    )
                : Business is not null ? new BusinessClaim(position, new BusinessId(Business), Said!)
                : new RelationshipClaim(position, From!.ToEnd(), To!.ToEnd(), Tie!, Event);
        }
    }

    sealed record EndWire(
        string Text,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsId = false
    )
    {
        public RelationshipEnd ToEnd() => new(Text, IsId);
    }

    sealed record MatchWire(
        string One,
        string Other,
        MatchVerdict Verdict,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool ByHand = false,
        double? Score = null,
        string? Reason = null
    );
}

/// <summary>Claims as JSON text.</summary>
/// <param name="Json">A JSON array.</param>
/// <param name="Claims">How many there are.</param>
/// <param name="Matches">How many of them are of a match.</param>
sealed record ClaimText(string Json, int Claims, int Matches);
