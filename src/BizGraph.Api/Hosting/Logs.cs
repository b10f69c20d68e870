using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace BizGraph.Api.Hosting;

/// <summary>The log: one line for each import, request and snapshot, with how long it took. It names no business and no person.</summary>
/// <remarks>It goes to stderr, so that what a command prints stays clean.</remarks>
static class Logs
{
    const string Line = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    /// <summary>Makes the log of this process.</summary>
    public static Logger Create(bool json)
    {
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            // What keeps the service from starting is said by the command, in one line.
            .MinimumLevel.Override("Microsoft.Extensions.Hosting", LogEventLevel.Fatal)
            .MinimumLevel.Override("System", LogEventLevel.Warning);
        configuration = json
            ? configuration.WriteTo.Console(new JsonFormatter(renderMessage: true), standardErrorFromLevel: LogEventLevel.Verbose)
            : configuration.WriteTo.Console(
                outputTemplate: Line,
                formatProvider: CultureInfo.InvariantCulture,
                standardErrorFromLevel: LogEventLevel.Verbose
            );
        return configuration.CreateLogger();
    }
}
