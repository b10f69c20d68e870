using System.Security.Cryptography;
using System.Text;

namespace BizGraph.Api.Pages;

/// <summary>The style of all pages, inside each page, so that one saved or mailed looks the same.</summary>
static class PageStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --line: #8884; --soft: #8882; --link: light-dark(#0b57a4, #8ec5ff); }
        * { box-sizing: border-box; }
        body { font: 1.0625rem/1.55 system-ui, sans-serif; margin: 0 auto; max-width: 52rem; padding: 1rem; }
        h1 { font-size: 1.6rem; line-height: 1.2; } h2 { font-size: 1.3rem; margin-top: 2rem; } h3 { font-size: 1.05rem; }
        a { color: var(--link); } a:focus-visible, input:focus-visible, button:focus-visible, select:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        nav a { display: inline-block; margin-right: .9em; padding: .25rem 0; } .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; }
        .notice { border-left: .3rem solid var(--link); background: var(--soft); padding: .6rem 1rem; overflow-wrap: anywhere; }
        dl.facts { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: .35rem 1rem; }
        dt { font-weight: 600; } dd { margin: 0; overflow-wrap: anywhere; }
        ul.plain { list-style: none; padding: 0; } ul.plain li { border-top: 1px solid var(--line); padding: .5rem 0; overflow-wrap: anywhere; }
        .soft { opacity: .8; } li > .soft + .soft { margin-left: .4em; } .apart { display: inline-block; margin-right: 1em; padding: .2rem 0; } form { display: flex; gap: .5rem; flex-wrap: wrap; }
        input, button, select { font: inherit; padding: .5rem .7rem; } input { flex: 1 1 12rem; } td select { max-width: 9rem; }
        form.tall { display: block; } form.tall label { display: block; font-weight: 600; margin-top: .8rem; } form.tall input { width: 100%; }
        form.tall button { margin-top: .8rem; } .buttons { display: flex; flex-wrap: wrap; gap: 0 .6rem; } .wide { overflow-x: auto; } table { border-collapse: collapse; } th, td { text-align: left; vertical-align: top; padding: .3rem 1rem .3rem 0; border-top: 1px solid var(--line); }
        summary { cursor: pointer; padding: .4rem 0; color: var(--link); } summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; } details form { padding-bottom: .6rem; }
        code { background: var(--soft); padding: .1em .3em; overflow-wrap: anywhere; }
        @media (max-width: 30rem) { dl.facts { grid-template-columns: 1fr; gap: 0; } dl.facts dd { margin-bottom: .6rem; } }
        @media print { body { font-size: 11pt; max-width: none; } form, nav, .skip { display: none; } a { color: inherit; text-decoration: none; } }
        """;

    /// <summary>What a page may load: this style, and nothing else from anywhere.</summary>
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}
