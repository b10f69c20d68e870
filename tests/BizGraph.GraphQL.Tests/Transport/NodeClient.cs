using System.ComponentModel;
using System.Diagnostics;

namespace BizGraph.GraphQL.Tests.Transport;

/// <summary>Runs the JavaScript clients of scripts/graphql; skips the test where Node or its packages are not to be had.</summary>
static class NodeClient
{
    static readonly Lock Installing = new();

    /// <summary>What the script prints, line by line.</summary>
    public static async Task<string[]> RunAsync(string script, params string[] arguments)
    {
        var folder = Path.Combine(Root(), "scripts", "graphql");
        lock (Installing)
            if (!Directory.Exists(Path.Combine(folder, "node_modules", "ws")))
                Start(folder, "npm", "install", "--silent", "--no-audit", "--no-fund", "--no-package-lock").WaitForExit();
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "ws")))
            Assert.Skip("npm could not install the clients.");
        using var process = Start(folder, "node", [script, .. arguments]);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, errors);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    static Process Start(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip($"{program} is not installed.");
            throw;
        }
    }

    static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BizGraph.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run within the repository.");
    }
}
