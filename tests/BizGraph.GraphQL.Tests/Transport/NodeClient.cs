using System.ComponentModel;
using System.Diagnostics;

namespace BizGraph.GraphQL.Tests.Transport;

/// <summary>
/// Runs the JavaScript clients of scripts/graphql, after npm installed them there once. Where Node or npm's registry is not to be had the
/// test is skipped, within a bounded time, and says why.
/// </summary>
static class NodeClient
{
    static readonly TimeSpan InstallLimit = TimeSpan.FromSeconds(90);
    static readonly TimeSpan RunLimit = TimeSpan.FromSeconds(60);
    static readonly Lazy<Task<string?>> Installed = new(InstallAsync);

    static string Folder => Path.Combine(Root(), "scripts", "graphql");

    /// <summary>What the script prints, line by line.</summary>
    public static async Task<string[]> RunAsync(string script, params string[] arguments)
    {
        if (await Installed.Value is { } reason)
            Assert.Skip(reason);
        var (status, output, errors) = await RunAsync("node", [script, .. arguments], RunLimit);
        Assert.True(status is not null, $"{script} did not end within {RunLimit.TotalSeconds} s.");
        Assert.True(status == 0, $"{script} ended with {status}: {errors}");
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Null once the packages are there, or else why they are not.</summary>
    static async Task<string?> InstallAsync()
    {
        try
        {
            if (Directory.Exists(Path.Combine(Folder, "node_modules", "ws")))
                return null;
            string[] install = ["install", "--no-audit", "--no-fund", "--no-package-lock", "--fetch-retries=1"];
            var (status, _, errors) = await RunAsync("npm", [.. install, "--fetch-timeout=20000"], InstallLimit);
            return status switch
            {
                0 => null,
                null => $"npm did not install the clients within {InstallLimit.TotalSeconds} s.",
                _ => $"npm could not install the clients: {errors.Trim()}",
            };
        }
        catch (Win32Exception e)
        {
            return $"Node and npm are not installed: {e.Message}";
        }
    }

    /// <summary>The exit code is null where time was up; then the program and what it started have ended.</summary>
    static async Task<(int? Status, string Output, string Errors)> RunAsync(string program, string[] arguments, TimeSpan limit)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var time = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(time.Token);
            return (process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (null, "", "");
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
