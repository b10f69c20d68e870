using System.CommandLine;
using BizGraph.Api.Hosting;
using BizGraph.Api.Languages;
using BizGraph.Api.Samples;
using BizGraph.Api.Snapshots;
using BizGraph.Api.Tables;
using BizGraph.Model;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace BizGraph.Api.Commands;

/// <summary><c>bizgraph serve</c>, and <c>bizgraph</c> alone.</summary>
static class ServeCommand
{
    static readonly Option<string> Urls = new("--urls")
    {
        Description = "Where to listen; only addresses of this machine, since there is no sign-in yet.",
        DefaultValueFactory = _ => "http://127.0.0.1:5080",
    };

    static readonly Option<bool> Sample = new("--sample")
    {
        Description = "Show the sample town instead of a network of your own.",
    };

    public static Command Create()
    {
        var command = new Command("serve", "Start the service: the page and the GraphQL API, on this machine.")
        {
            Urls,
            Sample,
            CommandLine.Tables,
        };
        command.SetAction(RunAsync);
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var urls = parsed.GetRequiredValue(Urls);
        if (LoopbackAddress.Problem(urls) is { } problem)
        {
            return CommandLine.Report(problem, CommandLine.WrongUse);
        }

        if (parsed.GetValue(Sample) && parsed.GetValue(CommandLine.Store) is not null)
        {
            return CommandLine.Report(
                "--sample shows the sample town and --store a network of your own; name one of them.",
                CommandLine.WrongUse
            );
        }

        var tables = TableFolder.Read(parsed.GetValue(CommandLine.Tables));
        await using var store = await OpenAsync(parsed, cancellation);
        // An explicit store that is empty stays empty; the default one shows the sample meanwhile.
        var sample = parsed.GetValue(CommandLine.Store) is null
            ? (Func<CancellationToken, Task<INetworkStore>>)OpenSampleAsync
            : null;
        await using var log = Logs.Create(parsed.GetValue(CommandLine.LogJson));
        await using var app = WebHost.Create(
            urls,
            store,
            sample,
            isSample: parsed.GetValue(Sample),
            DataFolder.Uploads,
            tables,
            log
        );
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException exception)
        {
            return CommandLine.Report(
                $"{exception.Message} Is another BizGraph running? Choose another port, such as --urls http://127.0.0.1:5081.",
                CommandLine.Failed
            );
        }

        await WelcomeAsync(app, cancellation);
        await app.WaitForShutdownAsync(cancellation);
        return CommandLine.Done;
    }

    static Task<INetworkStore> OpenAsync(ParseResult parsed, CancellationToken cancellation) =>
        parsed.GetValue(Sample) ? OpenSampleAsync(cancellation) : Task.FromResult(Stores.Open(parsed));

    static Task<INetworkStore> OpenSampleAsync(CancellationToken cancellation) =>
        SampleTown.OpenAsync(DataFolder.Find(), cancellation);

    static async Task WelcomeAsync(WebApplication app, CancellationToken cancellation)
    {
        var shown = app.Services.GetRequiredService<CurrentSnapshot>().Now;
        foreach (
            var address in app
                .Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
                .Features.Get<IServerAddressesFeature>()!
                .Addresses
        )
        {
            Console.WriteLine($"BizGraph answers at {address} (GraphQL at {address}/graphql). Press Ctrl+C to stop.");
        }

        var gaps = await shown.GapsSoonAsync(cancellation);
        foreach (var (heading, sentence) in EnglishSummary.Instance.Lines(shown.Snapshot.Overview, gaps))
        {
            Console.WriteLine(TerminalText.Of($"  {heading + ":", -16} {sentence}"));
        }

        if (shown.IsSample)
        {
            Console.WriteLine(
                "This is the sample town. Bring your own: bizgraph import businesses.csv ties.csv ('bizgraph import --help' says more)."
            );
        }
    }
}
