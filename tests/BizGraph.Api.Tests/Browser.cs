using Microsoft.Playwright;

namespace BizGraph.Api.Tests;

/// <summary>A page in this machine's Chromium, which lets it reach nothing but the service under test.</summary>
sealed class Browser : IAsyncDisposable
{
    // No call of the driver has a limit of its own everywhere.
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    static readonly string[] UsualPlaces = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    static readonly string[] Arguments =
    [
        "--no-sandbox", // A container's root has no other way; the pages are our own.
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    readonly IPlaywright _playwright;
    readonly IBrowser _browser;

    Browser(IPlaywright playwright, IBrowser browser, IPage page)
    {
        _playwright = playwright;
        _browser = browser;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                Complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => Complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>What the page's console and scripts complained of, refused loads among it.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Opens a page, or skips the test where there is no Chromium. BIZGRAPH_CHROMIUM names one in another place.</summary>
    public static async Task<Browser> OpenAsync(Uri service)
    {
        string?[] places = [Environment.GetEnvironmentVariable("BIZGRAPH_CHROMIUM"), .. UsualPlaces];
        var program = places.FirstOrDefault(File.Exists);
        Assert.SkipWhen(
            program is null,
            "No Chromium is here: scripts/install-chromium installs Debian's, BIZGRAPH_CHROMIUM names another."
        );

        var playwright = await Playwright.CreateAsync().WaitAsync(Patience);
        try
        {
            return await OpenAsync(playwright, program!, service).WaitAsync(Patience);
        }
        catch
        {
            playwright.Dispose();
            throw;
        }
    }

    static async Task<Browser> OpenAsync(IPlaywright playwright, string program, Uri service)
    {
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Arguments });
        var page = await browser.NewPageAsync(new() { BaseURL = service.ToString() });
        await page.RouteAsync(url => !url.StartsWith(service.ToString(), StringComparison.Ordinal), route => route.AbortAsync());
        return new Browser(playwright, browser, page);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _browser.DisposeAsync().AsTask().WaitAsync(Patience);
        }
        finally
        {
            _playwright.Dispose();
        }
    }
}
