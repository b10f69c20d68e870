using System.Collections.Frozen;

namespace BizGraph.Ingest.Matching.Words;

/// <summary>Web and e-mail addresses as they are compared.</summary>
static class WebForm
{
    // Hosts where many businesses have their pages or mailboxes.
    static readonly FrozenSet<string> Shared = (
        "facebook.com instagram.com twitter.com x.com linkedin.com youtube.com yelp.com google.com sites.google.com goo.gl bit.ly wordpress.com blogspot.com "
        + "wixsite.com tripadvisor.com opentable.com gmail.com googlemail.com hotmail.com hotmail.co.uk outlook.com live.com live.co.uk yahoo.com yahoo.co.uk aol.com "
        + "icloud.com me.com btinternet.com btconnect.com sky.com talktalk.net virginmedia.com gmx.de gmx.net web.de t-online.de comcast.net sbcglobal.net "
        + "att.net msn.com protonmail.com"
    )
        .Split(' ')
        .ToFrozenSet();

    /// <summary>The host, without "www."; with its path where the host has pages of many; null where there is none.</summary>
    public static string? Site(string? website)
    {
        if (string.IsNullOrWhiteSpace(website))
        {
            return null;
        }

        var text = (website.Length > 200 ? website[..200] : website).Trim().ToLowerInvariant();
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        text = scheme < 0 ? text : text[(scheme + 3)..];
        text = text.StartsWith("www.", StringComparison.Ordinal) ? text[4..] : text;
        var end = text.IndexOfAny(['/', '?', '#', ':', ' ']);
        var host = end < 0 ? text : text[..end];
        return !host.Contains('.', StringComparison.Ordinal) ? null
            : IsShared(host) ? text.TrimEnd('/')
            : host;
    }

    /// <summary>An e-mail address, or null.</summary>
    public static string? Mailbox(string? email)
    {
        var text = email?.Trim().ToLowerInvariant();
        return text is { Length: > 4 and < 200 } && text.IndexOf('@', StringComparison.Ordinal) > 0 ? text : null;
    }

    /// <summary>The part of a mailbox after the "@", where it is the business's own; else null.</summary>
    public static string? Domain(string? mailbox)
    {
        var domain = mailbox?[(mailbox.LastIndexOf('@') + 1)..];
        return string.IsNullOrEmpty(domain) || IsShared(domain) ? null : domain;
    }

    static bool IsShared(string host) => Shared.Contains(host);
}
