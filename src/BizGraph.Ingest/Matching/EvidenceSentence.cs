using BizGraph.Model;

namespace BizGraph.Ingest.Matching;

/// <summary>The English catalogue of evidence. Telephone numbers and e-mail addresses are private: the sentence quotes neither.</summary>
static class EvidenceSentence
{
    const double LeastSaid = 0.4;
    const int LongestQuote = 60;

    /// <summary>One sentence: what to do with the pair, what speaks for one business, and what for two.</summary>
    public static string Of(MatchPair pair)
    {
        var said = pair
            .Evidence.Where(item => item.Kind != EvidenceKind.Prior && (Math.Abs(item.Weight) >= LeastSaid || item.Weight == 0))
            .ToArray();
        var names = pair.Evidence.FirstOrDefault(item => item.Kind == EvidenceKind.Name);
        var subject = names is null ? string.Empty : $" {Quoted(names.First)} and {Quoted(names.Second)}";
        var verdict = pair.Verdict switch
        {
            MatchVerdict.Same => "One business:",
            MatchVerdict.Unsure => "Perhaps one business:",
            _ => "Two businesses:",
        };
        var (pro, contra) = (Phrases(said, isFor: true), Phrases(said, isFor: false));
        return verdict
            + subject
            + (pro.Length > 0 ? $"; for it: {pro}" : string.Empty)
            + (contra.Length > 0 ? $"; against it: {contra}" : string.Empty)
            + (pro.Length + contra.Length == 0 ? "; nothing else is known" : string.Empty)
            + ".";
    }

    static string Phrases(IEnumerable<Evidence> said, bool isFor) =>
        string.Join(", ", said.Where(item => item.Weight > 0 == isFor).Select(item => isFor ? For(item) : Against(item)));

    static string For(Evidence item) =>
        item.Kind switch
        {
            EvidenceKind.Name => "the names are alike",
            EvidenceKind.NameNumber => "the names have the same number",
            EvidenceKind.LegalForm => "the legal form is the same",
            EvidenceKind.Phone => "the telephone numbers are the same or nearly so",
            EvidenceKind.Address => $"the addresses agree ({Both(item)})",
            EvidenceKind.PostalCode => $"the postal code is the same ({Quoted(item.First)})",
            EvidenceKind.Locality => $"the town is the same ({Quoted(item.First)})",
            EvidenceKind.Distance => "they are close to each other on the map",
            EvidenceKind.Website => "the web addresses agree",
            EvidenceKind.Email => "the e-mail addresses agree",
            EvidenceKind.Industry => $"the trade is the same ({Quoted(item.First)})",
            EvidenceKind.SameGroup => "both are one business with a third entry",
            EvidenceKind.Decision => "a person said so",
            _ => item.Kind.ToString(),
        };

    static string Against(Evidence item) =>
        item.Kind switch
        {
            EvidenceKind.Name => "the names have little in common that few others have",
            EvidenceKind.NameNumber => "a number in the names differs",
            EvidenceKind.NameDistinction => "a word tells the names apart",
            EvidenceKind.LegalForm => "the legal forms differ",
            EvidenceKind.Phone => "the telephone numbers differ",
            EvidenceKind.Address => $"the addresses differ ({Both(item)})",
            EvidenceKind.PostalCode => $"the postal codes differ ({Both(item)})",
            EvidenceKind.Locality => $"the towns differ ({Both(item)})",
            EvidenceKind.Distance => "they are far apart on the map",
            EvidenceKind.Website => $"the web addresses differ ({Both(item)})",
            EvidenceKind.Email => "the e-mail addresses differ",
            EvidenceKind.Industry => $"the trades differ ({Both(item)})",
            EvidenceKind.BetterPartner => "another entry of that list fits as well or better",
            EvidenceKind.TwoIdsInOneSource => "their list gave them two ids",
            EvidenceKind.GroupDisagrees => "joining them would join others that are not alike",
            EvidenceKind.Decision => "a person keeps them apart",
            _ => item.Kind.ToString(),
        };

    static string Both(Evidence item) => $"{Quoted(item.First)}, {Quoted(item.Second)}";

    static string Quoted(string text) => text.Length > LongestQuote ? $"\"{text[..LongestQuote]}…\"" : $"\"{text}\"";
}
