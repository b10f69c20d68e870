using System.Globalization;
using BenchmarkDotNet.Running;
using BizGraph.Benchmarks;
using BizGraph.Benchmarks.Generators;

// generate lfr|rmat NODES SEED FILE; serve FILE (see SideBySide); gaps BUSINESSES TIES SEED; anything else is BenchmarkDotNet's.
switch (args)
{
    case ["generate", var kind, var nodes, var seed, var file]:
        var (n, s) = (int.Parse(nodes, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture));
        SideBySide.Write(file, kind == "lfr" ? LfrLike.Pairs(n, s) : Rmat.Pairs(n, s));
        break;
    case ["serve", var file]:
        SideBySide.Serve(file);
        break;
    case ["gaps", var businesses, var ties, var seed]:
        GapTimes.Run(
            int.Parse(businesses, CultureInfo.InvariantCulture),
            int.Parse(ties, CultureInfo.InvariantCulture),
            int.Parse(seed, CultureInfo.InvariantCulture)
        );
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(LfrLike).Assembly).Run(args);
        break;
}
