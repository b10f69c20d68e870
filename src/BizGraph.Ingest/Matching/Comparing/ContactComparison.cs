using BizGraph.Ingest.Matching.Words;

namespace BizGraph.Ingest.Matching.Comparing;

/// <summary>Compares how two entries are reached, and their line of trade.</summary>
static class ContactComparison
{
    const int LocalDigits = 7;

    /// <summary>Writes the features of two entries' telephone, web and e-mail addresses; what one of them does not say counts nothing.</summary>
    public static void Compare(PreparedEntry a, PreparedEntry b, Preparation data, Span<float> features)
    {
        ComparePhones(a.Phones, b.Phones, data, features);
        CompareSites(a, b, data, features);
        if (a.Mailbox is not null && b.Mailbox is not null && a.Site is null && b.Site is null)
        {
            var isSame = a.Domain is not null && a.Domain == b.Domain;
            features[(int)Feature.MailboxDiffers] = a.Mailbox == b.Mailbox || isSame ? 0 : 1;
        }

        if (a.Mailbox is not null && a.Mailbox == b.Mailbox)
        {
            features[(int)Feature.MailboxSame] = data.RarityOf(a.Mailbox);
        }

        if (a.IndustryCode is not null && b.IndustryCode is not null)
        {
            features[(int)(a.IndustryCode == b.IndustryCode ? Feature.IndustrySame : Feature.IndustryDiffers)] = 1;
        }
        else if (a.IndustryTitle is not null && b.IndustryTitle is not null)
        {
            features[(int)(a.IndustryTitle == b.IndustryTitle ? Feature.IndustrySame : Feature.IndustryDiffers)] = 1;
        }
    }

    static void ComparePhones(string[] a, string[] b, Preparation data, Span<float> features)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return;
        }

        var best = Feature.PhoneDiffers;
        var value = 1f;
        foreach (var one in a)
        {
            foreach (var other in b)
            {
                var level = LevelOf(one, other);
                if (level < best)
                {
                    best = level;
                    value = level == Feature.PhoneSame ? Math.Min(data.RarityOf(one), data.RarityOf(other)) : 1;
                }
            }
        }

        features[(int)best] = value;
    }

    // The levels in the order of Feature: same, local part same, one digit off, different. A country code may be missing.
    static Feature LevelOf(string a, string b)
    {
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        if (longer.EndsWith(shorter, StringComparison.Ordinal))
        {
            return shorter.Length >= 9 || shorter.Length == longer.Length ? Feature.PhoneSame : Feature.PhoneLocal;
        }

        return shorter.Length > LocalDigits && shorter[^LocalDigits..] == longer[^LocalDigits..] ? Feature.PhoneLocal
            : shorter.Length >= 9 && WordLikeness.Distance(a, b, 1) <= 1 ? Feature.PhoneNear
            : Feature.PhoneDiffers;
    }

    static void CompareSites(PreparedEntry a, PreparedEntry b, Preparation data, Span<float> features)
    {
        if (a.Site is not null && b.Site is not null)
        {
            var isSame = a.Site == b.Site;
            features[(int)(isSame ? Feature.SiteSame : Feature.SiteDiffers)] = isSame ? data.RarityOf(a.Site) : 1;
        }
        else
        {
            // A mailbox under the other's web address says nearly the same.
            var (one, other) = (a.Site ?? a.Domain, b.Site ?? b.Domain);
            features[(int)Feature.DomainSame] =
                one is not null && one == other ? Math.Min(data.RarityOf(one), data.RarityOf(other!)) : 0;
        }
    }
}
