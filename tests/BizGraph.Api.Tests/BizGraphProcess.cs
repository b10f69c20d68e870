using System.Diagnostics;
using System.Text;

namespace BizGraph.Api.Tests;

/// <summary>The real program in a process of its own, with a data folder of its own.</summary>
sealed class BizGraphProcess : IDisposable
{
    readonly Process _process;
    readonly StringBuilder _output = new();
    readonly Task<string> _errors;

    BizGraphProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts the program.</summary>
    /// <param name="dataFolder">Stands for the user's data folder.</param>
    /// <param name="arguments">The command line.</param>
    public static BizGraphProcess Start(string dataFolder, params string[] arguments) =>
        Start(dataFolder, new Dictionary<string, string>(), arguments);

    /// <summary>Starts the program, with more in its environment.</summary>
    public static BizGraphProcess Start(string dataFolder, Dictionary<string, string> environment, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "bizgraph.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        start.Environment["XDG_DATA_HOME"] = dataFolder;
        start.Environment["LOCALAPPDATA"] = dataFolder;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return new BizGraphProcess(process);
    }

    /// <summary>Runs the program to its end.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunAsync(string dataFolder, params string[] arguments) =>
        RunAsync(dataFolder, new Dictionary<string, string>(), arguments);

    /// <summary>Runs the program to its end, with more in its environment.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        string dataFolder,
        Dictionary<string, string> environment,
        params string[] arguments
    )
    {
        using var process = Start(dataFolder, environment, arguments);
        return await process.EndAsync();
    }

    /// <summary>Ends it at once, as <c>kill -9</c> does.</summary>
    public void Kill() => _process.Kill();

    /// <summary>The first line from here on that is meant; null where the program ends without one.</summary>
    public async Task<string?> LineAsync(Predicate<string> isMeant)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            _output.AppendLine(line);
            if (isMeant(line))
            {
                return line;
            }
        }

        return null;
    }

    /// <summary>Waits for its end.</summary>
    public async Task<(int ExitCode, string Output, string Errors)> EndAsync()
    {
        await LineAsync(_ => false);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await _process.WaitForExitAsync(patience.Token);
        return (_process.ExitCode, _output.ToString(), await _errors.WaitAsync(patience.Token));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
