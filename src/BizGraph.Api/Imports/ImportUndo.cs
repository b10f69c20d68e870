using BizGraph.Api.Samples;
using BizGraph.Api.Snapshots;
using BizGraph.Ingest;
using BizGraph.Model;

namespace BizGraph.Api.Imports;

/// <summary>Takes imports of the network that is shown back.</summary>
static class ImportUndo
{
    /// <summary>Takes an import back; when it returns, the network is shown as it is by then.</summary>
    /// <exception cref="ImportDeclinedException">There is no such import, it is running, or it was undone before.</exception>
    /// <exception cref="SampleIsFixedException">The network is the sample town.</exception>
    public static async Task<ImportChanges> RunAsync(int import, CurrentSnapshot current, CancellationToken cancellation)
    {
        var shown = current.Now;
        if (shown.IsSample)
        {
            throw new SampleIsFixedException();
        }

        try
        {
            var changes = await new ImportJob(shown.Store).UndoAsync(import, cancellation: cancellation);
            await current.RefreshAsync(cancellation);
            return changes;
        }
        catch (StoreException declined) when (declined.IsRefusal)
        {
            throw new ImportDeclinedException(declined.Message);
        }
    }
}
