using BizGraph.Api.Imports;
using BizGraph.Ingest;
using BizGraph.Ingest.Previews;

namespace BizGraph.Api.Commands;

/// <summary>Tells how an import goes and what came of it.</summary>
abstract class ImportReporter : IProgress<ImportProgress>
{
    /// <inheritdoc/>
    public abstract void Report(ImportProgress value);

    /// <summary>A row is refused.</summary>
    public abstract void RowRefused(RefusedRow row);

    /// <summary>It is done.</summary>
    public abstract void Finished(ImportOutcome outcome);

    /// <summary>It was only looked at.</summary>
    public abstract void Previewed(ImportPreview preview);

    /// <summary>The refused rows are in files of their own.</summary>
    public abstract void RefusedRowsWritten(RefusedRowFiles rows);

    /// <summary>Nothing was taken in.</summary>
    public abstract void Refused(ImportRefusedException refused);
}
